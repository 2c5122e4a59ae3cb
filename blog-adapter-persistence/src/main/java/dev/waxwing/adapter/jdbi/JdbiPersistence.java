package dev.waxwing.adapter.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import dev.waxwing.adapter.jdbi.account.JdbiAccountQueries;
import dev.waxwing.adapter.jdbi.account.JdbiAccountRepository;
import dev.waxwing.adapter.jdbi.account.JdbiLinkStore;
import dev.waxwing.adapter.jdbi.account.JdbiSessionStore;
import dev.waxwing.adapter.jdbi.account.JdbiSetUpStore;
import dev.waxwing.adapter.jdbi.account.JdbiSignInStore;
import dev.waxwing.adapter.jdbi.archive.JdbiImportLedger;
import dev.waxwing.adapter.jdbi.audit.JdbiAuditQueries;
import dev.waxwing.adapter.jdbi.audit.JdbiAuditTrail;
import dev.waxwing.adapter.jdbi.author.JdbiAuthorQueries;
import dev.waxwing.adapter.jdbi.author.JdbiAuthorRepository;
import dev.waxwing.adapter.jdbi.backup.JdbiRowStore;
import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.library.JdbiMediaQueries;
import dev.waxwing.adapter.jdbi.library.JdbiMediaRepository;
import dev.waxwing.adapter.jdbi.post.JdbiDeskQueries;
import dev.waxwing.adapter.jdbi.post.JdbiPostQueries;
import dev.waxwing.adapter.jdbi.post.JdbiPostRepository;
import dev.waxwing.adapter.jdbi.post.JdbiPreviewRepository;
import dev.waxwing.adapter.jdbi.redirect.JdbiRedirectQueries;
import dev.waxwing.adapter.jdbi.redirect.JdbiRedirectRepository;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.adapter.jdbi.shared.Durability;
import dev.waxwing.adapter.jdbi.shared.JdbiUnitOfWork;
import dev.waxwing.adapter.jdbi.shared.OtherNodes;
import dev.waxwing.adapter.jdbi.site.JdbiSettingsRepository;
import dev.waxwing.adapter.jdbi.tag.JdbiTagQueries;
import dev.waxwing.adapter.jdbi.tag.JdbiTagRepository;
import dev.waxwing.adapter.jdbi.throttle.JdbiAllowanceStore;
import dev.waxwing.adapter.jdbi.token.JdbiApiTokenRepository;
import dev.waxwing.adapter.jdbi.token.JdbiCreationStore;
import dev.waxwing.adapter.jdbi.upkeep.JdbiDutyRoster;
import dev.waxwing.application.account.AccountQueries;
import dev.waxwing.application.account.AccountRepository;
import dev.waxwing.application.account.LinkStore;
import dev.waxwing.application.account.SessionStore;
import dev.waxwing.application.account.SetUpStore;
import dev.waxwing.application.account.SignInStore;
import dev.waxwing.application.archive.ImportLedger;
import dev.waxwing.application.audit.AuditQueries;
import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorRepository;
import dev.waxwing.application.backup.RowStore;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.library.MediaQueries;
import dev.waxwing.application.library.MediaRepository;
import dev.waxwing.application.post.DeskQueries;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.post.PreviewRepository;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.site.SettingsRepository;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagRepository;
import dev.waxwing.application.throttle.AllowanceStore;
import dev.waxwing.application.token.ApiTokenQueries;
import dev.waxwing.application.token.ApiTokenRepository;
import dev.waxwing.application.token.CreationStore;
import dev.waxwing.application.upkeep.DutyRoster;
import dev.waxwing.domain.shared.BlogException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The storage side of the blog: every port that a database serves, over one schema that is brought up to date when it is
 * opened. Close it when nothing uses the ports any more.
 */
public final class JdbiPersistence implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** With the sign of life that may be awaited at its end, less than ten seconds. */
    private static final Duration SHORT_WAIT = Duration.ofMillis(7_500);

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    /** One of them hears the other nodes. */
    private static final int CONNECTIONS = 11;

    /** For a connection, while the blog ends. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final DataSource source;
    private final Durability durability;
    private final Optional<String> weakness;
    private final OtherNodes others;
    private final Runnable closing;
    private final UnitOfWork unitOfWork;
    private final ChangeFeed changes;
    private final PostRepository posts;
    private final PostQueries postQueries;
    private final DeskQueries deskQueries;
    private final PreviewRepository previews;
    private final AuthorRepository authors;
    private final AuthorQueries authorQueries;
    private final TagRepository tags;
    private final TagQueries tagQueries;
    private final RedirectRepository redirects;
    private final RedirectQueries redirectQueries;
    private final MediaRepository media;
    private final MediaQueries mediaQueries;
    private final ImportLedger importLedger;
    private final AccountRepository accounts;
    private final AccountQueries accountQueries;
    private final SessionStore sessions;
    private final SignInStore signIns;
    private final LinkStore links;
    private final AllowanceStore allowances;
    private final SetUpStore setUp;
    private final AuditTrail auditTrail;
    private final AuditQueries auditQueries;
    private final JdbiApiTokenRepository tokens;
    private final CreationStore creations;
    private final SettingsRepository settings;
    private final DutyRoster duties;
    private final RowStore rows;

    private JdbiPersistence(DataSource source, Dialect dialect, Durability durability, Runnable closing) {
        this.source = source;
        this.durability = durability;
        this.weakness = dialect.weakness(source);
        this.others = dialect.otherNodes(source);
        this.closing = closing;
        Database database = new Database(source, durability);
        JdbiAuditTrail trail = new JdbiAuditTrail(database);
        JdbiChangeFeed feed = new JdbiChangeFeed(database, trail, others);
        unitOfWork = new JdbiUnitOfWork(database);
        changes = feed;
        posts = new JdbiPostRepository(database, feed);
        postQueries = new JdbiPostQueries(database);
        deskQueries = new JdbiDeskQueries(database);
        previews = new JdbiPreviewRepository(database, feed);
        authors = new JdbiAuthorRepository(database, feed);
        authorQueries = new JdbiAuthorQueries(database);
        tags = new JdbiTagRepository(database, feed);
        tagQueries = new JdbiTagQueries(database);
        redirects = new JdbiRedirectRepository(database, feed);
        redirectQueries = new JdbiRedirectQueries(database);
        media = new JdbiMediaRepository(database, feed);
        mediaQueries = new JdbiMediaQueries(database);
        importLedger = new JdbiImportLedger(database);
        accounts = new JdbiAccountRepository(database, feed);
        accountQueries = new JdbiAccountQueries(database);
        sessions = new JdbiSessionStore(database);
        signIns = new JdbiSignInStore(database);
        links = new JdbiLinkStore(database);
        allowances = new JdbiAllowanceStore(database);
        setUp = new JdbiSetUpStore(database);
        auditTrail = trail;
        auditQueries = new JdbiAuditQueries(database);
        tokens = new JdbiApiTokenRepository(database, feed);
        creations = new JdbiCreationStore(database);
        settings = new JdbiSettingsRepository(database, feed);
        duties = new JdbiDutyRoster(database);
        rows = new JdbiRowStore(database, dialect, Schema.VERSION);
    }

    /**
     * Opens the embedded database {@code blog.mv.db} in a data folder, making it if there is none. While the disk is nearly
     * full nothing can be changed, and everything be read.
     *
     * @param space on the disk of the folder
     * @throws BlogException.Unavailable if another process has it open, a newer program made it, it is damaged, it is missing
     *     beside what only a blog leaves there, or the folder cannot be written
     */
    public static JdbiPersistence inFolder(Path data, FreeSpace space) {
        return inFolder(BlogFolders.in(data), space);
    }

    /**
     * Like {@link #inFolder(Path, FreeSpace)}, where the media may lie elsewhere.
     *
     * @param space on the disk of the data folder
     */
    public static JdbiPersistence inFolder(BlogFolders folders, FreeSpace space) {
        H2Database file = new H2Database(folders);
        file.open();
        try {
            bringUpToDate(file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
        HikariConfig pool = pool(8);
        pool.setDataSource(file.source());
        pool.setMaxLifetime(0);
        EndedDatabase ended = new EndedDatabase(file);
        pool.setExceptionOverride(ended);
        HikariDataSource connections = new HikariDataSource(pool);
        ended.guard(connections);
        return new JdbiPersistence(
                connections, Dialect.H2, Dialect.H2.durability(file.source(), file.room(space)), () -> {
                    connections.close();
                    file.close();
                });
    }

    /**
     * Opens a database by its JDBC address.
     *
     * @throws IllegalArgumentException if the address is neither of H2 nor of PostgreSQL
     * @throws BlogException.Unavailable if it does not answer, or a newer program made its schema
     */
    public static JdbiPersistence at(String jdbcUrl, String user, String password) {
        return at(jdbcUrl, user, password, () -> {});
    }

    /**
     * Like {@link #at(String, String, String)}, for a blog that has folders too.
     *
     * @throws BlogException.Unavailable also if the database has no tables, and a blog has been in the folders
     */
    public static JdbiPersistence at(String jdbcUrl, String user, String password, BlogFolders folders) {
        return at(jdbcUrl, user, password, () -> Tables.requireNewFor(folders));
    }

    /** @param beforeTables is done before tables are made where there are none */
    private static JdbiPersistence at(String jdbcUrl, String user, String password, Runnable beforeTables) {
        Dialect dialect = Dialect.of(jdbcUrl);
        HikariConfig pool = pool(CONNECTIONS, dialect, jdbcUrl, user, password);
        pool.setConnectionTimeout(SHORT_WAIT.toMillis());
        pool.setValidationTimeout(SIGN_OF_LIFE.toMillis());
        dialect.limit(pool::setConnectionInitSql, pool::addDataSourceProperty);
        HikariDataSource connections = connect(pool);
        try {
            Schema schema = new Schema(connections);
            if (!schema.isCurrent()) {
                if (schema.present() == 0) {
                    beforeTables.run();
                }
                bringUpToDate(dialect, jdbcUrl, user, password);
            }
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
        return new JdbiPersistence(
                connections, dialect, dialect.durability(connections, FreeSpace.PLENTY), connections::close);
    }

    /**
     * Uses a database that somebody else has opened, and will close. On H2 the user must be an administrator, and one
     * connection is kept for syncing; on PostgreSQL one is kept for hearing other nodes.
     *
     * @throws BlogException.Unavailable if it does not answer, or a newer program made its schema
     */
    public static JdbiPersistence open(DataSource source, Dialect dialect) {
        new Schema(source).migrate();
        return new JdbiPersistence(source, dialect, dialect.durability(source, FreeSpace.PLENTY), () -> {});
    }

    /** The file of the embedded database in a data folder, whether it is there or not. */
    public static Path fileIn(Path data) {
        return data.resolve(H2Database.FILE);
    }

    /** None if somebody else has opened the database. */
    public Connections connections() {
        return source instanceof HikariDataSource own ? connections(own) : new Connections(0, 0, 0, 0);
    }

    private static Connections connections(HikariDataSource source) {
        HikariPoolMXBean pool = source.getHikariPoolMXBean();
        return new Connections(
                pool.getActiveConnections(),
                pool.getIdleConnections(),
                source.getMaximumPoolSize(),
                pool.getThreadsAwaitingConnection());
    }

    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    public ChangeFeed changes() {
        return changes;
    }

    public PostRepository posts() {
        return posts;
    }

    public PostQueries postQueries() {
        return postQueries;
    }

    public DeskQueries deskQueries() {
        return deskQueries;
    }

    public PreviewRepository previews() {
        return previews;
    }

    public AuthorRepository authors() {
        return authors;
    }

    public AuthorQueries authorQueries() {
        return authorQueries;
    }

    public TagRepository tags() {
        return tags;
    }

    public TagQueries tagQueries() {
        return tagQueries;
    }

    public RedirectRepository redirects() {
        return redirects;
    }

    public RedirectQueries redirectQueries() {
        return redirectQueries;
    }

    public MediaRepository media() {
        return media;
    }

    public MediaQueries mediaQueries() {
        return mediaQueries;
    }

    public ImportLedger importLedger() {
        return importLedger;
    }

    public AccountRepository accounts() {
        return accounts;
    }

    public AccountQueries accountQueries() {
        return accountQueries;
    }

    public ApiTokenRepository tokens() {
        return tokens;
    }

    public ApiTokenQueries tokenQueries() {
        return tokens;
    }

    public CreationStore creations() {
        return creations;
    }

    public SettingsRepository settings() {
        return settings;
    }

    public DutyRoster duties() {
        return duties;
    }

    public RowStore rows() {
        return rows;
    }

    public SessionStore sessions() {
        return sessions;
    }

    /**
     * Returns if changes can be made; asking tries again.
     *
     * @throws BlogException.Full while there is no room for them
     * @throws BlogException.Unavailable while they cannot be brought to disk
     */
    public void requireDurable() {
        durability.requireSound();
    }

    /** Why what was acknowledged may be lost with the power all the same, in words; nothing if it may not. */
    public Optional<String> weakness() {
        return weakness;
    }

    public SignInStore signIns() {
        return signIns;
    }

    public LinkStore links() {
        return links;
    }

    public AllowanceStore allowances() {
        return allowances;
    }

    public SetUpStore setUp() {
        return setUp;
    }

    public AuditTrail auditTrail() {
        return auditTrail;
    }

    public AuditQueries auditQueries() {
        return auditQueries;
    }

    /** To be called when the blog is about to end: from now on nobody waits for a connection that may never come. */
    public void hurry() {
        if (source instanceof HikariDataSource own) {
            own.setConnectionTimeout(SHORTEST_WAIT.toMillis());
        }
    }

    @Override
    public void close() {
        others.close();
        durability.close();
        closing.run();
    }

    private static void bringUpToDate(H2Database file) {
        Schema schema = new Schema(file.source());
        if (schema.isCurrent()) {
            return;
        }
        if (schema.present() == 0) {
            file.requireNewFolder();
        }
        file.change(schema.present(), schema::migrate);
    }

    /** Changing tables takes as long as it takes. */
    private static void bringUpToDate(Dialect dialect, String jdbcUrl, String user, String password) {
        try (HikariDataSource unlimited = connect(pool(2, dialect, jdbcUrl, user, password))) {
            new Schema(unlimited).migrate();
        }
    }

    static HikariConfig pool(int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("waxwing");
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(LONGEST_WAIT.toMillis());
        return pool;
    }

    static HikariConfig pool(int connections, Dialect dialect, String jdbcUrl, String user, String password) {
        HikariConfig pool = pool(connections);
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(user);
        pool.setPassword(password);
        dialect.tune(pool::addDataSourceProperty);
        return pool;
    }

    static HikariDataSource connect(HikariConfig pool) {
        try {
            return new HikariDataSource(pool);
        } catch (HikariPool.PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BlogException.Unavailable("The database cannot be opened: " + cause.getMessage(), e);
        }
    }
}
