package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.StoredBackup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code waxwing verify}: says whether a backup is whole. */
@Command(
        name = "verify",
        description = "Reads a backup or an exported archive and compares every byte with its checksums.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 0 if it is whole, and with 1 if not, naming the part that is damaged or missing; with 3 if it is whole, "
                    + "and media files were damaged or missing already when it was made."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "The file of a backup, or the folder of an archive.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Override
    public Integer call() {
        return BackupMaking.tell(spec, path, "is whole:", StoredBackup.at(path).verify());
    }
}
