package dev.waxwing.bootstrap;

import dev.waxwing.application.change.Projection;
import dev.waxwing.application.change.ProjectionRunner;
import dev.waxwing.application.post.PublishDuePosts;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens without anybody asking: scheduled posts appear, and the projections follow the change feed. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final long PERIOD_MILLISECONDS = 250;
    private static final long PATIENCE_SECONDS = 10;

    private final PublishDuePosts publishDue;
    private final ProjectionRunner runner;
    private final List<Projection> projections;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "background");
        worker.setDaemon(true);
        return worker;
    });
    private boolean failing;

    Background(PublishDuePosts publishDue, ProjectionRunner runner, List<Projection> projections) {
        this.publishDue = publishDue;
        this.runner = runner;
        this.projections = List.copyOf(projections);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each tick answers for its own failures
    void start() {
        thread.scheduleWithFixedDelay(this::tick, 0, PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** A failure must not end the ticking; the same one again is not worth another line. */
    private void tick() {
        try {
            publish();
            projections.forEach(runner::catchUp);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Background work failed and will be tried again", e);
            }
            failing = true;
        }
    }

    private void publish() {
        int published = publishDue.handle();
        while (published > 0) {
            LOG.info("Published {} scheduled posts", published);
            published = publishDue.handle();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Background work did not end within {} seconds", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
