package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.BackupFile;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.domain.shared.BlogException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** How commands come by a backup: they make it themselves, or ask the server that has the database open. */
final class BackupMaking {
    private static final Duration UNTIL_TAKEN = Duration.ofSeconds(10);

    private BackupMaking() {}

    /** Writes a backup into a file that does not exist yet. */
    static void write(BlogConfig config, Path file) {
        try (House house = House.open(config)) {
            house.backUp(BackupFile.zip(file));
        } catch (BlogException.Unavailable e) {
            if (config.database().isPresent()) {
                throw e;
            }
            Path made = Requests.forBackups(config.data()).ask(UNTIL_TAKEN).orElseThrow(() -> e);
            BackupFile.move(made, file);
        }
    }

    /** What is in a backup, in words. */
    static String describe(BackupManifest manifest) {
        return String.format(
                Locale.ROOT,
                "%,d posts, %,d media files and %,d rows, up to change %d",
                manifest.posts(),
                manifest.media(),
                manifest.allRows(),
                manifest.position());
    }
}
