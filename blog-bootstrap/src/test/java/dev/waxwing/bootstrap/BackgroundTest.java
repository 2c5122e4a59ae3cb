package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackgroundTest {
    private static final BooleanSupplier FAILS = () -> {
        throw new IllegalStateException("not today");
    };

    private static final Runnable LACKS_A_CLASS = () -> {
        throw new NoClassDefFoundError("not there");
    };

    @Test
    void an_error_ends_neither_its_job_nor_those_behind_it() {
        Deque<Runnable> times = new ArrayDeque<>(List.of(LACKS_A_CLASS, () -> {}));
        AtomicInteger others = new AtomicInteger();
        Background.Job job =
                new Background.Job("trial", () -> times.removeFirst().run());
        Background work = new Background(
                "trial", List.of(job, new Background.Job("another", (Runnable) others::incrementAndGet)));

        work.round();
        assertThat(work.trouble(job)).contains("failed at the last attempt, and is tried again");
        work.round();
        assertThat(work.trouble(job)).isEmpty();
        assertThat(others).hasValue(2);
    }

    @Test
    void a_job_that_was_not_begun_for_a_quarter_of_an_hour_is_in_trouble() {
        AtomicLong nanoseconds = new AtomicLong(Long.MAX_VALUE - 5);
        Background.Job job = new Background.Job("trial", () -> {});
        Background work = new Background("trial", List.of(job), nanoseconds::get);
        work.round();

        nanoseconds.addAndGet(Duration.ofMinutes(15).toNanos());
        assertThat(work.trouble(job)).isEmpty();
        nanoseconds.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(work.trouble(job)).contains("was last begun 16 minutes ago");
        work.round();
        assertThat(work.trouble(job)).isEmpty();
    }

    @Test
    void what_failed_is_in_trouble_through_its_pause_and_until_it_has_succeeded() {
        Deque<BooleanSupplier> times = new ArrayDeque<>(List.of(() -> false, FAILS, () -> false, FAILS, () -> true));
        Background.Job job =
                Background.Job.withPauses("trial", () -> times.removeFirst().getAsBoolean());

        job.run();
        assertThat(job.trouble()).isEmpty();
        for (int failed = 0; failed < 3; failed++) {
            job.run();
            assertThat(job.trouble()).contains("failed at the last attempt, and is tried again");
        }
        job.run();
        assertThat(job.trouble()).isEmpty();
    }
}
