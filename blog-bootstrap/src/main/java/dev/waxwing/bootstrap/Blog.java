package dev.waxwing.bootstrap;

import dev.waxwing.adapter.files.FolderSpace;
import dev.waxwing.adapter.web.Surroundings;
import dev.waxwing.adapter.web.WebServer;
import dev.waxwing.adapter.web.WebSettings;
import dev.waxwing.adapter.web.site.Readiness;
import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.adapter.web.site.Readiness.Loss;
import dev.waxwing.application.account.PrepareSetUp;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A blog that runs: the house, the server in front of it and the work in its background. */
public final class Blog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Blog.class);

    private final House house;
    private final List<Background> work;
    private final WebServer server;
    private final Lookout lookout;
    private final Requests commands;
    private final MostRead mostRead;
    private final WebAddress address;
    private final Stop stop;

    private Blog(
            House house,
            List<Background> work,
            WebServer server,
            Lookout lookout,
            Requests commands,
            MostRead mostRead,
            WebAddress address,
            Stop stop) {
        this.house = house;
        this.work = work;
        this.server = server;
        this.lookout = lookout;
        this.commands = commands;
        this.mostRead = mostRead;
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
        return start(config, clock, new FolderSpace(config.data()), new FolderSpace(config.media()), moveIn);
    }

    static Blog start(BlogConfig config, Clock clock, FreeSpace space, FreeSpace mediaSpace, Consumer<House> moveIn) {
        House house = House.open(config, clock, space, mediaSpace);
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
        house.inspection().weakness().ifPresent(LOG::warn);
        Stop stop = new Stop(config.drain());
        Background schedule = house.schedule();
        Background background = house.background();
        ScheduledBackups scheduled = house.scheduled(config.backups());
        Background backups = house.backups(scheduled);
        Lookout lookout = new Lookout();
        Readiness readiness = () -> checks(stop, house, List.of(schedule, background), backups, scheduled);
        WebServer server = WebServer.start(
                web(config), house.readingSite(site::get, readiness, lookout), house.writingSite(site::get));
        Site reachable = config.site(server.port());
        site.set(reachable);
        Supplier<Standing> stand = () -> house.inspection().standing(readiness.checks(), scheduled.report());
        Running running = running(reachable.address());
        Requests commands = Requests.forStatus(config.data());
        commands.begin();
        MostRead mostRead = new MostRead(
                config.data(),
                server.finished()::mostRead,
                new OwnPages(config.host(), server.port())::read,
                Clock.systemUTC());
        List<Background> work = List.of(
                schedule,
                background,
                new Background("most read", List.of(new Background.Job("most read", mostRead::step))),
                new Background("pages", List.of(new Background.Job("pages", server::followChanges))),
                new Background("hold of backups", List.of(new Background.Job("hold of backups", scheduled::hold))),
                new Background(
                        "commands",
                        List.of(new Background.Job(
                                "commands",
                                () -> commands.serve(file ->
                                        Inquiry.answer(file, Findings.of(running, stand.get(), config.backups())))))),
                backups);
        work.forEach(Background::start);
        lookout.begin(refusedSignIns -> new Figures(stand, server.finished(), house::connections, refusedSignIns));
        return new Blog(house, work, server, lookout, commands, mostRead, reachable.address(), stop);
    }

    private static WebSettings web(BlogConfig config) {
        return WebSettings.at(
                config.host(),
                config.port(),
                new Surroundings(config.cdn(), config.proxies(), config.weaknesses(), config.metricsToken()));
    }

    private static Running running(WebAddress address) {
        return new Running(
                Version.current(),
                System.getProperty("java.version"),
                Instant.now(),
                address.value(),
                Runtime.getRuntime().maxMemory());
    }

    private static List<Check> checks(
            Stop stop, House house, List<Background> background, Background backups, ScheduledBackups scheduled) {
        Optional<String> ofBackups = backups.jobs().stream()
                .flatMap(job -> job.trouble().stream())
                .findFirst()
                .or(scheduled::trouble);
        return Stream.of(
                        Stream.of(new Check("server", Loss.READING, stop.trouble())),
                        house.inspection().checks().stream(),
                        background.stream()
                                .flatMap(work -> work.jobs().stream()
                                        .map(job -> new Check(job.name(), Loss.LESS, work.trouble(job)))),
                        Stream.of(new Check("backups", Loss.LESS, ofBackups)))
                .flatMap(checks -> checks)
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
     * Says that it stops, serves on for as long as it was told, lets the requests in flight end, then the work in the
     * background, then closes the storage.
     */
    @Override
    public void close() {
        if (stop.begin()) {
            house.hurry();
            server.close();
            Background.closeAll(work);
            mostRead.write();
            commands.end();
            lookout.close();
            house.close();
        }
    }
}
