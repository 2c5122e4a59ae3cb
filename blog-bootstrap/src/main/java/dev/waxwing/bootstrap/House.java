package dev.waxwing.bootstrap;

import dev.waxwing.adapter.files.FileSystemMediaStore;
import dev.waxwing.adapter.jdbi.JdbiPersistence;
import dev.waxwing.adapter.markdown.CommonMarkRenderer;
import dev.waxwing.adapter.search.LuceneSearchIndex;
import dev.waxwing.adapter.secret.Argon2PasswordHasher;
import dev.waxwing.adapter.secret.RandomTokens;
import dev.waxwing.adapter.secret.TotpCodes;
import dev.waxwing.adapter.web.ReadingSite;
import dev.waxwing.adapter.web.WritingSite;
import dev.waxwing.adapter.web.site.Readiness;
import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.OneTimeCodes;
import dev.waxwing.application.archive.ImportArchive;
import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.change.Projection;
import dev.waxwing.application.change.ProjectionRunner;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.PublishDuePosts;
import dev.waxwing.application.search.SearchPosts;
import dev.waxwing.application.search.SearchProjection;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.site.SiteSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The blog without its network edge: storage and renderer, and the use cases over them. */
final class House implements AutoCloseable {
    /** PostgreSQL keeps no more of a second than this, so nothing may be written that is read back otherwise. */
    private static final Duration TICK = Duration.ofNanos(1_000);

    private final Clock clock = Clock.tick(Clock.systemUTC(), TICK);
    private final UuidV7 ids = new UuidV7(clock);
    private final MarkdownRenderer renderer = new CommonMarkRenderer();
    private final OneTimeCodes codes = new TotpCodes();
    private final TokenGenerator tokens = new RandomTokens();
    private final JdbiPersistence storage;
    private final LuceneSearchIndex index;
    private final MediaStore media;
    private final AccountUseCases accounts;

    private House(JdbiPersistence storage, LuceneSearchIndex index, MediaStore media) {
        this.storage = storage;
        this.index = index;
        this.media = media;
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
                new AccountUseCases.Secrets(new Argon2PasswordHasher(), codes, tokens),
                AuthorUseCases.of(
                                storage.authors(),
                                storage.authorQueries(),
                                storage.redirects(),
                                ids,
                                storage.unitOfWork(),
                                clock)
                        .register(),
                ids,
                clock);
    }

    static House open(BlogConfig config) {
        return new House(
                config.database()
                        .map(at -> JdbiPersistence.at(at.url(), at.user(), at.password()))
                        .orElseGet(() -> JdbiPersistence.inFolder(config.data())),
                new LuceneSearchIndex(config.data().resolve("search")),
                new FileSystemMediaStore(config.data().resolve("media")));
    }

    /** What readers are served from. */
    ReadingSite readingSite(SiteSettings settings, Readiness readiness) {
        return new ReadingSite(
                storage.postQueries(),
                storage.tagQueries(),
                storage.authorQueries(),
                storage.redirectQueries(),
                new SearchPosts(index, storage.postQueries()),
                media,
                renderer,
                settings,
                readiness);
    }

    /** What people write with. */
    WritingSite writingSite() {
        return new WritingSite(accounts, codes, storage.auditQueries(), tokens);
    }

    AccountUseCases accounts() {
        return accounts;
    }

    /** What happens without anybody asking. */
    Background background() {
        return new Background(
                new PublishDuePosts(storage.posts(), storage.unitOfWork(), clock), projectionRunner(), projections());
    }

    /** Brings the projections to the last change, at once. */
    void catchUp() {
        projections().forEach(projectionRunner()::catchUp);
    }

    private ProjectionRunner projectionRunner() {
        return new ProjectionRunner(storage.changes(), storage.unitOfWork());
    }

    private List<Projection> projections() {
        return List.of(new SearchProjection(index, storage.postQueries(), storage.posts(), storage.changes()));
    }

    ImportArchive importArchive() {
        return new ImportArchive(
                storage.posts(),
                storage.authors(),
                storage.tags(),
                storage.redirects(),
                storage.redirectQueries(),
                media,
                renderer,
                storage.importLedger(),
                ids,
                storage.unitOfWork(),
                clock);
    }

    /** Whether nothing has ever happened in the blog. */
    boolean isNew() {
        return storage.changes().head() == 0;
    }

    @Override
    public void close() {
        index.close();
        storage.close();
    }
}
