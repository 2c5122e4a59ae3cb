package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.BackupFile;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.domain.shared.BlogException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** How commands come by a backup: they make it themselves, or ask the server that has the database open. */
final class BackupMaking {
    /** It was done, and the blog has lost files. */
    private static final int FILES_ARE_LOST = 3;

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

    /**
     * Says what is in a backup, and which files its blog had lost.
     *
     * @param place of the backup, or of the blog that was made from it
     * @param verb between the place and what is in it
     * @return the exit code
     */
    static int tell(CommandSpec command, Path place, String verb, BackupManifest manifest) {
        command.commandLine().getOut().printf("%s %s %s.%n", place, verb, describe(manifest));
        if (manifest.losses().isNone()) {
            return ExitCode.OK;
        }
        PrintWriter err = command.commandLine().getErr();
        manifest.losses().damaged().forEach(file -> err.printf("damaged  %s%n", file));
        manifest.losses().missing().forEach(file -> err.printf("missing  %s%n", file));
        err.println("These files were damaged or missing already when it was made, and a restore is without them;"
                + " an older backup may have them.");
        return FILES_ARE_LOST;
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
