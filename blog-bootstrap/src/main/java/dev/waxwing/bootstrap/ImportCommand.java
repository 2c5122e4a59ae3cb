package dev.waxwing.bootstrap;

import dev.waxwing.adapter.archive.MarkdownFolder;
import dev.waxwing.adapter.archive.MarkdownFolder.AuthorNames;
import dev.waxwing.application.archive.ImportArchive;
import dev.waxwing.application.archive.ImportArchive.Mode;
import dev.waxwing.application.archive.ImportReport;
import dev.waxwing.application.audit.Occasion;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Site;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code waxwing import}: brings a former blog here. */
@Command(
        name = "import",
        description =
                "Brings a former blog here: posts, authors, tags, pictures, and redirects from its old addresses.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Reads folders of Markdown as Hugo, Jekyll, Zola and Pelican keep them, or any other: the repository, the "
                    + "content folder or a part of it. Importing again changes only what has changed. What could not be imported "
                    + "is listed, and does not change the exit code. Stop a server on the same data folder first."
        })
final class ImportCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "The folder or file to import.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--from", paramLabel = "KIND", description = "auto or markdown (default: auto).")
    private String from = "auto";

    @Option(
            names = "--site-url",
            paramLabel = "URL",
            description = "Where readers knew the blog, so that its own links are known.")
    private Optional<String> siteUrl = Optional.empty();

    @Option(names = "--dry-run", description = "Reads and reports everything, and stores nothing.")
    private boolean dryRun;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes what became of each file, as JSON.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The time zone of dates without one (default: the archive's configuration, else the blog's).")
    private Optional<String> zone = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description =
                    "The language of posts that say none (default: the archive's configuration, else the blog's).")
    private Optional<String> language = Optional.empty();

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description =
                    "The author of posts that name none (default: the archive's configuration, else the blog's title).")
    private Optional<String> author = Optional.empty();

    @Option(names = "--split-authors", description = "Reads \"Ada, Bob and Chen\" as three authors.")
    private boolean splitAuthors;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "What the archive is called, to know it when it is imported again (default: its folder's name).")
    private Optional<String> name = Optional.empty();

    @Mixin
    private final DatabaseFlags database = new DatabaseFlags();

    @Override
    public void run() {
        requireMarkdown();
        report.ifPresent(ImportReportFile::requireWritable);
        Function<Site, MarkdownFolder.Options> options = options();
        Path folder = data.path(System.getenv());
        Settings settings = Settings.read(folder, Map.of(), System.getenv(), database.flags());
        if (!dryRun || data.holdsBlog(System.getenv())) {
            BlogConfig config = BlogConfig.of(folder, settings);
            data.open(System.getenv());
            importInto(config, options);
            return;
        }
        try (TemporaryFolder nothing = TemporaryFolder.named("waxwing-import")) {
            importInto(BlogConfig.of(nothing.path(), settings), options);
        } catch (IOException e) {
            throw new Refusal("No temporary folder can be made for the trial: " + e.getMessage(), e);
        }
    }

    private void importInto(BlogConfig config, Function<Site, MarkdownFolder.Options> options) {
        PrintWriter out = spec.commandLine().getOut();
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), Terminal.isThere());
        ImportSummary summary = new ImportSummary();
        Occasion.ofCommandLine().begin();
        try (House house = House.open(config);
                ImportReportFile file = ImportReportFile.at(report, mode())) {
            Site site = house.site(() -> config.site(config.port())).current();
            ImportReport done = house.importArchive()
                    .handle(new ImportArchive.Command(
                            Actor.operator(),
                            MarkdownFolder.at(path, options.apply(site)),
                            mode(),
                            author.orElse(site.title()),
                            new ImportListeners(List.of(new ImportProgress(progress), summary, file))));
            progress.end();
            file.finish(done);
            summary.print(done, mode(), report, out);
        } finally {
            Occasion.end();
        }
    }

    private Mode mode() {
        return dryRun ? Mode.TRY : Mode.STORE;
    }

    private void requireMarkdown() {
        String kind = from.toLowerCase(Locale.ROOT);
        if (!kind.equals("auto") && !kind.equals("markdown")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--from must be auto or markdown, not '%s'".formatted(from));
        }
        String file = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (file.endsWith(".xml") || file.endsWith(".json") || file.endsWith(".zip")) {
            throw new Refusal("%s is no folder of Markdown, and this version reads nothing else".formatted(path));
        }
        if (!Files.exists(path)) {
            throw new BlogException.NotFound("file or folder", path);
        }
    }

    /** Flags are read before anything is made, and what they leave open the site says. */
    private Function<Site, MarkdownFolder.Options> options() {
        Optional<WebAddress> formerAddress = siteUrl.map(this::address);
        Optional<ZoneId> wantedZone = zone.map(this::zone);
        Optional<LanguageTag> wantedLanguage = language.map(this::language);
        return site -> new MarkdownFolder.Options(
                name,
                formerAddress,
                wantedZone,
                site.zone(),
                wantedLanguage,
                site.language(),
                splitAuthors ? AuthorNames.SPLIT : AuthorNames.AS_WRITTEN,
                Clock.systemUTC().instant());
    }

    private WebAddress address(String value) {
        try {
            return new WebAddress(value);
        } catch (BlogException.Invalid wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--site-url: " + wrong.getMessage(), wrong);
        }
    }

    private LanguageTag language(String value) {
        try {
            return new LanguageTag(value);
        } catch (BlogException.Invalid wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--language: " + wrong.getMessage(), wrong);
        }
    }

    private ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException wrong) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--zone '%s' is not known; write for example UTC or Europe/Vienna".formatted(value),
                    wrong);
        }
    }
}
