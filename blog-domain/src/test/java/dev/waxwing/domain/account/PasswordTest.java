package dev.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordTest {

    @Test
    void only_the_length_counts() {
        assertThat(new Password("a".repeat(12)).value()).hasSize(12);
        assertThat(new Password("a".repeat(200)).value()).hasSize(200);
        assertThatThrownBy(() -> new Password("a".repeat(11)))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage("A password needs at least 12 characters");
        assertThatThrownBy(() -> new Password("a".repeat(201)))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage("A password can have at most 200 characters");
    }

    @Test
    void a_letter_is_the_same_however_a_keyboard_writes_it() {
        String typed = "pässword with dots".replace("ä", "a\u0308");

        assertThat(new Password(typed)).isEqualTo(new Password("pässword with dots"));
        assertThat(Password.composed(typed)).isEqualTo("pässword with dots");
    }

    @Test
    void it_is_in_no_log() {
        assertThat(new Password("correct horse battery")).hasToString("Password");
    }
}
