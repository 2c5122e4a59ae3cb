package dev.waxwing.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.account.PasswordHasher;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What any hasher of passwords must do. */
public interface PasswordHasherContract {
    Password PASSWORD = new Password("correct horse battery");

    PasswordHasher hasher();

    /** As a hasher of former days made it, with less effort. */
    PasswordHash weak(Password password);

    @Test
    default void what_is_hashed_now_is_not_weak() {
        PasswordHash hash = hasher().hash(PASSWORD);

        assertThat(hasher().matches(PASSWORD.value(), Optional.of(hash))).isTrue();
        assertThat(hasher().isWeak(hash)).isFalse();
    }

    @Test
    default void what_was_hashed_with_less_effort_is_weak_and_still_known() {
        PasswordHash hash = weak(PASSWORD);

        assertThat(hasher().matches(PASSWORD.value(), Optional.of(hash))).isTrue();
        assertThat(hasher().isWeak(hash)).isTrue();
    }
}
