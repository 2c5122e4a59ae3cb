package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.fake.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OnceADayTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final List<Instant> done = new ArrayList<>();

    @Test
    void it_is_done_at_the_start_and_a_day_later() {
        OnceADay work = new OnceADay(clock, () -> done.add(clock.instant()));

        work.run();
        clock.set(NOON.plus(Duration.ofHours(23)));
        work.run();
        clock.set(NOON.plus(Duration.ofDays(1)));
        work.run();

        assertThat(done).containsExactly(NOON, NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void what_has_failed_is_done_again_at_once() {
        OnceADay work = new OnceADay(clock, () -> {
            done.add(clock.instant());
            if (done.size() == 1) {
                throw new IllegalStateException("not yet");
            }
        });

        assertThatThrownBy(work::run).hasMessage("not yet");
        work.run();
        work.run();

        assertThat(done).hasSize(2);
    }
}
