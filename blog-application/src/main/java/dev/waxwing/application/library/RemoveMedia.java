package dev.waxwing.application.library;

import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.site.SettingsRepository;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.library.MediaFile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Use case: take a file that nothing shows out of the library. It leaves the disk when the change is read. */
public final class RemoveMedia {

    /** @param expectedVersion the version that was seen, to be refused if there is a newer one; empty to not ask */
    public record Command(Actor actor, MediaAddress file, OptionalLong expectedVersion) {}

    private final MediaRepository library;
    private final AuthorQueries authors;
    private final SettingsRepository settings;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RemoveMedia(
            MediaRepository library, AuthorQueries authors, SettingsRepository settings, UnitOfWork work, Clock clock) {
        this.library = library;
        this.authors = authors;
        this.settings = settings;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.Conflict if a post, an author or the head of the blog shows it, or it has another version than the expected one */
    public void handle(Command command) {
        work.run(() -> {
            MediaFile file = library.get(command.file());
            command.actor().requireMayDescribe(Optional.ofNullable(file.state().by()));
            file.requireVersion(command.expectedVersion());
            requireUnused(file.address(), command.actor());
            file.remove(clock.instant());
            library.remove(file);
        });
    }

    private void requireUnused(MediaAddress file, Actor actor) {
        List<MediaUse> uses = library.uses(file);
        if (!uses.isEmpty()) {
            throw new BlogException.Conflict(uses.stream()
                    .filter(use -> use.mayBeNamedTo(actor))
                    .map(use -> "The post “%s” shows the file; take it out there first".formatted(use.title()))
                    .findFirst()
                    .orElse("A post of somebody else shows the file"));
        }
        authors.all().stream()
                .map(AuthorView::profile)
                .filter(author -> file.equals(author.avatar()))
                .findFirst()
                .ifPresent(author -> {
                    throw new BlogException.Conflict("The file is the picture of %s".formatted(author.name()));
                });
        settings.find()
                .map(saved -> saved.state().settings().logo())
                .filter(logo -> logo.picture().equals(file))
                .ifPresent(logo -> {
                    throw new BlogException.Conflict("The file is the logo of the blog; choose another one first");
                });
    }
}
