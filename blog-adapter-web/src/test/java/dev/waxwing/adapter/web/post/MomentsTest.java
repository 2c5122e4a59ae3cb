package dev.waxwing.adapter.web.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Times on the blog's clock, in Berlin, where the clocks change at the end of March and of October. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MomentsTest {
    private final Moments berlin = new Moments(ZoneId.of("Europe/Berlin"));

    @Test
    void a_time_is_said_with_its_zone() {
        assertThat(berlin.spelledOut(Instant.parse("2026-03-01T08:00:00Z")))
                .isEqualTo("1 March 2026, 09:00 (Europe/Berlin, UTC+01:00)");
        assertThat(new Moments(ZoneId.of("UTC")).spelledOut(Instant.parse("2026-03-01T08:00:00Z")))
                .isEqualTo("1 March 2026, 08:00 (UTC+00:00)");
    }

    @Test
    void a_time_is_read_as_the_clock_of_the_blog_shows_it() {
        assertThat(berlin.read("due", "2026-07-01T09:00")).isEqualTo(Instant.parse("2026-07-01T07:00:00Z"));
        assertThat(berlin.read("due", berlin.field(Instant.parse("2026-12-01T07:30:00Z"))))
                .isEqualTo(Instant.parse("2026-12-01T07:30:00Z"));
    }

    @Test
    void a_time_that_comes_twice_is_the_first_of_the_two() {
        assertThat(berlin.read("due", "2026-10-25T02:30")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void a_time_that_never_comes_is_refused() {
        assertThatThrownBy(() -> berlin.read("due", "2026-03-29T02:30"))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageContaining("29 March 2026, 02:30 never comes");
    }

    @Test
    void what_is_no_time_is_refused() {
        for (String text : new String[] {"", "tomorrow", "2026-02-30T09:00"}) {
            assertThatThrownBy(() -> berlin.read("due", text)).isInstanceOf(BlogException.Invalid.class);
        }
    }
}
