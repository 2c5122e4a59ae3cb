package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.BackupFile;
import dev.waxwing.adapter.files.FileSystemMediaStore;
import dev.waxwing.adapter.files.FolderSpace;
import dev.waxwing.adapter.image.ImageIoImageProcessor;
import dev.waxwing.adapter.jdbi.BlogFolders;
import dev.waxwing.adapter.jdbi.Connections;
import dev.waxwing.adapter.jdbi.JdbiPersistence;
import dev.waxwing.adapter.jdbi.Tables;
import dev.waxwing.adapter.markdown.CommonMarkRenderer;
import dev.waxwing.adapter.search.LuceneSearchIndex;
import dev.waxwing.adapter.secret.Argon2PasswordHasher;
import dev.waxwing.adapter.secret.ListedPasswords;
import dev.waxwing.adapter.secret.RandomTokens;
import dev.waxwing.adapter.secret.TotpCodes;
import dev.waxwing.adapter.web.ProgramSite;
import dev.waxwing.adapter.web.ReadingSite;
import dev.waxwing.adapter.web.WritingSite;
import dev.waxwing.adapter.web.post.PostActs;
import dev.waxwing.adapter.web.shared.Watcher;
import dev.waxwing.adapter.web.site.Readiness;
import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.CodesDemand;
import dev.waxwing.application.account.OneTimeCodes;
import dev.waxwing.application.archive.ImportArchive;
import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.backup.BackUpBlog;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.application.backup.BackupTarget;
import dev.waxwing.application.library.MediaUseCases;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.application.post.ChangeSeenPost;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PreviewUseCases;
import dev.waxwing.application.post.PublishDuePosts;
import dev.waxwing.application.publication.BeginPost;
import dev.waxwing.application.publication.ComposePost;
import dev.waxwing.application.publication.ReadPost;
import dev.waxwing.application.redirect.RedirectUseCases;
import dev.waxwing.application.search.SearchPosts;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.site.ConfiguredSite;
import dev.waxwing.application.site.CurrentSite;
import dev.waxwing.application.site.KeptSite;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.application.site.SiteUseCases;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.application.throttle.SpendAllowance;
import dev.waxwing.application.token.ApiTokenUseCases;
import dev.waxwing.application.token.CreateOnce;
import dev.waxwing.application.upkeep.ForgetExpired;
import dev.waxwing.application.upkeep.ThinRevisions;
import dev.waxwing.domain.account.Actor;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The blog without its network edge: storage and renderer, and the use cases over them. */
final class House implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    /** PostgreSQL keeps no more of a second than this, so nothing may be written that is read back otherwise. */
    private static final Duration TICK = Duration.ofNanos(1_000);

    private final Clock clock;
    private final UuidV7 ids;
    private final MarkdownRenderer renderer = new CommonMarkRenderer();
    private final OneTimeCodes codes = new TotpCodes();
    private final TokenGenerator tokens = new RandomTokens();
    private final JdbiPersistence storage;
    private final LuceneSearchIndex index;
    private final FileSystemMediaStore media;
    private final Path data;
    private final Followers followers;
    private final LostMedia lost;
    private final Inspection inspection;
    private final AuthorUseCases authors;
    private final AccountUseCases accounts;

    private House(
            Path data,
            Optional<Path> databaseFile,
            FreeSpace space,
            FreeSpace mediaSpace,
            Clock clock,
            CodesDemand demand,
            JdbiPersistence storage,
            LuceneSearchIndex index,
            FileSystemMediaStore media) {
        this.data = data;
        this.clock = Clock.tick(clock, TICK);
        this.ids = new UuidV7(this.clock);
        this.storage = storage;
        this.index = index;
        this.media = media;
        followers = new Followers(storage, index, searchFolder(data), media);
        lost = new LostMedia(
                data,
                address -> media.find(address).filter(StoredMedia::isWhole).isPresent(),
                this.clock);
        inspection = new Inspection(storage, media, lost, followers, databaseFile, space, mediaSpace, this.clock);
        authors = AuthorUseCases.of(
                storage.authors(), storage.authorQueries(), storage.redirects(), ids, storage.unitOfWork(), this.clock);
        accounts = AccountUseCases.of(
                new AccountUseCases.Storage(
                        storage.accounts(),
                        storage.accountQueries(),
                        storage.sessions(),
                        storage.signIns(),
                        storage.links(),
                        storage.setUp(),
                        storage.auditTrail(),
                        storage.unitOfWork()),
                new AccountUseCases.Secrets(new Argon2PasswordHasher(), new ListedPasswords(), codes, demand, tokens),
                authors.register(),
                ids,
                this.clock);
    }

    static House open(BlogConfig config) {
        return open(config, Clock.systemUTC());
    }

    static House open(BlogConfig config, Clock clock) {
        return open(config, clock, new FolderSpace(config.data()), new FolderSpace(config.media()));
    }

    /** Which tables it would open; none are made or changed. */
    static Tables tables(BlogConfig config) {
        return config.database()
                .map(at -> Tables.at(at.url(), at.user(), at.password(), folders(config)))
                .orElseGet(() -> Tables.inFolder(folders(config)));
    }

    private static BlogFolders folders(BlogConfig config) {
        return new BlogFolders(config.data(), config.media());
    }

    /**
     * @param space on the disk of the data folder
     * @param mediaSpace on the disk of the media folder, which may be the same
     */
    static House open(BlogConfig config, Clock clock, FreeSpace space, FreeSpace mediaSpace) {
        return new House(
                config.data(),
                config.database().isPresent() ? Optional.empty() : Optional.of(JdbiPersistence.fileIn(config.data())),
                space,
                mediaSpace,
                clock,
                config.codes(),
                config.database()
                        .map(at -> JdbiPersistence.at(at.url(), at.user(), at.password(), folders(config)))
                        .orElseGet(() -> JdbiPersistence.inFolder(folders(config), space)),
                new LuceneSearchIndex(searchFolder(config.data())),
                new FileSystemMediaStore(
                        config.media(), config.data().resolve("renditions"), mediaSpace, new ImageIoImageProcessor()));
    }

    private static Path searchFolder(Path data) {
        return data.resolve("search");
    }

    /** The site as it is at the moment. */
    SiteSettings site(ConfiguredSite configured) {
        return new CurrentSite(configured, storage.settings());
    }

    /** What readers are served from. */
    ReadingSite readingSite(ConfiguredSite configured, Readiness readiness, Watcher watcher) {
        return new ReadingSite(
                storage.postQueries(),
                storage.tagQueries(),
                storage.authorQueries(),
                storage.redirectQueries(),
                new SearchPosts(index, storage.postQueries()),
                media,
                renderer,
                new KeptSite(configured, storage.settings()),
                readiness,
                storage.changes(),
                watcher);
    }

    /** What people write with. */
    WritingSite writingSite(ConfiguredSite configured) {
        return new WritingSite(
                accounts,
                codes,
                storage.auditQueries(),
                beginPost(),
                posts(),
                PreviewUseCases.of(
                        storage.previews(),
                        storage.posts(),
                        storage.deskQueries(),
                        tokens,
                        ids,
                        storage.unitOfWork(),
                        clock),
                authors,
                tags(),
                RedirectUseCases.of(storage.redirects(), storage.redirectQueries(), storage.unitOfWork(), clock),
                library(),
                SiteUseCases.of(
                        configured,
                        storage.settings(),
                        picture -> storage.media().find(picture).isPresent(),
                        storage.unitOfWork(),
                        clock),
                programs(),
                renderer,
                allowances(),
                ids,
                tokens,
                clock);
    }

    private ProgramSite programs() {
        PostUseCases posts = posts();
        TagUseCases tags = tags();
        PostActs acts = new PostActs(
                posts,
                readPost(),
                new ChangeSeenPost(storage.posts(), storage.unitOfWork()),
                new ComposePost(
                        beginPost(),
                        posts.tag(),
                        posts.publish(),
                        posts.schedule(),
                        tags.findOrCreate(),
                        storage.unitOfWork()),
                tags.findOrCreate(),
                storage.authorQueries(),
                new CreateOnce(storage.creations(), storage.unitOfWork(), clock));
        return new ProgramSite(acts, tags, authors, apiTokens());
    }

    private BeginPost beginPost() {
        return new BeginPost(posts().draft(), allowances(), storage.unitOfWork());
    }

    private SpendAllowance allowances() {
        return new SpendAllowance(storage.allowances(), storage.unitOfWork(), clock);
    }

    private ReadPost readPost() {
        return new ReadPost(
                storage.posts(), storage.authors(), storage.tags(), storage.deskQueries(), storage.unitOfWork());
    }

    private PostUseCases posts() {
        return PostUseCases.of(
                storage.posts(),
                storage.postQueries(),
                storage.deskQueries(),
                storage.redirects(),
                renderer,
                ids,
                storage.unitOfWork(),
                clock);
    }

    private TagUseCases tags() {
        return TagUseCases.of(
                storage.tags(),
                storage.tagQueries(),
                storage.posts(),
                storage.redirects(),
                ids,
                storage.unitOfWork(),
                clock);
    }

    private ApiTokenUseCases apiTokens() {
        return ApiTokenUseCases.of(
                storage.tokens(), storage.tokenQueries(), storage.accounts(), tokens, ids, storage.unitOfWork(), clock);
    }

    MediaUseCases library() {
        return MediaUseCases.of(
                media,
                storage.media(),
                storage.mediaQueries(),
                storage.authorQueries(),
                storage.settings(),
                storage.unitOfWork(),
                clock);
    }

    AccountUseCases accounts() {
        return accounts;
    }

    /** Scheduled posts appear when their time has come, however long anything else takes. */
    Background schedule() {
        PublishDuePosts publishDue = new PublishDuePosts(storage.posts(), storage.unitOfWork(), clock);
        return new Background("schedule", List.of(new Background.Job("schedule", () -> publish(publishDue))));
    }

    /** What else happens without anybody asking: search and library follow the changes, and what has run out is forgotten. */
    Background background() {
        ForgetExpired expired = new ForgetExpired(
                storage.sessions(),
                storage.signIns(),
                storage.links(),
                storage.previews(),
                storage.tokens(),
                storage.creations(),
                storage.allowances(),
                storage.unitOfWork(),
                clock);
        ThinRevisions thinning = new ThinRevisions(storage.changes(), storage.posts(), storage.unitOfWork(), clock);
        return new Background(
                "background",
                List.of(
                        new Background.Job("search", followers::index),
                        new Background.Job("library", followers::followMedia),
                        new Background.Job("upkeep", new OnceADay(clock, () -> {
                            forget(expired);
                            thin(thinning);
                        }))));
    }

    private static void forget(ForgetExpired expired) {
        int forgotten = expired.handle();
        while (forgotten > 0) {
            LOG.info("Forgot {} links, keys and marks that have run out", forgotten);
            forgotten = expired.handle();
        }
    }

    private static void thin(ThinRevisions thinning) {
        int changes;
        do {
            changes = thinning.handle();
        } while (changes > 0);
    }

    private static void publish(PublishDuePosts publishDue) {
        int published = publishDue.handle();
        while (published > 0) {
            LOG.info("Published {} scheduled posts", published);
            published = publishDue.handle();
        }
    }

    /** Tells how it does. */
    Inspection inspection() {
        return inspection;
    }

    Connections connections() {
        return storage.connections();
    }

    /** Brings what follows the changes to the last one, at once. */
    void catchUp() {
        followers.index();
        followers.followMedia();
    }

    ImportArchive importArchive() {
        return new ImportArchive(
                storage.posts(),
                storage.deskQueries(),
                storage.authors(),
                storage.tags(),
                storage.redirects(),
                storage.redirectQueries(),
                media,
                storage.media(),
                renderer,
                storage.importLedger(),
                ids,
                storage.unitOfWork(),
                clock);
    }

    /** Writes the whole blog into one place, as it is at this moment, and notes which files it has lost. */
    BackupManifest backUp(BackupTarget target) {
        BackupManifest manifest = new BackUpBlog(storage.rows(), media, readPost(), storage.changes())
                .handle(new BackUpBlog.Command(Actor.operator(), target, Version.current(), SettingsCopy.of(data)));
        lost.note(manifest.losses());
        return manifest;
    }

    /** The backups of the schedule. */
    ScheduledBackups scheduled(BackupPlan plan) {
        return new ScheduledBackups(data, plan, this::backUp, this::bytes, storage.duties(), clock);
    }

    /** The size of the files, and of the database if it is embedded. */
    private long bytes() {
        LongAdder bytes = new LongAdder();
        media.forEach(file -> bytes.add(file.size()));
        return bytes.sum() + inspection.databaseBytes().orElse(0L);
    }

    /** What takes long and must not hold up anything else: the backups of the schedule, and those that commands ask for. */
    Background backups(ScheduledBackups scheduled) {
        Requests requests = Requests.forBackups(data);
        requests.begin();
        return new Background(
                "backups",
                List.of(
                        new Background.Job(
                                "requests for backups", () -> requests.serve(file -> backUp(BackupFile.zip(file)))),
                        Background.Job.withPauses("backups", scheduled::run),
                        new Background.Job("lost media", lost::lookAgain)));
    }

    /** Whether nothing has ever happened in the blog. */
    boolean isNew() {
        return storage.changes().head() == 0;
    }

    /** To be called when the blog is about to end, and some of what goes on needs the house still. */
    void hurry() {
        storage.hurry();
    }

    /** An index that cannot be closed well, as on a full disk, is made again at the next start. */
    @Override
    public void close() {
        try {
            index.close();
        } catch (UncheckedIOException e) {
            LOG.warn("The search index could not be closed: {}", e.getMessage());
        } finally {
            storage.close();
        }
    }
}
