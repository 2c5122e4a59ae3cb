package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.StoredBackup;
import dev.waxwing.adapter.files.FileSystemMediaStore;
import dev.waxwing.adapter.files.FolderSpace;
import dev.waxwing.adapter.image.ImageIoImageProcessor;
import dev.waxwing.adapter.jdbi.BlogFolders;
import dev.waxwing.adapter.jdbi.JdbiRestoration;
import dev.waxwing.application.backup.RestoreBlog;
import dev.waxwing.application.backup.RowIntake;
import dev.waxwing.domain.account.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code waxwing restore}: makes the blog of a backup live again. */
@Command(
        name = "restore",
        description = "Makes the blog of a backup live again, in an empty data folder, on H2 or on PostgreSQL.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Nothing is ever overwritten: the folder must be empty, and so must the database be. waxwing.properties may be there "
                    + "already, and is kept. Everybody has to sign in again.",
            "",
            "Nothing is served before all of it is there. If it is interrupted, run it again: it begins anew.",
            "",
            "Accounts, passwords and tokens of programs are as they were when the backup was made: what was revoked, changed or "
                    + "suspended since is good again. Look at them before the blog is public.",
            "",
            "Ends with 3 if media files are damaged or missing in the backup: everything else is restored, and they are named."
        })
final class RestoreCommand implements Callable<Integer> {
    private static final Set<String> MAY_BE_THERE = Set.of(Settings.FILE, "lost+found");

    /** Files bear the hashes of their content, so those of a restore that was interrupted are the same, or are written again. */
    private static final Set<String> OF_INTERRUPTED_RESTORE = Set.of(BlogFolders.RESTORING, "media", "renditions");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "The file of a backup, or the folder of an archive.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Mixin
    private final DatabaseFlags database = new DatabaseFlags();

    @Override
    public Integer call() {
        Path folder = data.path(System.getenv());
        BlogConfig config = BlogConfig.read(folder, database.flags());
        requireEmpty(folder);
        StoredBackup backup = StoredBackup.at(path);
        backup.verify();
        data.open(System.getenv());
        begin(folder);
        RestoreBlog.Restored restored = restore(config, backup);
        keepConfiguration(folder, restored.configuration());
        end(folder);
        return BackupMaking.tell(spec, folder, "has", restored.manifest());
    }

    /** On trial: with everything in one folder. */
    static RestoreBlog.Restored restore(Path folder, StoredBackup backup) {
        return restore(folder, folder.resolve("media"), JdbiRestoration.inFolder(folder), backup);
    }

    private static RestoreBlog.Restored restore(BlogConfig config, StoredBackup backup) {
        RowIntake rows = config.database()
                .map(at -> JdbiRestoration.at(at.url(), at.user(), at.password()))
                .orElseGet(() -> JdbiRestoration.inFolder(config.data()));
        return restore(config.data(), config.media(), rows, backup);
    }

    private static RestoreBlog.Restored restore(Path folder, Path media, RowIntake rows, StoredBackup backup) {
        RestoreBlog restoreBlog = new RestoreBlog(
                rows,
                new FileSystemMediaStore(
                        media, folder.resolve("renditions"), new FolderSpace(media), new ImageIoImageProcessor()));
        return restoreBlog.handle(new RestoreBlog.Command(Actor.operator(), backup));
    }

    private static void requireEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !mayBeIn(folder, file.getFileName().toString()))
                    .findFirst()
                    .ifPresent(file -> {
                        throw new Refusal("The folder %s is not empty: it has %s; name an empty one with --data"
                                .formatted(folder, file.getFileName()));
                    });
        } catch (IOException e) {
            throw new Refusal("The folder %s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static boolean mayBeIn(Path folder, String name) {
        return MAY_BE_THERE.contains(name)
                || BlogFolders.in(folder).areBeingRestored() && OF_INTERRUPTED_RESTORE.contains(name);
    }

    /** Whoever serves the folder meanwhile, or after this was interrupted, is told. */
    private static void begin(Path folder) {
        try {
            Files.createDirectories(folder.resolve(BlogFolders.RESTORING));
        } catch (IOException e) {
            throw new Refusal("The folder %s cannot be written: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static void end(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(BlogFolders.RESTORING));
        } catch (IOException e) {
            throw new Refusal("The folder %s cannot be written: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static void keepConfiguration(Path folder, String lines) {
        Path file = folder.resolve(Settings.FILE);
        if (lines.isEmpty() || Files.exists(file)) {
            return;
        }
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new Refusal("The file %s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}
