package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackgroundTest {
    private static final BooleanSupplier FAILS = () -> {
        throw new IllegalStateException("not today");
    };

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
