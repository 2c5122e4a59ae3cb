package dev.waxwing.adapter.backup;

import dev.waxwing.domain.shared.BlogException;
import java.nio.file.Path;

/** The refusal of a backup that is not what it should be. */
final class Damage {
    private Damage() {}

    static BlogException.Invalid of(Path place, String what) {
        return new BlogException.Invalid("backup", "%s cannot be used: %s".formatted(place, what));
    }
}
