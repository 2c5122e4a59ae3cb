package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.StoredBackup;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code waxwing export}: writes the whole blog into a folder, in formats that other programs read. */
@Command(
        name = "export",
        description = "Writes the whole blog into a folder, in formats that other programs read.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "An archive has the rows as JSON Lines, the posts as Markdown, the media and their checksums: what a backup has,",
            "unpacked. The same blog gives the same bytes from either database. The server may go on meanwhile."
        })
final class ExportCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "The folder to write; it must be empty, or not be there yet.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "archive.")
    @SuppressWarnings("NullAway.Init")
    private String format;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final DatabaseFlags database = new DatabaseFlags();

    @Override
    public void run() {
        if (!format.equals("archive")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--format must be archive, not '%s'".formatted(format));
        }
        BlogConfig config = BackupMaking.blog(data, database);
        try (TemporaryFolder packed = TemporaryFolder.named("waxwing-export")) {
            Path file = packed.path().resolve("blog.zip");
            BackupMaking.write(config, file);
            StoredBackup.at(file).unpack(path);
        } catch (IOException e) {
            throw new Refusal("The temporary folder cannot be used: " + e.getMessage(), e);
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s has %s.%n",
                        path, BackupMaking.describe(StoredBackup.at(path).verify()));
    }
}
