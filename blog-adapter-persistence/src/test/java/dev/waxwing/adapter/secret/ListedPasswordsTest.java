package dev.waxwing.adapter.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListedPasswordsTest {
    private final ListedPasswords listed = new ListedPasswords();

    @ParameterizedTest
    @ValueSource(
            strings = {"123456", "password", "qwertyuiop", "monkey", "qwerty123456", "1qaz2wsx3edc", "administrator"})
    void what_many_people_choose_is_listed(String password) {
        assertThat(listed.contain(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a heron at the lake", "Password", "herons standing", "湖に鷺が立つ"})
    void nothing_else_is(String password) {
        assertThat(listed.contain(password)).isFalse();
    }
}
