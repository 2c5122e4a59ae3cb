package dev.waxwing.bootstrap;

import dev.waxwing.adapter.jdbi.Connections;
import dev.waxwing.adapter.web.finished.FinishedTally;
import dev.waxwing.adapter.web.finished.Hits;
import dev.waxwing.application.backup.MediaLosses;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the blog does, in figures of Micrometer: base units, and names that begin with {@code waxwing} but for those of Java.
 * What has to be asked for is asked once each time somebody reads them, and is missing if it takes too long.
 */
final class Figures implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final @Nullable String COUNT = null;
    private static final double MILLISECONDS = 1_000;
    private static final Duration[] LIMITS =
            Stream.of(5, 25, 100, 500, 2_500).map(Duration::ofMillis).toArray(Duration[]::new);

    private final Supplier<Standing> stand;
    private final FinishedTally finished;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final MultiGauge failing;
    private final MultiGauge lags;
    private final MultiGauge lost;
    private Optional<Standing> standing = Optional.empty();
    private double lastChanges;

    Figures(
            Supplier<Standing> stand,
            FinishedTally finished,
            Supplier<Connections> connections,
            LongAdder refusedSignIns) {
        this.stand = stand;
        this.finished = finished;
        failing = MultiGauge.builder("waxwing.check.failing")
                .description("Whether a check of readyz fails")
                .register(registry);
        lags = MultiGauge.builder("waxwing.projection.lag")
                .baseUnit("changes")
                .description("Changes that a reader of the change feed has yet to follow")
                .register(registry);
        lost = MultiGauge.builder("waxwing.media.lost")
                .baseUnit("files")
                .description("Media files that the last backup found damaged or missing")
                .register(registry);
        FunctionCounter.builder("waxwing.sign.in.failures", refusedSignIns, LongAdder::sum)
                .description("Attempts to sign in that were refused")
                .register(registry);
        addProgram();
        addFinished();
        addConnections(connections);
        addStanding();
    }

    private void addProgram() {
        Gauge.builder("waxwing.build.info", () -> 1)
                .description("Which Waxwing this is, and on which Java it runs")
                .tags("version", Version.current(), "java", System.getProperty("java.version"))
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    private void addFinished() {
        FunctionCounter.builder("waxwing.finished.pages.misses", finished, FinishedTally::misses)
                .description("Answers to anybody that had to be made")
                .register(registry);
        gauge("waxwing.finished.pages", "pages", "Pages that are kept finished", finished::pages);
        gauge("waxwing.finished.pages.size", "bytes", "Memory that they take", finished::size);
        gauge("waxwing.finished.pages.capacity", "bytes", "Memory that they may take", finished::capacity);
    }

    private void addConnections(Supplier<Connections> connections) {
        connections("active", () -> connections.get().active());
        connections("idle", () -> connections.get().idle());
        gauge(
                "waxwing.database.connections.max",
                COUNT,
                "Connections that there may be",
                () -> connections.get().most());
        gauge(
                "waxwing.database.connections.waiting",
                COUNT,
                "Threads that wait for one",
                () -> connections.get().waiting());
    }

    private void connections(String state, Supplier<Number> count) {
        Gauge.builder("waxwing.database.connections", count)
                .description("Connections to the database")
                .tag("state", state)
                .register(registry);
    }

    private void addStanding() {
        gauge("waxwing.ready", COUNT, "Whether readers can be served", () -> isReady() ? 1 : 0);
        FunctionCounter.builder("waxwing.changes", this, Figures::changes)
                .description("Changes in the change feed")
                .register(registry);
        told(
                "waxwing.posts",
                COUNT,
                "Posts and pages that readers can find",
                now -> now.content().map(content -> (double) content.posts()));
        told(
                "waxwing.schedule.late",
                "seconds",
                "How long the scheduled post that is due first has waited",
                now -> now.content()
                        .map(content -> Math.max(
                                0,
                                content.nextDue()
                                        .map(due -> seconds(due, now.at()))
                                        .orElse(0.0))));
        told(
                "waxwing.backup.age",
                "seconds",
                "Since the newest backup of the schedule",
                now -> now.backups().newest().map(made -> seconds(made, now.at())));
        told(
                "waxwing.restore.drill.age",
                "seconds",
                "Since a backup was last restored on trial",
                now -> now.backups().drilled().map(drilled -> seconds(drilled, now.at())));
        told(
                "waxwing.database.size",
                "bytes",
                "Size of the embedded database",
                now -> now.databaseBytes().map(Long::doubleValue));
        told(
                "waxwing.disk.free",
                "bytes",
                "Free on the disk of the data folder or of the media folder, whichever has less",
                now -> Optional.of((double) now.freeBytes()));
    }

    private boolean isReady() {
        return standing.map(Standing::isReady).orElse(false);
    }

    /** A counter never goes back, and so remembers what it cannot be told at the moment. */
    private double changes() {
        standing.flatMap(Standing::content).ifPresent(content -> lastChanges = content.changes());
        return lastChanges;
    }

    private void told(String name, @Nullable String unit, String meaning, Function<Standing, Optional<Double>> value) {
        gauge(name, unit, meaning, () -> standing.flatMap(value).orElse(Double.NaN));
    }

    /** @param unit as it stands at the end of the name; {@link #COUNT} for none */
    private void gauge(String name, @Nullable String unit, String meaning, Supplier<Number> value) {
        Gauge.builder(name, value).baseUnit(unit).description(meaning).register(registry);
    }

    void addAnswer(String method, String route, int status, Duration took) {
        Timer.builder("waxwing.http.requests")
                .description("Answers that were made, from the first byte of the request to the last one of the answer")
                .tags("method", method, "route", route, "status", String.valueOf(status))
                .serviceLevelObjectives(LIMITS)
                .register(registry)
                .record(took);
    }

    /** In the text format of Prometheus. */
    synchronized String text() {
        standing = now();
        failing.register(standing.map(Figures::failing).orElse(List.of()), true);
        lags.register(standing.flatMap(Standing::content).map(Figures::lags).orElse(List.of()), true);
        lost.register(standing.map(now -> lost(now.losses())).orElse(List.of()), true);
        finished.hits().forEach(this::addHits);
        return registry.scrape();
    }

    private Optional<Standing> now() {
        return CompletableFuture.supplyAsync(() -> Optional.of(stand.get()))
                .completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> Optional.empty())
                .join();
    }

    private static List<MultiGauge.Row<?>> failing(Standing now) {
        return now.checks().stream()
                .<MultiGauge.Row<?>>map(check -> MultiGauge.Row.of(
                        Tags.of("check", check.name()), check.trouble().isPresent() ? 1 : 0))
                .toList();
    }

    private static List<MultiGauge.Row<?>> lags(Standing.Content content) {
        return content.lags().entrySet().stream()
                .<MultiGauge.Row<?>>map(lag -> MultiGauge.Row.of(Tags.of("projection", lag.getKey()), lag.getValue()))
                .toList();
    }

    private static List<MultiGauge.Row<?>> lost(MediaLosses losses) {
        return List.of(
                MultiGauge.Row.of(Tags.of("state", "damaged"), losses.damaged().size()),
                MultiGauge.Row.of(Tags.of("state", "missing"), losses.missing().size()));
    }

    /** Those of a route that has been here before are there already, and stay as they are. */
    private void addHits(Hits hits) {
        addHits(hits, "200", Hits::whole);
        addHits(hits, "304", Hits::unchanged);
    }

    private void addHits(Hits hits, String status, ToDoubleFunction<Hits> count) {
        FunctionCounter.builder("waxwing.finished.pages.hits", hits, count)
                .description("Answers that were finished before they were asked for")
                .tags("route", hits.route(), "status", status)
                .register(registry);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / MILLISECONDS;
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
