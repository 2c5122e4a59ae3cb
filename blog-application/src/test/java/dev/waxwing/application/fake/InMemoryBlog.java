package dev.waxwing.application.fake;

import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.CodesDemand;
import dev.waxwing.application.account.CommonPasswords;
import dev.waxwing.application.account.Failures;
import dev.waxwing.application.account.LinkStore;
import dev.waxwing.application.account.Session;
import dev.waxwing.application.account.SessionId;
import dev.waxwing.application.archive.ImportLedger;
import dev.waxwing.application.audit.AuditEntry;
import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.contract.Storage;
import dev.waxwing.application.library.MediaUseCases;
import dev.waxwing.application.post.DeskQueries;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.Milestone;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PreviewRepository;
import dev.waxwing.application.post.PreviewUseCases;
import dev.waxwing.application.redirect.RedirectUseCases;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.site.ConfiguredSite;
import dev.waxwing.application.site.SettingsRepository;
import dev.waxwing.application.site.SiteUseCases;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.application.token.ApiTokenUseCases;
import dev.waxwing.application.token.CreationStore;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.library.MediaFile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Preview;
import dev.waxwing.domain.post.PreviewId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.DomainEvent;
import dev.waxwing.domain.site.SavedSettings;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.token.ApiToken;
import dev.waxwing.domain.token.ApiTokenId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All driven ports in memory, with real roll-back: passes the same contracts as the databases. For tests and trials. */
public final class InMemoryBlog implements UnitOfWork, ChangeFeed {
    /** A few, for tests. */
    public static final CommonPasswords COMMON_PASSWORDS =
            Set.of("dragon", "monkey", "password", "qwerty", "sunshine")::contains;

    private final PlainPasswordHasher passwordHasher = new PlainPasswordHasher();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong ids = new AtomicLong();
    private final TokenGenerator tokens = new CountedTokens();
    private final InMemoryPosts posts = new InMemoryPosts(this);
    private final InMemoryDesk desk = new InMemoryDesk(this);
    private final InMemoryPreviews previews = new InMemoryPreviews(this);
    private final InMemoryAuthors authors = new InMemoryAuthors(this);
    private final InMemoryTags tags = new InMemoryTags(this);
    private final InMemoryRedirects redirects = new InMemoryRedirects(this);
    private final InMemoryImportLedger importLedger = new InMemoryImportLedger(this);
    private final InMemoryMedia library = new InMemoryMedia(this);
    private final InMemoryAccounts accounts = new InMemoryAccounts(this);
    private final InMemorySessions sessions = new InMemorySessions(this);
    private final InMemorySignIns signIns = new InMemorySignIns(this);
    private final InMemoryLinks links = new InMemoryLinks(this);
    private final InMemoryAllowances allowances = new InMemoryAllowances(this);
    private final InMemorySetUp setUp = new InMemorySetUp(this);
    private final InMemoryAudit audit = new InMemoryAudit(this);
    private final InMemoryDuties duties = new InMemoryDuties(this);
    private final InMemorySettings settings = new InMemorySettings(this);
    private final InMemoryApiTokens apiTokens = new InMemoryApiTokens(this);
    private final InMemoryMediaStore media = new InMemoryMediaStore();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Tables tables = new Tables();
    private FreeSpace space = FreeSpace.PLENTY;
    private @Nullable RuntimeException refusal;

    /** Everything that is stored; copied before a unit of work, so that it can be put back. */
    static final class Tables {
        final Map<PostId, Post.State> posts = new LinkedHashMap<>();
        final Map<PostId, List<Revision>> revisions = new HashMap<>();
        final Map<PostId, Map<Integer, Milestone>> milestones = new HashMap<>();
        final Map<PreviewId, Preview.State> previews = new LinkedHashMap<>();
        final Map<AuthorId, Author.State> authors = new LinkedHashMap<>();
        final Map<TagId, Tag.State> tags = new LinkedHashMap<>();
        final Map<SitePath, Redirect.State> redirects = new LinkedHashMap<>();
        final Map<AccountId, Account.State> accounts = new LinkedHashMap<>();
        final Map<SessionId, Session> sessions = new LinkedHashMap<>();
        final Map<String, Failures> failures = new HashMap<>();
        final Map<String, InMemorySignIns.Device> devices = new HashMap<>();
        final Map<String, LinkStore.Link> links = new HashMap<>();
        final Map<String, Instant> allowances = new HashMap<>();
        final Set<String> setUp = new HashSet<>();
        final List<AuditEntry> audit = new ArrayList<>();
        final List<RecordedEvent> feed = new ArrayList<>();
        final Map<String, Long> bookmarks = new HashMap<>();
        final Map<String, String> importedFrom = new HashMap<>();
        final Map<String, ImportLedger.Origin> importedPosts = new HashMap<>();
        final Map<String, ImportLedger.MediaOrigin> importedMedia = new HashMap<>();
        final Map<ApiTokenId, ApiToken.State> apiTokens = new LinkedHashMap<>();
        final Map<String, CreationStore.Creation> creations = new HashMap<>();
        final Map<MediaAddress, MediaFile.State> media = new LinkedHashMap<>();
        final Map<PostId, Set<MediaAddress>> mediaUses = new LinkedHashMap<>();
        final Map<String, Instant> duties = new HashMap<>();
        SavedSettings.@Nullable State settings;

        Tables copy() {
            Tables copy = new Tables();
            copy.posts.putAll(posts);
            revisions.forEach((post, kept) -> copy.revisions.put(post, new ArrayList<>(kept)));
            milestones.forEach((post, kept) -> copy.milestones.put(post, new HashMap<>(kept)));
            copy.previews.putAll(previews);
            copy.authors.putAll(authors);
            copy.tags.putAll(tags);
            copy.redirects.putAll(redirects);
            copy.accounts.putAll(accounts);
            copy.sessions.putAll(sessions);
            copy.failures.putAll(failures);
            copy.devices.putAll(devices);
            copy.links.putAll(links);
            copy.allowances.putAll(allowances);
            copy.setUp.addAll(setUp);
            copy.audit.addAll(audit);
            copy.feed.addAll(feed);
            copy.bookmarks.putAll(bookmarks);
            copy.importedFrom.putAll(importedFrom);
            copy.importedPosts.putAll(importedPosts);
            copy.importedMedia.putAll(importedMedia);
            copy.apiTokens.putAll(apiTokens);
            copy.creations.putAll(creations);
            copy.media.putAll(media);
            copy.mediaUses.putAll(mediaUses);
            copy.duties.putAll(duties);
            copy.settings = settings;
            return copy;
        }
    }

    public InMemoryPosts posts() {
        return posts;
    }

    public DeskQueries desk() {
        return desk;
    }

    public PreviewRepository previews() {
        return previews;
    }

    public InMemoryAuthors authors() {
        return authors;
    }

    public InMemoryTags tags() {
        return tags;
    }

    public InMemoryRedirects redirects() {
        return redirects;
    }

    public InMemoryImportLedger importLedger() {
        return importLedger;
    }

    public InMemoryApiTokens apiTokens() {
        return apiTokens;
    }

    public InMemoryMedia library() {
        return library;
    }

    public InMemoryAccounts accounts() {
        return accounts;
    }

    public InMemorySessions sessions() {
        return sessions;
    }

    public SettingsRepository settings() {
        return settings;
    }

    public InMemoryAudit audit() {
        return audit;
    }

    public InMemoryMediaStore media() {
        return media;
    }

    /** Counted identities, so that runs are repeatable. */
    public IdGenerator ids() {
        return () -> new UUID(0x7000L << 48, ids.incrementAndGet());
    }

    /** The ports that a database serves, over this blog. */
    public Storage storage() {
        return new Storage(
                this,
                this,
                posts,
                posts.queries(),
                desk,
                previews,
                authors,
                authors.queries(),
                tags,
                tags.queries(),
                redirects,
                redirects.queries(),
                library,
                library.queries(),
                accounts,
                accounts.queries(),
                sessions,
                signIns,
                links,
                setUp,
                audit,
                audit,
                apiTokens,
                apiTokens,
                apiTokens,
                allowances,
                settings,
                duties,
                importLedger);
    }

    public PostUseCases postUseCases(MarkdownRenderer renderer, Clock clock) {
        return PostUseCases.of(posts, posts.queries(), desk, redirects, renderer, ids(), this, clock);
    }

    public PreviewUseCases previewUseCases(Clock clock) {
        return PreviewUseCases.of(previews, posts, desk, tokens, ids(), this, clock);
    }

    public AuthorUseCases authorUseCases(Clock clock) {
        return AuthorUseCases.of(authors, authors.queries(), redirects, ids(), this, clock);
    }

    public TagUseCases tagUseCases(Clock clock) {
        return TagUseCases.of(tags, tags.queries(), posts, redirects, ids(), this, clock);
    }

    public ApiTokenUseCases apiTokenUseCases(TokenGenerator secrets, Clock clock) {
        return ApiTokenUseCases.of(apiTokens, apiTokens, accounts, secrets, ids(), this, clock);
    }

    public MediaUseCases mediaUseCases(Clock clock) {
        return MediaUseCases.of(media, library, library.queries(), authors.queries(), settings, this, clock);
    }

    public SiteUseCases siteUseCases(ConfiguredSite configured, Clock clock) {
        return SiteUseCases.of(
                configured, settings, picture -> library.find(picture).isPresent(), this, clock);
    }

    public RedirectUseCases redirectUseCases(Clock clock) {
        return RedirectUseCases.of(redirects, redirects.queries(), this, clock);
    }

    public PlainPasswordHasher passwordHasher() {
        return passwordHasher;
    }

    public AccountUseCases accountUseCases(Clock clock) {
        return accountUseCases(CodesDemand.ofNobody(), clock);
    }

    public AccountUseCases accountUseCases(CodesDemand demand, Clock clock) {
        return AccountUseCases.of(
                new AccountUseCases.Storage(accounts, accounts.queries(), sessions, signIns, links, setUp, audit, this),
                new AccountUseCases.Secrets(passwordHasher, COMMON_PASSWORDS, new PlainCodes(), demand, tokens),
                authorUseCases(clock).register(),
                ids(),
                clock);
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            return joined(work);
        }
        int changes;
        T result;
        lock.lock();
        try {
            int before = tables.feed.size();
            result = outermost(work);
            changes = tables.feed.size() - before;
        } finally {
            lock.unlock();
        }
        if (changes > 0) {
            listeners.forEach(Runnable::run);
        }
        return result;
    }

    private <T> T outermost(Supplier<T> work) {
        Tables before = tables.copy();
        refusal = null;
        try {
            T result = work.get();
            if (refusal != null) {
                throw refusal;
            }
            return result;
        } catch (RuntimeException | Error e) {
            tables = before;
            throw e;
        }
    }

    private <T> T joined(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            refusal = e;
            throw e;
        }
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return read(stored -> stored.feed.stream()
                .filter(change -> change.position() > position)
                .limit(limit)
                .toList());
    }

    @Override
    public void whenAppended(Runnable listener) {
        listeners.add(listener);
    }

    /** There are none. */
    @Override
    public void whenOthersAppend(Runnable listener) {}

    @Override
    public long head() {
        return read(stored -> (long) stored.feed.size());
    }

    @Override
    public Bookmark bookmark(String reader) {
        return new Bookmark() {
            @Override
            public long position() {
                return read(stored -> stored.bookmarks.getOrDefault(reader, 0L));
            }

            @Override
            public OptionalLong claim() {
                return OptionalLong.of(position());
            }

            @Override
            public void advance(long position) {
                write(stored -> stored.bookmarks.put(reader, position));
            }
        };
    }

    <T> T read(Function<Tables, T> question) {
        return execute(() -> question.apply(tables));
    }

    void write(Consumer<Tables> change) {
        run(() -> change.accept(tables));
    }

    /** From here on, what happens needs room. */
    public void keepWithin(FreeSpace room) {
        space = room;
    }

    /** A change that says what it has done. */
    <T> T changed(Function<Tables, T> change) {
        return execute(() -> change.apply(tables));
    }

    void append(List<? extends DomainEvent> events) {
        if (!events.isEmpty()) {
            space.require();
        }
        write(stored -> events.forEach(event -> {
            stored.feed.add(new RecordedEvent(stored.feed.size() + 1, event));
            audit.record(event);
        }));
    }

    static void requireVersion(long stored, long loaded, String what) {
        if (stored != loaded) {
            throw new BlogException.Conflict("The %s was changed by someone else".formatted(what));
        }
    }

    /** The version after a save: an aggregate to which nothing happened keeps the one it has. */
    static long versionAfter(long loaded, List<? extends DomainEvent> events) {
        return events.isEmpty() && loaded > 0 ? loaded : loaded + 1;
    }

    /** Removes some of what is so, at most so many; returns how many. */
    static <T> int forget(Collection<T> all, Predicate<T> old, int limit) {
        int forgotten = 0;
        for (Iterator<T> each = all.iterator(); each.hasNext() && forgotten < limit; ) {
            if (old.test(each.next())) {
                each.remove();
                forgotten++;
            }
        }
        return forgotten;
    }
}
