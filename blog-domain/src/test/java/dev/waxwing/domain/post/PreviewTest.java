package dev.waxwing.domain.post;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.fixture.Fixtures;
import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreviewTest {
    private static final PreviewId ID = new PreviewId(new UUID(0x7000, 1));
    private static final Instant WEEK = NOON.plus(Duration.ofDays(7));

    private final PostId post = Fixtures.aPostId();

    @Test
    void a_link_is_open_until_its_time_is_over() {
        Preview preview = shared(Duration.ofDays(7));

        assertThat(preview.state()).isEqualTo(new Preview.State(ID, post, "hash", NOON, WEEK, null, 0));
        assertThat(preview.drainEvents()).containsExactly(new PreviewEvent.Shared(ID, post, WEEK, NOON));
        assertThat(preview.isOpen(WEEK.minusNanos(1))).isTrue();
        assertThat(preview.isOpen(WEEK)).isFalse();
    }

    @Test
    void a_link_that_was_revoked_stays_closed() {
        Preview preview = shared(Duration.ofDays(7));
        preview.drainEvents();

        preview.revoke(NOON);
        preview.revoke(NOON.plusSeconds(1));

        assertThat(preview.isOpen(NOON)).isFalse();
        assertThat(preview.state().revokedAt()).isEqualTo(NOON);
        assertThat(preview.drainEvents()).containsExactly(new PreviewEvent.Revoked(ID, post, NOON));
        assertThat(Preview.restore(preview.state()).isOpen(NOON)).isFalse();
    }

    @Test
    void a_link_is_open_for_a_second_to_90_days() {
        assertThat(shared(Duration.ofSeconds(1)).state().until()).isEqualTo(NOON.plusSeconds(1));
        assertThat(shared(Preview.LONGEST).isOpen(NOON)).isTrue();
        assertThatThrownBy(() -> shared(Duration.ofMillis(999))).isInstanceOf(BlogException.Invalid.class);
        assertThatThrownBy(() -> shared(Preview.LONGEST.plusNanos(1))).isInstanceOf(BlogException.Invalid.class);
    }

    private Preview shared(Duration open) {
        return Preview.share(ID, post, "hash", open, NOON);
    }
}
