package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.RouteTable.Route;
import dev.waxwing.adapter.web.account.AccountDesk;
import dev.waxwing.adapter.web.account.AccountsDesk;
import dev.waxwing.adapter.web.account.PasswordDesk;
import dev.waxwing.adapter.web.account.SetUpDesk;
import dev.waxwing.adapter.web.account.SignInDesk;
import dev.waxwing.adapter.web.archive.ArchivePages;
import dev.waxwing.adapter.web.archive.Years;
import dev.waxwing.adapter.web.audit.AuditDesk;
import dev.waxwing.adapter.web.author.AuthorApi;
import dev.waxwing.adapter.web.author.AuthorDesk;
import dev.waxwing.adapter.web.author.AuthorPages;
import dev.waxwing.adapter.web.feed.FeedPages;
import dev.waxwing.adapter.web.finished.FinishedTally;
import dev.waxwing.adapter.web.finished.Finishing;
import dev.waxwing.adapter.web.library.MediaApi;
import dev.waxwing.adapter.web.library.MediaDesk;
import dev.waxwing.adapter.web.media.MediaFiles;
import dev.waxwing.adapter.web.post.EditorActs;
import dev.waxwing.adapter.web.post.EditorDesk;
import dev.waxwing.adapter.web.post.EditorPages;
import dev.waxwing.adapter.web.post.PostApi;
import dev.waxwing.adapter.web.post.PostForm;
import dev.waxwing.adapter.web.post.PostLifeApi;
import dev.waxwing.adapter.web.post.PostListDesk;
import dev.waxwing.adapter.web.post.PostPages;
import dev.waxwing.adapter.web.post.Presence;
import dev.waxwing.adapter.web.post.PreviewDesk;
import dev.waxwing.adapter.web.post.RevisionDesk;
import dev.waxwing.adapter.web.post.Saving;
import dev.waxwing.adapter.web.redirect.FormerAddresses;
import dev.waxwing.adapter.web.redirect.RedirectDesk;
import dev.waxwing.adapter.web.search.SearchApi;
import dev.waxwing.adapter.web.search.SearchPages;
import dev.waxwing.adapter.web.search.SearchThrottle;
import dev.waxwing.adapter.web.shared.Api;
import dev.waxwing.adapter.web.shared.Assets;
import dev.waxwing.adapter.web.shared.BodyRoom;
import dev.waxwing.adapter.web.shared.Cookies;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.ErrorPages;
import dev.waxwing.adapter.web.shared.Errors;
import dev.waxwing.adapter.web.shared.Footprint;
import dev.waxwing.adapter.web.shared.Frames;
import dev.waxwing.adapter.web.shared.Guard;
import dev.waxwing.adapter.web.shared.Ingredients;
import dev.waxwing.adapter.web.shared.Insiders;
import dev.waxwing.adapter.web.shared.JteRenderer;
import dev.waxwing.adapter.web.shared.LinkedPages;
import dev.waxwing.adapter.web.shared.Recall;
import dev.waxwing.adapter.web.shared.RequestNumber;
import dev.waxwing.adapter.web.shared.SecurityHeaders;
import dev.waxwing.adapter.web.shared.Streaming;
import dev.waxwing.adapter.web.shared.Throttles;
import dev.waxwing.adapter.web.site.AssetFiles;
import dev.waxwing.adapter.web.site.Health;
import dev.waxwing.adapter.web.site.Metrics;
import dev.waxwing.adapter.web.site.OpenApi;
import dev.waxwing.adapter.web.site.Robots;
import dev.waxwing.adapter.web.site.SecurityFile;
import dev.waxwing.adapter.web.site.SettingsDesk;
import dev.waxwing.adapter.web.site.Sitemaps;
import dev.waxwing.adapter.web.tag.TagApi;
import dev.waxwing.adapter.web.tag.TagDesk;
import dev.waxwing.adapter.web.tag.TagPages;
import dev.waxwing.adapter.web.token.TokenDesk;
import dev.waxwing.application.audit.Occasion;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.Javalin;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.RequestLog;

/** The HTTP side of the blog. The list of resources is the map of the site. */
public final class WebServer implements AutoCloseable {
    private final Javalin javalin;
    private final List<Route> routes;
    private final Finishing finishing;
    private final JettySetup jetty;

    private WebServer(Javalin javalin, List<Route> routes, Finishing finishing, JettySetup jetty) {
        this.jetty = jetty;
        this.javalin = javalin;
        this.routes = List.copyOf(routes);
        this.finishing = finishing;
    }

    /**
     * Returns when readers can be served.
     *
     * @throws BlogException.Unavailable if the port is taken, or the address is not one of this machine
     */
    public static WebServer start(WebSettings settings, ReadingSite site, WritingSite desk) {
        Ingredients ingredients = new Ingredients();
        ReadingSite noted = site.noted(ingredients);
        Recall recall = settings.keepsPages() ? Recall.UNTIL_REFRESHED : Recall.NONE;
        LinkedPages linked = new LinkedPages(site.posts(), recall, ingredients);
        Years years = new Years(site.posts(), site.site(), recall, ingredients);
        Finishing finishing = Finishing.of(
                settings.finishedPages(), settings.around().cdn(), ingredients, site.changes(), site.posts(), () -> {
                    site.site().refresh();
                    linked.refresh();
                    years.refresh();
                });
        Assets assets = Assets.load();
        Frames frames = new Frames(site.site(), linked, assets);
        Cookies cookies = new Cookies(site.site(), desk.tokens());
        Desks desks = new Desks(site.site(), assets, cookies, desk.tokens());
        Throttles throttles = new Throttles(desk.allowances());
        SearchThrottle searches = new SearchThrottle(desk.clock());
        Insiders insiders = new Insiders(settings.around().metricsToken(), site.site());
        List<EndpointGroup> resources = new ArrayList<>(writing(desk, desks, cookies, throttles));
        resources.add(new SignInDesk(desk.accounts(), desks, cookies, site.watcher()));
        resources.add(new Metrics(site.watcher(), insiders));
        resources.add(new Health(site.readiness(), site.watcher(), insiders));
        resources.add(new PreviewDesk(desk.renderer(), desk.posts().links(), desk.previews(), frames));
        resources.add(new SettingsDesk(desk.site(), site.posts(), desks, frames));
        List<Api> apis = programs(site, desk, throttles, searches);
        resources.addAll(apis);
        resources.add(new OpenApi(apis, site.site()));
        resources.add(new SecurityFile(settings.around().weaknesses(), site.site(), desk.clock()));
        resources.addAll(reading(noted, years, frames, assets, ingredients, searches));
        Guard guard = new Guard(
                desk.accounts().recognise(), desk.programs().tokens().recognise(), cookies, site.site(), throttles);
        ErrorPages errorPages = new ErrorPages(frames, site.posts(), guard, desks, new PostForm());
        return start(settings, site, guard, errorPages, finishing, resources);
    }

    /**
     * Refuses what {@link #start} would refuse, before anything is made for it.
     *
     * @param port 0 for any that is free
     * @throws BlogException.Unavailable if the port is taken, or the address is not one of this machine
     */
    public static void requireFree(String host, int port) {
        JettySetup.requireFree(host, port);
    }

    private static List<EndpointGroup> writing(WritingSite desk, Desks desks, Cookies cookies, Throttles throttles) {
        return List.of(
                new SetUpDesk(desk.accounts(), desks, throttles),
                new PasswordDesk(desk.accounts(), desks, cookies, throttles),
                new AccountDesk(desk.accounts(), desk.codes(), desk.authors().queries(), desks, cookies),
                new AccountsDesk(desk.accounts(), desks),
                new AuditDesk(desk.audits(), desks),
                new PostListDesk(
                        desk.posts().browse(),
                        desk.authors().queries(),
                        desk.tags().queries(),
                        desks),
                editor(desk, desks),
                new RevisionDesk(desk.posts(), desks),
                new TagDesk(desk.tags(), desks),
                new AuthorDesk(desk.authors(), desks),
                new RedirectDesk(desk.redirects(), desks),
                new TokenDesk(desk.programs().tokens(), desks),
                new MediaDesk(desk.media(), desks, throttles));
    }

    private static EditorDesk editor(WritingSite desk, Desks desks) {
        return new EditorDesk(
                desk.posts().open(),
                new Saving(desk.begin(), desk.posts(), desk.tags().findOrCreate()),
                new EditorActs(desk.posts(), desk.previews(), desks),
                new EditorPages(
                        desk.authors().queries(),
                        desk.tags().queries(),
                        desk.previews().list(),
                        new Presence(desk.clock()),
                        desks),
                desk.ids());
    }

    static List<Api> programs(ReadingSite site, WritingSite desk, Throttles throttles, SearchThrottle searches) {
        ProgramSite programs = desk.programs();
        return List.of(
                new PostApi(Post.Kind.ARTICLE, programs.posts(), site.site()),
                new PostLifeApi(Post.Kind.ARTICLE, programs.posts(), site.site()),
                new PostApi(Post.Kind.PAGE, programs.posts(), site.site()),
                new PostLifeApi(Post.Kind.PAGE, programs.posts(), site.site()),
                new TagApi(programs.tags(), programs.posts().once()),
                new AuthorApi(programs.authors(), programs.posts().once()),
                new MediaApi(desk.media(), programs.posts().once(), throttles),
                new SearchApi(site.search(), site.site(), searches));
    }

    /** The posts come last, because theirs are all addresses that nothing else claims. */
    private static List<EndpointGroup> reading(
            ReadingSite site,
            Years years,
            Frames frames,
            Assets assets,
            Ingredients ingredients,
            SearchThrottle searches) {
        return List.of(
                new AssetFiles(assets),
                new Robots(site.site()),
                new Sitemaps(site.posts(), site.tags(), site.authors(), site.site()),
                new MediaFiles(site.media(), ingredients),
                new FeedPages(site.posts(), site.tags(), site.authors(), site.site(), site.renderer(), assets),
                new SearchPages(site.search(), frames, searches),
                new ArchivePages(site.posts(), years, frames),
                new TagPages(site.tags(), site.posts(), frames),
                new AuthorPages(site.authors(), site.posts(), frames),
                new PostPages(site.posts(), site.authors(), frames));
    }

    static WebServer start(
            WebSettings settings,
            ReadingSite site,
            Guard guard,
            ErrorPages errorPages,
            Finishing finishing,
            List<EndpointGroup> resources) {
        Map<String, String> headers = SecurityHeaders.of(site.site().current().address());
        List<Route> routes = new ArrayList<>();
        ServerSocketChannel socket = JettySetup.listen(settings.host(), settings.port());
        AccessLog lines = new AccessLog();
        RequestLog seen = new RequestLog.Collection(new AnswerTimes(site.watcher()), lines);
        JettySetup jetty = new JettySetup(
                settings,
                new MalformedRequests(headers),
                socket,
                finishing.handler(),
                finishing.endPoints(lines),
                seen);
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            jetty.apply(config.jetty);
            config.fileRenderer(new JteRenderer());
            config.routes.before(ctx -> {
                RequestNumber.begin(ctx);
                finishing.begin(ctx);
                headers.forEach(ctx::header);
            });
            RouteTable table = new RouteTable(config.routes);
            config.routes.before(table::requireMethod);
            config.routes.beforeMatched(Footprint::leave);
            config.routes.beforeMatched(guard::check);
            resources.forEach(table::add);
            routes.addAll(table.routes());
            finish(config, new FormerAddresses(site.redirects(), site.posts()), errorPages, finishing);
        });
        return new WebServer(javalin.start(), routes, finishing, jetty);
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = BodyRoom.LARGEST;
        config.router.ignoreTrailingSlashes = true;
    }

    /** What happens to every answer, whichever resource gave it. */
    private static void finish(
            JavalinConfig config, FormerAddresses former, ErrorPages errorPages, Finishing finishing) {
        config.routes.error(HttpStatus.NOT_FOUND, former::lookUp);
        Errors.register(config.routes);
        config.routes.after(WebServer::withoutTrailingSlash);
        config.routes.after(errorPages::complete);
        config.routes.after(ctx -> Delivery.finish(ctx, finishing::keep));
        config.routes.after(ctx -> {
            finishing.end(ctx);
            Occasion.end();
            RequestNumber.end();
        });
        config.routes.after(Streaming::send);
    }

    /** One page, one address: what is found with a slash at the end is found without it. */
    private static void withoutTrailingSlash(Context ctx) {
        String path = ctx.req().getRequestURI();
        if (ctx.status() == HttpStatus.OK && path.length() > 1 && path.endsWith("/")) {
            String query = ctx.queryString();
            String stripped = path.replaceAll("/+$", "");
            Delivery.discard(ctx);
            ctx.redirect(query == null ? stripped : stripped + "?" + query, HttpStatus.MOVED_PERMANENTLY);
        }
    }

    public int port() {
        return javalin.port();
    }

    List<Route> routes() {
        return routes;
    }

    /** Lets readers see what others have changed who serve the same blog; to be called every moment. */
    public void followChanges() {
        finishing.followOthers();
    }

    /** How much the finished pages are used. */
    public FinishedTally finished() {
        return finishing.tally();
    }

    /** The addresses that can be asked for with GET, such as {@code /tags/{slug}}. */
    public List<String> readable() {
        return routes.stream()
                .filter(route -> route.method().equals("GET"))
                .map(Route::path)
                .toList();
    }

    /** Lets requests in flight end, then stops. */
    @Override
    public void close() {
        jetty.closeDoor();
        javalin.stop();
    }
}
