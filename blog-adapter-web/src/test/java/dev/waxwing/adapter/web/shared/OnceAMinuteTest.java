package dev.waxwing.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OnceAMinuteTest {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    /** The nanoseconds of a machine begin anywhere, and may run over. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    private final OnceAMinute traces = new OnceAMinute(now::get);

    @Test
    void the_first_is_let_through_and_those_of_the_same_minute_are_not() {
        assertThat(traces.isDue()).isTrue();
        assertThat(traces.isDue()).isFalse();

        now.addAndGet(MINUTE - 1);
        assertThat(traces.isDue()).isFalse();
    }

    @Test
    void the_next_is_let_through_a_minute_later() {
        assertThat(traces.isDue()).isTrue();

        now.addAndGet(MINUTE);

        assertThat(traces.isDue()).isTrue();
        assertThat(traces.isDue()).isFalse();
    }
}
