package dev.waxwing.application.library;

import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.site.SettingsRepository;
import dev.waxwing.domain.media.MediaAddress;
import jakarta.inject.Inject;
import java.util.Optional;

/** What shows a file of the library beside the posts: the profiles of the authors and the head of the blog. */
public final class OtherUses {
    private final AuthorQueries authors;
    private final SettingsRepository settings;

    @Inject
    public OtherUses(AuthorQueries authors, SettingsRepository settings) {
        this.authors = authors;
        this.settings = settings;
    }

    /** What the file is, in words such as {@code the picture of Ada}. */
    Optional<String> of(MediaAddress file) {
        return authors.all().stream()
                .map(AuthorView::profile)
                .filter(author -> file.equals(author.avatar()))
                .map(author -> "the picture of " + author.name())
                .findFirst()
                .or(() -> settings.find()
                        .map(saved -> saved.state().settings().logo())
                        .filter(logo -> logo.picture().equals(file))
                        .map(logo -> "the logo of the blog"));
    }
}
