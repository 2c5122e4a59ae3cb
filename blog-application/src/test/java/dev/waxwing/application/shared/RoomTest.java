package dev.waxwing.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoomTest {
    private final Room room = new Room(100);

    @Test
    void no_more_is_taken_than_there_is() {
        assertThat(room.tryTake(60)).isTrue();
        assertThat(room.tryTake(41)).isFalse();
        assertThat(room.free()).isEqualTo(40);
        assertThat(room.tryTake(40)).isTrue();
        assertThatThrownBy(() -> room.take(1, Duration.ZERO)).isInstanceOf(BlogException.Unavailable.class);
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        room.giveBack(room.take(100, Duration.ZERO));

        assertThat(room.take(100, Duration.ZERO)).isEqualTo(100);
    }

    @Test
    void what_is_larger_than_the_room_has_all_of_it_to_itself() {
        assertThat(room.take(1_000_000_000_000L, Duration.ZERO)).isEqualTo(100);
        assertThat(room.tryTake(1)).isFalse();
    }

    @Test
    void a_room_larger_than_can_be_counted_is_as_large_as_can_be() {
        assertThat(new Room(Long.MAX_VALUE).tryTake(Integer.MAX_VALUE)).isTrue();
    }
}
