package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.finished.FinishedTally;
import dev.waxwing.adapter.web.finished.Finishing;
import dev.waxwing.adapter.web.post.PostActs;
import dev.waxwing.adapter.web.post.PostForm;
import dev.waxwing.adapter.web.search.SearchThrottle;
import dev.waxwing.adapter.web.shared.ApiOperation;
import dev.waxwing.adapter.web.shared.Assets;
import dev.waxwing.adapter.web.shared.Cookies;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.ErrorPages;
import dev.waxwing.adapter.web.shared.Frames;
import dev.waxwing.adapter.web.shared.Guard;
import dev.waxwing.adapter.web.shared.Ingredients;
import dev.waxwing.adapter.web.shared.LinkedPages;
import dev.waxwing.adapter.web.shared.Recall;
import dev.waxwing.adapter.web.shared.Throttles;
import dev.waxwing.adapter.web.site.Readiness;
import dev.waxwing.adapter.web.site.SecurityContact;
import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.CodesDemand;
import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.change.ProjectionRunner;
import dev.waxwing.application.fake.CountedTokens;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.InMemorySearchIndex;
import dev.waxwing.application.fake.PlainCodes;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.library.MediaUseCases;
import dev.waxwing.application.library.MediaUseProjection;
import dev.waxwing.application.library.RemovedMediaProjection;
import dev.waxwing.application.post.ChangeSeenPost;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PreviewUseCases;
import dev.waxwing.application.post.Rendering;
import dev.waxwing.application.publication.BeginPost;
import dev.waxwing.application.publication.ComposePost;
import dev.waxwing.application.publication.ReadPost;
import dev.waxwing.application.redirect.RedirectUseCases;
import dev.waxwing.application.search.SearchPosts;
import dev.waxwing.application.search.SearchProjection;
import dev.waxwing.application.site.CurrentSite;
import dev.waxwing.application.site.KeptSite;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.application.throttle.SpendAllowance;
import dev.waxwing.application.token.ApiTokenUseCases;
import dev.waxwing.application.token.CreateOnce;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Body;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Site;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A whole blog in memory behind a real server, to be filled and read. The clock starts at noon on 1 March 2026. */
final class TrialBlog implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Actor OWNER = Actor.operator();

    private static final Surroundings USUAL = Surroundings.USUAL;
    private static final long FINISHED_PAGES = 10_000_000;

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryBlog blog;
    private final ChangeFeed changes;
    private final AccountUseCases accounts;
    private final ApiTokenUseCases apiTokens;
    private final InMemorySearchIndex index = new InMemorySearchIndex();
    private final MarkdownRenderer renderer = new AsWritten();
    private Site site = Site.of(
            "Grain & Wing",
            "Notes on small machines.",
            new WebAddress("https://blog.example"),
            LanguageTag.ENGLISH,
            ZoneOffset.UTC,
            10);
    private Readiness readiness = List::of;
    private final TrialWatcher watcher = new TrialWatcher();
    private final WebServer server;

    private TrialBlog(InMemoryBlog blog, ChangeFeed changes, WebSettings settings) {
        this(blog, changes, CodesDemand.ofNobody(), settings);
    }

    private TrialBlog(InMemoryBlog blog, ChangeFeed changes, CodesDemand demand, WebSettings settings) {
        this.blog = blog;
        this.changes = changes;
        accounts = blog.accountUseCases(demand, clock);
        apiTokens = blog.apiTokenUseCases(new CountedTokens(), clock);
        server = WebServer.start(settings, readingSite(settings), writingSite());
    }

    static WebSettings settings(int port) {
        return settings(port, FINISHED_PAGES, USUAL);
    }

    /** Stops without waiting for connections that a test has left open. */
    private static WebSettings settings(int port, long finishedPages, Surroundings around) {
        return new WebSettings("127.0.0.1", port, Duration.ofSeconds(5), Duration.ofMillis(100), finishedPages, around);
    }

    Finishing nothingFinished() {
        return Finishing.of(
                0, Duration.ZERO, new Ingredients(), changes, blog.posts().queries(), () -> {});
    }

    static TrialBlog start() {
        return startAt(0);
    }

    /** Behind a network of caches that may keep a page this long. */
    static TrialBlog startBehindCdn(Duration keeps) {
        return startWithin(new Surroundings(keeps, USUAL.proxies(), USUAL.weaknesses(), USUAL.metricsToken()));
    }

    /** Behind these proxies and no others. */
    static TrialBlog startBehind(TrustedProxies proxies) {
        return startWithin(new Surroundings(USUAL.cdn(), proxies, USUAL.weaknesses(), USUAL.metricsToken()));
    }

    /** With an address for whoever finds a weakness. */
    static TrialBlog startWith(SecurityContact contact) {
        return startWithin(new Surroundings(USUAL.cdn(), USUAL.proxies(), Optional.of(contact), USUAL.metricsToken()));
    }

    /** That tells its figures to whoever knows the token. */
    static TrialBlog watchedWith(String token) {
        return startWithin(new Surroundings(USUAL.cdn(), USUAL.proxies(), USUAL.weaknesses(), token));
    }

    private static TrialBlog startWithin(Surroundings around) {
        InMemoryBlog blog = new InMemoryBlog();
        return new TrialBlog(blog, blog, settings(0, FINISHED_PAGES, around));
    }

    /** That lets nobody in for whom it wants codes until they have them. */
    static TrialBlog startDemanding(CodesDemand demand) {
        InMemoryBlog blog = new InMemoryBlog();
        return new TrialBlog(blog, blog, demand, settings(0));
    }

    static TrialBlog startAt(int port) {
        InMemoryBlog blog = new InMemoryBlog();
        return new TrialBlog(blog, blog, settings(port));
    }

    /**
     * @param changes the changes of the blog, as the pages that are kept hear of them
     * @param finishedPages how many bytes of them are kept
     */
    static TrialBlog over(InMemoryBlog blog, ChangeFeed changes, long finishedPages) {
        return new TrialBlog(blog, changes, settings(0, finishedPages, USUAL));
    }

    ReadingSite readingSite() {
        return readingSite(settings(0));
    }

    private ReadingSite readingSite(WebSettings settings) {
        return new ReadingSite(
                blog.posts().queries(),
                blog.tags().queries(),
                blog.authors().queries(),
                blog.redirects().queries(),
                new SearchPosts(index, blog.posts().queries()),
                blog.media(),
                renderer,
                current(settings),
                () -> readiness.checks(),
                changes,
                watcher);
    }

    WritingSite writingSite() {
        return new WritingSite(
                accounts(),
                new PlainCodes(),
                blog.audit(),
                beginPost(),
                posts(),
                previews(),
                authors(),
                tags(),
                redirects(),
                library(),
                blog.siteUseCases(() -> site, clock),
                programs(),
                renderer,
                allowances(),
                blog.ids(),
                new CountedTokens(),
                clock);
    }

    private BeginPost beginPost() {
        return new BeginPost(posts().draft(), allowances(), blog);
    }

    private SpendAllowance allowances() {
        return new SpendAllowance(blog.storage().allowances(), blog, clock);
    }

    private ProgramSite programs() {
        PostUseCases posts = posts();
        TagUseCases tags = tags();
        PostActs acts = new PostActs(
                posts,
                new ReadPost(blog.posts(), blog.authors(), blog.tags(), blog.desk(), blog),
                new ChangeSeenPost(blog.posts(), blog),
                new ComposePost(beginPost(), posts.tag(), posts.publish(), posts.schedule(), tags.findOrCreate(), blog),
                tags.findOrCreate(),
                blog.authors().queries(),
                new CreateOnce(blog.apiTokens(), blog, clock));
        return new ProgramSite(acts, tags, authors(), apiTokens);
    }

    List<ApiOperation> operations() {
        return WebServer.programs(readingSite(), writingSite(), new Throttles(allowances()), new SearchThrottle(clock))
                .stream()
                .flatMap(api -> api.operations().stream())
                .toList();
    }

    ApiTokenUseCases apiTokens() {
        return apiTokens;
    }

    Guard guard() {
        return new Guard(
                accounts().recognise(),
                apiTokens.recognise(),
                new Cookies(() -> site, new CountedTokens()),
                new CurrentSite(() -> site, blog.settings()),
                new Throttles(allowances()));
    }

    /** Pages of errors under other settings. */
    ErrorPages errorPages(SiteSettings settings) {
        Assets assets = Assets.load();
        Desks desks = new Desks(settings, assets, new Cookies(() -> site, new CountedTokens()), new CountedTokens());
        PostQueries posts = blog.posts().queries();
        Frames frames = new Frames(settings, new LinkedPages(posts, Recall.NONE, new Ingredients()), assets);
        return new ErrorPages(frames, posts, guard(), desks, new PostForm());
    }

    AccountUseCases accounts() {
        return accounts;
    }

    int port() {
        return server.port();
    }

    List<RouteTable.Route> routes() {
        return server.routes();
    }

    FinishedTally finished() {
        return server.finished();
    }

    /** How many answers were finished before they were asked for. */
    long servedFinished() {
        return finished().hits().stream()
                .mapToLong(hits -> hits.whole() + hits.unchanged())
                .sum();
    }

    TrialWatcher watcher() {
        return watcher;
    }

    Visit visit(String path) {
        return Visit.to(port(), path);
    }

    /** The answer to a request that the HTTP client would never send, with nothing behind it. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    InMemoryBlog blog() {
        return blog;
    }

    SettableClock clock() {
        return clock;
    }

    PostUseCases posts() {
        return blog.postUseCases(renderer, clock);
    }

    PreviewUseCases previews() {
        return blog.previewUseCases(clock);
    }

    TagUseCases tags() {
        return blog.tagUseCases(clock);
    }

    MediaUseCases library() {
        return blog.mediaUseCases(clock);
    }

    AuthorUseCases authors() {
        return blog.authorUseCases(clock);
    }

    RedirectUseCases redirects() {
        return blog.redirectUseCases(clock);
    }

    /** With the settings that were saved, if they were. */
    private SiteSettings current(WebSettings settings) {
        return settings.keepsPages()
                ? new KeptSite(() -> site, blog.settings())
                : new CurrentSite(() -> site, blog.settings());
    }

    /** Is configured otherwise. */
    void become(Site other) {
        site = other;
    }

    Site site() {
        return site;
    }

    void become(Readiness other) {
        readiness = other;
    }

    AuthorId author(String name) {
        return author(Profile.named(name));
    }

    AuthorId author(Profile profile) {
        return authors().register().handle(new RegisterAuthor.Command(OWNER, profile));
    }

    Writing write(String title) {
        return new Writing(title);
    }

    /** Lets the search index and the library see what was written. */
    void index() {
        ProjectionRunner runner = new ProjectionRunner(blog, blog);
        runner.catchUp(new SearchProjection(index, blog.posts().queries(), blog.posts(), blog));
        runner.catchUp(new MediaUseProjection(blog, blog.posts(), blog.library()));
        runner.catchUp(new RemovedMediaProjection(blog, blog.library(), blog.media()));
    }

    @Override
    public void close() {
        server.close();
    }

    /** A post on its way to readers. */
    final class Writing {
        private final String title;
        private String html = "<p>Some words.</p>";
        private String contents = "";
        private String excerpt = "";
        private Post.Kind kind = Post.Kind.ARTICLE;
        private LanguageTag language = LanguageTag.ENGLISH;
        private Optional<Cover> cover = Optional.empty();
        private Optional<WebAddress> canonical = Optional.empty();
        private List<AuthorId> authors = List.of();
        private List<String> tags = List.of();
        private Instant date = NOON;

        private Writing(String title) {
            this.title = title;
        }

        Writing html(String words) {
            html = words;
            return this;
        }

        Writing contents(String list) {
            contents = list;
            return this;
        }

        Writing excerpt(String words) {
            excerpt = words;
            return this;
        }

        Writing page() {
            kind = Post.Kind.PAGE;
            return this;
        }

        Writing in(String tag) {
            language = new LanguageTag(tag);
            return this;
        }

        Writing cover(MediaAddress picture, String alt) {
            cover = Optional.of(new Cover(picture, alt));
            return this;
        }

        Writing firstPublishedAt(String address) {
            canonical = Optional.of(new WebAddress(address));
            return this;
        }

        Writing by(AuthorId... names) {
            authors = List.of(names);
            return this;
        }

        Writing tagged(String... names) {
            tags = List.of(names);
            return this;
        }

        Writing daysAgo(int days) {
            date = NOON.minus(Duration.ofDays(days));
            return this;
        }

        Writing on(String instant) {
            date = Instant.parse(instant);
            return this;
        }

        PostId draft() {
            return save(written());
        }

        PostId publish() {
            Post post = written();
            post.publishAsOf(date, date);
            return save(post);
        }

        private Post written() {
            PostId id = new PostId(blog.ids().next());
            Slug slug = Slug.from(title).orElseGet(() -> new Slug("post"));
            Body body = new Body(html, html, contents, html.replaceAll("<[^>]*>", " "), html.split(" ").length);
            Content content =
                    new Content(new Title(title), body, excerpt, cover.orElse(null), language, canonical.orElse(null));
            List<AuthorId> byline = authors.isEmpty() ? List.of(someone()) : authors;
            Post post = Post.draft(id, kind, slug, new Revision(1, content, byline.get(0), date), byline);
            post.tag(tagIds(), date);
            return post;
        }

        private PostId save(Post post) {
            blog.posts().save(post);
            return post.id();
        }

        private AuthorId someone() {
            return blog.authors().find(new Slug("ada")).map(Author::id).orElseGet(() -> author("Ada"));
        }

        private List<TagId> tagIds() {
            return tags().findOrCreate()
                    .handle(new FindOrCreateTags.Command(
                            tags.stream().map(TagName::new).toList()));
        }
    }

    /** Takes HTML for what it is: these tests are about what stands around it. */
    private static final class AsWritten implements MarkdownRenderer {
        @Override
        public Rendering render(String markdown, LanguageTag language) {
            return new Rendering(new Body(markdown, markdown, "", markdown, 1), List.of(), List.of());
        }

        @Override
        public String absolute(String html, URI page) {
            return html.replace("=\"/", "=\"" + page.resolve("/"));
        }
    }
}
