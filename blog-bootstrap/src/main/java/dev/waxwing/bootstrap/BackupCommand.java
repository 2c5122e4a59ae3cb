package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.BackupFile;
import dev.waxwing.adapter.backup.StoredBackup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code waxwing backup}: writes the whole blog into one file. */
@Command(
        name = "backup",
        description = "Writes the whole blog into one file, and verifies it. The server may go on meanwhile.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The file is a ZIP of open formats with checksums. It holds hashes of passwords and the keys of authenticators, so only "
                    + "its owner may read it.",
            "",
            "Ends with 3 if media files of the blog are damaged or missing: the backup is made all the same, and they are named."
        })
final class BackupCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final DatabaseFlags database = new DatabaseFlags();

    @Override
    public Integer call() {
        BackupFile.requireFree(file);
        BackupMaking.write(data.blog(System.getenv(), database.flags()), file);
        return BackupMaking.tell(spec, file, "has", StoredBackup.at(file).verify());
    }
}
