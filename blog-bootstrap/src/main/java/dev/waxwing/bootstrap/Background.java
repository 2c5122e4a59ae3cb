package dev.waxwing.bootstrap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens without anybody asking, a few times a second, one job after the other. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final long PERIOD_MILLISECONDS = 250;

    /** The first readers after a start come first. */
    private static final long DELAY_MILLISECONDS = 1_000;

    private static final long PATIENCE_SECONDS = 10;

    /** Longer than a search index of many thousand posts takes to be made anew. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(15);

    private final List<Job> jobs;
    private final LongSupplier nanoseconds;
    private final ScheduledExecutorService thread;
    private volatile long begun;

    /** Work under a name. A failure ends neither it nor the others; the same one again is not worth another line. */
    static final class Job {
        private final String name;
        private final BooleanSupplier work;
        private volatile boolean failing;

        private Job(String name, BooleanSupplier work) {
            this.name = name;
            this.work = work;
        }

        Job(String name, Runnable work) {
            this(name, () -> {
                work.run();
                return true;
            });
        }

        /** @param work says whether it was tried; a pause after a failure leaves that standing */
        static Job withPauses(String name, BooleanSupplier work) {
            return new Job(name, work);
        }

        String name() {
            return name;
        }

        Optional<String> trouble() {
            return failing ? Optional.of("failed at the last attempt, and is tried again") : Optional.empty();
        }

        /** Whatever gets past here would end all work of the thread for ever, and tell nobody. */
        void run() {
            try {
                failing &= !work.getAsBoolean();
            } catch (Throwable e) {
                if (!failing) {
                    tell(e);
                }
                failing = true;
            }
        }

        private void tell(Throwable failure) {
            String words = "Background work ({}) failed and will be tried again";
            if (failure instanceof Error) {
                LOG.error(words, name, failure);
            } else {
                LOG.warn(words, name, failure);
            }
        }
    }

    /** @param name of its thread */
    Background(String name, List<Job> jobs) {
        this(name, jobs, System::nanoTime);
    }

    /** @param nanoseconds of a clock that nobody sets */
    Background(String name, List<Job> jobs, LongSupplier nanoseconds) {
        this.jobs = List.copyOf(jobs);
        this.nanoseconds = nanoseconds;
        this.begun = nanoseconds.getAsLong();
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    List<Job> jobs() {
        return jobs;
    }

    /** What is wrong with a job; also if it has not been begun for so long that something must hang. */
    Optional<String> trouble(Job job) {
        return job.trouble().or(this::silence);
    }

    private Optional<String> silence() {
        Duration silent = Duration.ofNanos(nanoseconds.getAsLong() - begun);
        return silent.compareTo(LONGEST_ROUND) > 0
                ? Optional.of("was last begun %,d minutes ago".formatted(silent.toMinutes()))
                : Optional.empty();
    }

    void round() {
        begun = nanoseconds.getAsLong();
        jobs.forEach(Job::run);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each job answers for its own failures
    void start() {
        thread.scheduleWithFixedDelay(this::round, DELAY_MILLISECONDS, PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closeAll(List.of(this));
    }

    /** Begins nothing more, and lets what goes on end. All of it together has as long as one alone. */
    static void closeAll(List<Background> all) {
        all.forEach(work -> work.thread.shutdown());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        all.forEach(work -> work.awaitEnd(deadline));
    }

    private void awaitEnd(long deadline) {
        try {
            if (!thread.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("Background work did not end within {} seconds", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
