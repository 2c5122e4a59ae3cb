package dev.waxwing.adapter.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.waxwing.application.account.PasswordHasher;
import dev.waxwing.application.contract.PasswordHasherContract;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Argon2PasswordHasherTest implements PasswordHasherContract {
    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher();

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }

    @Override
    public PasswordHash weak(Password password) {
        return hash(password, Argon2Function.getInstance(8 * 1024, 2, 1, 32, Argon2.ID));
    }

    private static PasswordHash hash(Password password, Argon2Function function) {
        return new PasswordHash(com.password4j.Password.hash(password.value())
                .addRandomSalt(16)
                .with(function)
                .getResult());
    }

    @Test
    void one_of_another_kind_is_weak_and_one_with_as_much_effort_is_not() {
        assertThat(hasher.isWeak(hash(PASSWORD, Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.I))))
                .isTrue();
        assertThat(hasher.isWeak(hash(PASSWORD, Argon2Function.getInstance(12 * 1024, 4, 1, 32, Argon2.ID))))
                .isFalse();
    }

    @Test
    void a_password_is_known_again_and_another_is_not() {
        PasswordHash hash = hasher.hash(new Password("correct horse bättery"));

        assertThat(hash.value()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("horse");
        assertThat(hasher.matches("correct horse bättery", Optional.of(hash))).isTrue();
        assertThat(hasher.matches("correct horse battery", Optional.of(hash))).isFalse();
        assertThat(hasher.matches("", Optional.of(hash))).isFalse();
        assertThat(hasher.matches("x".repeat(100_000), Optional.of(hash))).isFalse();
    }

    @Test
    void the_same_password_has_another_hash_each_time() {
        Password password = new Password("correct horse battery");

        assertThat(hasher.hash(password)).isNotEqualTo(hasher.hash(password));
    }

    @Test
    void the_hash_that_stands_for_none_is_as_slow_as_the_others() {
        assertThat(Argon2PasswordHasher.DECOY)
                .startsWith(hasher.hash(new Password("correct horse battery"))
                        .value()
                        .substring(0, 31))
                .hasSameSizeAs(
                        hasher.hash(new Password("correct horse battery")).value());
    }

    @Test
    void where_there_is_nothing_to_compare_the_answer_is_no() {
        assertThat(hasher.matches("no password at all", Optional.empty())).isFalse();
        assertThat(hasher.matches("anything", Optional.of(new PasswordHash("no hash"))))
                .isFalse();
    }
}
