package dev.waxwing.bootstrap;

import dev.waxwing.adapter.files.FolderSpace;
import dev.waxwing.adapter.web.WebServer;
import dev.waxwing.adapter.web.WebSettings;
import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.adapter.web.site.Readiness.Loss;
import dev.waxwing.application.account.PrepareSetUp;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Site;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A blog that runs: the house, the server in front of it and the work in its background. */
public final class Blog implements AutoCloseable {
    private final House house;
    private final List<Background> work;
    private final WebServer server;
    private final WebAddress address;
    private final Stop stop;

    private Blog(House house, List<Background> work, WebServer server, WebAddress address, Stop stop) {
        this.house = house;
        this.work = work;
        this.server = server;
        this.address = address;
        this.stop = stop;
    }

    /**
     * Returns when readers can be served.
     *
     * @throws BlogException.Unavailable if the database cannot be opened, or the port is taken
     */
    public static Blog start(BlogConfig config) {
        return start(config, house -> {});
    }

    /** @param moveIn what is done in the house before the first reader comes */
    static Blog start(BlogConfig config, Consumer<House> moveIn) {
        return start(config, Clock.systemUTC(), moveIn);
    }

    static Blog start(BlogConfig config, Clock clock, Consumer<House> moveIn) {
        return start(config, clock, new FolderSpace(config.data()), moveIn);
    }

    static Blog start(BlogConfig config, Clock clock, FreeSpace space, Consumer<House> moveIn) {
        House house = House.open(config, clock, space);
        try {
            moveIn.accept(house);
            return serve(config, house);
        } catch (RuntimeException e) {
            house.close();
            throw e;
        }
    }

    private static Blog serve(BlogConfig config, House house) {
        AtomicReference<Site> site = new AtomicReference<>(config.site(config.port()));
        Stop stop = new Stop(config.drain());
        Background background = house.background();
        WebServer server = WebServer.start(
                web(config),
                house.readingSite(site::get, () -> checks(stop, house, background)),
                house.writingSite(site::get));
        Site reachable = config.site(server.port());
        site.set(reachable);
        Background pages = new Background("pages", List.of(new Background.Job("pages", server::followChanges)));
        List<Background> work = List.of(background, pages, house.backups(config.backups()));
        work.forEach(Background::start);
        return new Blog(house, work, server, reachable.address(), stop);
    }

    private static WebSettings web(BlogConfig config) {
        WebSettings settings = WebSettings.at(config.host(), config.port())
                .behindCdn(config.cdn())
                .behind(config.proxies());
        return config.weaknesses().map(settings::toldAt).orElse(settings);
    }

    private static List<Check> checks(Stop stop, House house, Background background) {
        return Stream.of(
                        Stream.of(new Check("server", Loss.READING, stop.trouble())),
                        house.checks().stream(),
                        background.jobs().stream().map(job -> new Check(job.name(), Loss.LESS, job.trouble())))
                .flatMap(Function.identity())
                .toList();
    }

    /** Where readers find it. */
    public WebAddress address() {
        return address;
    }

    /** The port it listens at. */
    public int port() {
        return server.port();
    }

    /** Where the first administrator sets the blog up, with a code that is good for one time; nothing if that is done. */
    public Optional<String> setUpPage() {
        return house.accounts()
                .prepareSetUp()
                .handle(new PrepareSetUp.Command(Actor.operator()))
                .map(code -> address + "/admin/set-up?code=" + code.value());
    }

    /** The addresses that can be asked for with GET, such as {@code /tags/{slug}}. */
    List<String> readable() {
        return server.readable();
    }

    House house() {
        return house;
    }

    /**
     * Says that it stops, serves on for as long as it was told, lets the requests in flight end, then the work in the background,
     * then closes the storage.
     */
    @Override
    public void close() {
        if (stop.begin()) {
            server.close();
            work.forEach(Background::close);
            house.close();
        }
    }
}
