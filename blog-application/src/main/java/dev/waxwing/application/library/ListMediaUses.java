package dev.waxwing.application.library;

import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.media.MediaAddress;
import jakarta.inject.Inject;
import java.util.List;

/** Use case: see which posts show a file. Those that somebody may not know of are counted, and not named. */
public final class ListMediaUses {
    public record Command(Actor actor, MediaAddress file) {}

    private final MediaRepository library;
    private final OtherUses others;

    @Inject
    public ListMediaUses(MediaRepository library, OtherUses others) {
        this.library = library;
        this.others = others;
    }

    public MediaUses handle(Command command) {
        List<MediaUse> all = library.uses(command.file());
        List<MediaUse> named =
                all.stream().filter(use -> use.mayBeNamedTo(command.actor())).toList();
        return new MediaUses(named, all.size() - named.size(), others.of(command.file()));
    }
}
