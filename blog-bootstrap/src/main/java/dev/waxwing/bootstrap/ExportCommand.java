package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.StoredBackup;
import dev.waxwing.adapter.files.SiteFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            "An archive has the rows as JSON Lines, the posts as Markdown, the media and their checksums: what a backup has, "
                    + "unpacked. The same blog gives the same bytes from either database. It "
                    + "holds hashes of passwords and the keys of authenticators, so only "
                    + "its owner may read it. Ends with 3 if media files are damaged or missing, "
                    + "and names them.",
            "",
            "A static site has what readers see, as files for nginx, Caddy and hosts of files, packed with gzip too, and the "
                    + "redirects as configuration. Exporting again writes what has changed, removes what is gone, and leaves alone what "
                    + "others put there. The server may go on meanwhile, with either format."
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            description = "The folder to write; it must be empty, hold the same static site, or not be there yet.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "archive or static.")
    @SuppressWarnings("NullAway.Init")
    private String format;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "The site's address, such as https://example.org (default: as configured).")
    private Optional<String> baseUrl = Optional.empty();

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final DatabaseFlags database = new DatabaseFlags();

    @Override
    public Integer call() {
        return switch (format) {
            case "archive" -> writeArchive();
            case "static" -> writeSite();
            default ->
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--format must be archive or static, not '%s'".formatted(format));
        };
    }

    private int writeArchive() {
        BlogConfig config = data.blog(System.getenv(), database.flags());
        try (TemporaryFolder packed = TemporaryFolder.named("waxwing-export")) {
            Path file = packed.path().resolve("blog.zip");
            BackupMaking.write(config, file);
            StoredBackup.at(file).unpack(path);
        } catch (IOException e) {
            throw new Refusal("The temporary folder cannot be used: " + e.getMessage(), e);
        }
        return BackupMaking.tell(spec, path, "has", StoredBackup.at(path).verify());
    }

    private int writeSite() {
        BlogConfig config = data.blog(
                System.getenv(),
                database.given().with(Setting.BASE_URL, baseUrl).checked());
        if (config.baseUrl().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "Feeds and the sitemap will say %s; name the address of readers with --base-url%n",
                            config.site(config.port()).address());
        }
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), Terminal.isThere());
        try (SiteFolder folder = SiteFolder.open(path)) {
            SiteFolder.Outcome outcome = StaticExport.write(config, folder, progress);
            progress.end();
            spec.commandLine()
                    .getOut()
                    .printf("%s: %,d files written, %,d removed.%n", path, outcome.written(), outcome.removed());
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            throw new Refusal("%s cannot be written: %s".formatted(path, e.getMessage()), e);
        }
    }
}
