package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every storage of allowances must do. */
public interface AllowanceStoreContract {
    String SUBJECT = "d".repeat(64);
    String ANOTHER = "e".repeat(64);

    Storage storage();

    @Test
    default void an_allowance_is_kept_and_replaced() {
        assertThat(storage().allowances().find(SUBJECT)).isEmpty();

        storage().allowances().keep(SUBJECT, NOON);
        storage().allowances().keep(SUBJECT, NOON.plusSeconds(1));

        assertThat(storage().allowances().find(SUBJECT)).contains(NOON.plusSeconds(1));
        assertThat(storage().work().execute(() -> storage().allowances().lock(SUBJECT)))
                .contains(NOON.plusSeconds(1));
        assertThat(storage().allowances().find(ANOTHER)).isEmpty();
    }

    @Test
    default void what_is_not_used_up_any_more_is_forgotten_some_at_a_time() {
        storage().allowances().keep(SUBJECT, NOON);
        storage().allowances().keep(ANOTHER, NOON.plusSeconds(1));
        storage().allowances().keep("f".repeat(64), NOON.plusSeconds(9));

        assertThat(storage().allowances().forgetBefore(NOON.plusSeconds(9), 1)).isEqualTo(1);
        assertThat(storage().allowances().forgetBefore(NOON.plusSeconds(9), 9)).isEqualTo(1);
        assertThat(storage().allowances().forgetBefore(NOON.plusSeconds(9), 9)).isZero();
        assertThat(storage().allowances().find("f".repeat(64))).isPresent();
    }
}
