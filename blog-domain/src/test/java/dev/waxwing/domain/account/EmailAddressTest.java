package dev.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmailAddressTest {

    @Test
    void case_and_blanks_around_it_make_no_difference() {
        assertThat(new EmailAddress(" Ada@Example.ORG\n")).hasToString("ada@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "ada.lind+blog@mail.example.org", "größe@bücher.example", "o'neil@example.org"})
    void addresses_that_mail_reaches_are_taken(String address) {
        assertThat(new EmailAddress(address).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@-example.org",
                "ada@example-.org",
                "ada@example..org",
                ".ada@example.org",
                "ada lind@example.org",
                "\"ada\"@example.org",
                "ada@example.org, bob@example.org"
            })
    void others_are_not(String address) {
        assertThatThrownBy(() -> new EmailAddress(address))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("email"));
    }

    @Test
    void a_name_has_at_most_64_characters_and_the_whole_254() {
        String name = "a".repeat(64);
        String whole = name + "@" + "b".repeat(254 - 65);

        assertThat(new EmailAddress(whole).value()).isEqualTo(whole);
        assertThatThrownBy(() -> new EmailAddress(whole + "b")).isInstanceOf(BlogException.Invalid.class);
        assertThatThrownBy(() -> new EmailAddress("a" + name + "@b")).isInstanceOf(BlogException.Invalid.class);
    }
}
