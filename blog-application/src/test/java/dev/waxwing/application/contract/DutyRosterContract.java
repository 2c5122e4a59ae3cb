package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link dev.waxwing.application.upkeep.DutyRoster} must do. */
public interface DutyRosterContract {
    Instant ONE = NOON.plusSeconds(3_600);
    Instant TWO = NOON.plusSeconds(7_200);
    Duration DAY = Duration.ofDays(1);

    Storage storage();

    @Test
    default void a_duty_that_is_taken_is_nobody_elses() {
        assertThat(storage().duties().take("backup", NOON, TWO, DAY)).isTrue();

        assertThat(storage().duties().take("backup", ONE, TWO, DAY)).isFalse();
        assertThat(storage().duties().take("upkeep", ONE, TWO, DAY)).isTrue();
    }

    @Test
    default void a_duty_whose_node_says_no_more_is_taken_by_another() {
        storage().duties().take("backup", NOON, ONE, DAY);

        assertThat(storage().duties().take("backup", ONE, TWO, DAY)).isTrue();
        assertThat(storage().duties().take("backup", ONE, TWO, DAY)).isFalse();
    }

    @Test
    default void a_duty_that_is_done_is_due_again_when_its_node_has_said() {
        storage().duties().take("backup", NOON, TWO, DAY);
        storage().duties().settle("backup", ONE);

        assertThat(storage().duties().take("backup", ONE.minusMillis(1), TWO, DAY))
                .isFalse();
        assertThat(storage().duties().take("backup", ONE, TWO, DAY)).isTrue();
    }

    @Test
    default void a_duty_that_was_put_off_for_longer_than_the_present_plan_is_due() {
        storage().duties().settle("backup", NOON.plus(DAY));

        assertThat(storage().duties().take("backup", NOON, ONE, DAY)).isFalse();
        assertThat(storage().duties().take("backup", NOON, ONE, DAY.minusMillis(1)))
                .isTrue();
        assertThat(storage().duties().due("backup")).contains(ONE);
    }

    @Test
    default void a_roster_tells_when_a_duty_is_due() {
        assertThat(storage().duties().due("backup")).isEmpty();

        storage().duties().take("backup", NOON, TWO, DAY);
        assertThat(storage().duties().due("backup")).contains(TWO);
        storage().duties().settle("backup", ONE);
        assertThat(storage().duties().due("backup")).contains(ONE);
        assertThat(storage().duties().due("upkeep")).isEmpty();
    }
}
