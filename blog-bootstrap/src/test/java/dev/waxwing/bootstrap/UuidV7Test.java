package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.fake.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UuidV7Test {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final UuidV7 ids = new UuidV7(clock);

    @Test
    void an_identity_carries_version_variant_and_time() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void identities_grow_within_one_millisecond_and_beyond_its_counter() {
        List<String> made =
                Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void identities_grow_when_the_clock_is_set_back() {
        String before = ids.next().toString();
        clock.advance(Duration.ofHours(-1));

        assertThat(ids.next().toString()).isGreaterThan(before);
    }

    /** {@link Clock#millis} of a clock that ticks in microseconds divides by zero. */
    @Test
    void a_clock_of_microseconds_will_do() {
        UuidV7 fine = new UuidV7(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)));

        assertThat(fine.next()).isNotEqualTo(fine.next());
    }
}
