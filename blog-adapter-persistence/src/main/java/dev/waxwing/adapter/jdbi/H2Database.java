package dev.waxwing.adapter.jdbi;

import dev.waxwing.adapter.jdbi.shared.JournaledFile;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded database: a file in the data folder, open in one process at a time. */
final class H2Database {
    static final String FILE = "blog.mv.db";
    private static final Logger LOG = LoggerFactory.getLogger(H2Database.class);
    private static final String COPY = "blog.before-migration.mv.db";
    private static final Pattern SNAPSHOT = Pattern.compile("blog\\.schema-(\\d{3,9})\\.mv\\.db");
    private static final int SNAPSHOTS_KEPT = 3;

    /**
     * Lets a file stay open when a thread that reads it is interrupted, which would end the database for all threads otherwise.
     */
    private static final String DISK = "async";

    /**
     * {@code WRITE_DELAY=0} writes each commit at once, and at the end of the file ({@code REUSE_SPACE=FALSE}), the one place
     * where H2 is sure to find the last; with the journal nothing old is needed after a power cut ({@code RETENTION_TIME=0});
     * the cache of parsed statements is large enough for all of ours; failures are told to whoever asked, and to no file
     * beside.
     */
    private static final String URL =
            "jdbc:h2:journaled:%s:%s/blog;WRITE_DELAY=0;REUSE_SPACE=FALSE;RETENTION_TIME=0;LOCK_TIMEOUT=10000"
                    + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=100;TRACE_LEVEL_FILE=0";

    /**
     * The folders that are open in this process, and how often. Their files are not looked into again: whoever closes a file of
     * another opener gives up the lock of both.
     */
    private static final Map<Path, Integer> OPEN = new ConcurrentHashMap<>();

    static {
        JournaledFile.register();
    }

    private final BlogFolders folders;
    private final Path folder;
    private final String disk;
    private final JdbcDataSource source = new JdbcDataSource();
    private @Nullable Connection keeper;

    /** @throws BlogException.Unavailable if H2 cannot have a file there */
    H2Database(Path folder) {
        this(BlogFolders.in(folder), DISK);
    }

    /** @throws BlogException.Unavailable if H2 cannot have a file in the data folder */
    H2Database(BlogFolders folders) {
        this(folders, DISK);
    }

    /** @param disk the scheme by which H2 reaches files */
    H2Database(Path folder, String disk) {
        this(BlogFolders.in(folder), disk);
    }

    private H2Database(BlogFolders folders, String disk) {
        this.folders = folders;
        this.folder = real(folders.data().toAbsolutePath().normalize());
        this.disk = disk;
        if (this.folder.toString().contains(";")) {
            throw new BlogException.Unavailable(
                    "The data folder '%s' has a semicolon in its path, which the database cannot have"
                            .formatted(folder),
                    new IllegalArgumentException(";"));
        }
        source.setURL(URL.formatted(disk, this.folder));
        source.setUser("sa");
        source.setPassword("");
    }

    /** Without the links on the way to it, as H2 knows it, and as another opener does who comes by other links. */
    private static Path real(Path folder) {
        Path parent = folder.getParent();
        try {
            return Files.exists(folder) || parent == null
                    ? folder.toRealPath()
                    : real(parent).resolve(folder.getFileName());
        } catch (IOException e) {
            return folder;
        }
    }

    JdbcDataSource source() {
        return source;
    }

    /**
     * Whether it is there, and no change of its tables was interrupted.
     *
     * @throws BlogException.Unavailable if it is missing beside files that belong to it
     */
    boolean isSettled() {
        if (Files.notExists(folder.resolve(FILE))) {
            requireNewFolder();
        }
        return Files.exists(folder.resolve(FILE)) && Files.notExists(folder.resolve(COPY));
    }

    /**
     * Opens the database, making it if there is none, and keeps it open until it is closed.
     *
     * @throws BlogException.Unavailable if it is in use by another process, is damaged, lies beside the journal of
     *     another database or of another version of the program, or is missing beside files that belong to it
     */
    void open() {
        try {
            Files.createDirectories(folder);
            putBackInterruptedMigration();
            if (!Files.exists(folder.resolve(FILE))) {
                requireNewFolder();
            }
            if (!OPEN.containsKey(folder) && (Files.exists(folder.resolve(FILE)) || Files.exists(journal()))) {
                JournaledFile.recover(folder.resolve(FILE));
                requireWhole();
            }
            hold(connected());
            syncFolder(folder);
        } catch (JournaledFile.OfAnotherFile e) {
            throw new BlogException.Unavailable(
                    ("The journal '%s' is not of the database that lies beside it; put the database back that it belongs to,"
                                    + " or move the journal away if this is the one you want")
                            .formatted(journal()),
                    e);
        } catch (JournaledFile.OfUnknownFormat e) {
            throw new BlogException.Unavailable(
                    ("The journal '%s' was written by another version of the program; start that one and stop it in order,"
                                    + " which leaves no journal, or restore a backup")
                            .formatted(journal()),
                    e);
        } catch (IOException e) {
            throw new BlogException.Unavailable("The data folder '%s' cannot be written".formatted(folder), e);
        } catch (SQLException e) {
            throw new BlogException.Unavailable(reason(e), e);
        }
    }

    /**
     * Runs changes of the tables so that they are done wholly or not at all, whatever ends the program meanwhile: H2 itself
     * commits each of them. The database as it was before is kept beside it, for whoever wants to go back to an older program;
     * nothing is changed if it is not whole.
     *
     * @param present the version that the tables have, 0 if there are none
     */
    void change(int present, Runnable migration) {
        try {
            closeWholly();
            Path draft = folder.resolve(COPY + ".part");
            JournaledFile.copy(folder.resolve(FILE), draft);
            Files.move(draft, folder.resolve(COPY), StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
            hold(connected());
            migration.run();
            closeWholly();
            sync(folder.resolve(FILE), StandardOpenOption.WRITE);
            if (present == 0) {
                Files.delete(folder.resolve(COPY));
            } else {
                keep(present);
            }
            syncFolder(folder);
            hold(connected());
        } catch (JournaledFile.Damaged e) {
            throw new BlogException.Unavailable(e.sentence(), e);
        } catch (IOException | SQLException e) {
            throw new BlogException.Unavailable("The tables of the database cannot be made: " + e.getMessage(), e);
        }
    }

    /** The copy is put back by whoever finds it under its first name, so that its new name ends the migration. */
    private void keep(int version) throws IOException {
        Files.move(
                folder.resolve(COPY),
                folder.resolve("blog.schema-%03d.mv.db".formatted(version)),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        for (Path old : snapshots().stream().skip(SNAPSHOTS_KEPT).toList()) {
            Files.delete(old);
        }
    }

    private List<Path> snapshots() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> versionOf(file) > 0)
                    .sorted(Comparator.comparingInt(H2Database::versionOf).reversed())
                    .toList();
        }
    }

    private static int versionOf(Path file) {
        Matcher name = SNAPSHOT.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** @throws BlogException.Unavailable if a blog has been in the folders of which this database has nothing */
    void requireNewFolder() {
        folders.requireNew("The database '%s' is missing or empty".formatted(folder.resolve(FILE)));
    }

    private void requireWhole() throws IOException {
        if (StoreHeader.isCutOff(folder.resolve(FILE))) {
            throw new BlogException.Unavailable(
                    "The database '%s' is damaged: its end is missing; restore it from a backup, or copy it again"
                            .formatted(folder.resolve(FILE)),
                    new IllegalStateException("Cut off"));
        }
    }

    /**
     * Opens the database again if it has ended by itself; does nothing while it is open, or is closed on purpose.
     *
     * @param before what is to be done first if it has
     */
    synchronized void reopenIfEnded(Runnable before) {
        if (keeper == null || answers(keeper)) {
            return;
        }
        before.run();
        try {
            Connection opened = connected();
            close();
            hold(opened);
            LOG.warn("The database had ended after a failed write, and is open again");
        } catch (SQLException | BlogException.Unavailable e) {
            LOG.warn("The database has ended and cannot be opened: {}", e.getMessage());
        }
    }

    private static boolean answers(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Closes the database and gives its file to another folder, where it is seen when it is whole and on disk.
     *
     * @throws BlogException.Unavailable if it cannot be moved there
     */
    void moveTo(Path other) {
        try {
            closeWholly();
            sync(folder.resolve(FILE), StandardOpenOption.WRITE);
            Files.move(folder.resolve(FILE), other.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            syncFolder(other);
        } catch (IOException e) {
            throw new BlogException.Unavailable("The database cannot be moved to '%s'".formatted(other), e);
        }
    }

    /** H2 opens a file that is damaged at its end in an older state, which nobody may take for the present one. */
    private Connection connected() throws SQLException {
        Connection opened = source.getConnection();
        try {
            requireUndamaged();
            return opened;
        } catch (BlogException.Unavailable e) {
            try (opened) {
                throw e;
            }
        }
    }

    /** @throws BlogException.Unavailable if a part of the file was found that is not as it was written */
    void requireUndamaged() {
        damage().ifPresent(damage -> {
            throw new BlogException.Unavailable(damage.sentence(), damage);
        });
    }

    /** The room for changes, of which a file that is damaged takes none. */
    FreeSpace room(FreeSpace space) {
        return () -> {
            requireUndamaged();
            return space.bytes();
        };
    }

    private Optional<JournaledFile.Damaged> damage() {
        return JournaledFile.damage(FilePath.get(disk + ":" + folder.resolve(FILE)));
    }

    private void hold(Connection opened) {
        keeper = opened;
        OPEN.merge(folder, 1, Integer::sum);
    }

    /** The file has all that was written; what was not acknowledged may be in the journal only if the disk did not take it. */
    private void closeWholly() throws IOException {
        close();
        if (Files.exists(journal())) {
            throw new IOException("The disk did not take all of it");
        }
    }

    private Path journal() {
        return folder.resolve(FILE + JournaledFile.SUFFIX);
    }

    synchronized void close() {
        if (keeper != null) {
            try {
                keeper.close();
            } catch (SQLException ignored) {
                // What was acknowledged is on disk already.
            }
            keeper = null;
            OPEN.computeIfPresent(folder, (any, times) -> times > 1 ? times - 1 : null);
        }
    }

    private void putBackInterruptedMigration() throws IOException {
        if (Files.exists(folder.resolve(COPY))) {
            Files.deleteIfExists(journal());
            syncFolder(folder);
            Files.move(
                    folder.resolve(COPY),
                    folder.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String reason(SQLException e) {
        return damage().map(JournaledFile.Damaged::sentence).orElseGet(() -> reasonOfItsOwn(e));
    }

    private String reasonOfItsOwn(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                "The blog in '%s' is in use by another process; stop that one first".formatted(folder);
            case ErrorCode.FILE_CORRUPTED_1 ->
                "The database '%s' is damaged; restore it from a backup".formatted(folder.resolve(FILE));
            case ErrorCode.IO_EXCEPTION_1 ->
                "The database '%s' cannot be read; if it is damaged, restore it from a backup"
                        .formatted(folder.resolve(FILE));
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                "The database '%s' was made by a newer version of the program; start that one"
                        .formatted(folder.resolve(FILE));
            default -> "The database '%s' cannot be opened: %s".formatted(folder.resolve(FILE), e.getMessage());
        };
    }

    /** A new file outlives a power cut only when its folder is on disk too; where folders cannot be synced, they need not. */
    private static void syncFolder(Path folder) {
        try {
            sync(folder, StandardOpenOption.READ);
        } catch (IOException ignored) {
            // Windows refuses to open folders.
        }
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
