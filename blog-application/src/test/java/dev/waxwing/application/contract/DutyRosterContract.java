package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link dev.waxwing.application.upkeep.DutyRoster} must do. */
public interface DutyRosterContract {
    Instant ONE = NOON.plusSeconds(3_600);
    Instant TWO = NOON.plusSeconds(7_200);

    Storage storage();

    @Test
    default void a_duty_that_is_taken_is_nobody_elses() {
        assertThat(storage().duties().take("backup", NOON, TWO)).isTrue();

        assertThat(storage().duties().take("backup", ONE, TWO)).isFalse();
        assertThat(storage().duties().take("upkeep", ONE, TWO)).isTrue();
    }

    @Test
    default void a_duty_whose_node_says_no_more_is_taken_by_another() {
        storage().duties().take("backup", NOON, ONE);

        assertThat(storage().duties().take("backup", ONE, TWO)).isTrue();
        assertThat(storage().duties().take("backup", ONE, TWO)).isFalse();
    }

    @Test
    default void a_duty_that_is_done_is_due_again_when_its_node_has_said() {
        storage().duties().take("backup", NOON, TWO);
        storage().duties().settle("backup", ONE);

        assertThat(storage().duties().take("backup", ONE.minusMillis(1), TWO)).isFalse();
        assertThat(storage().duties().take("backup", ONE, TWO)).isTrue();
    }
}
