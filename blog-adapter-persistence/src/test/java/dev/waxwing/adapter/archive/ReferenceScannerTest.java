package dev.waxwing.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceScannerTest {

    @Test
    void links_and_images_are_found_where_they_stand() {
        String text = "See [one](a.md) and ![two](b.png \"B\") and [![three](c.png)](d.md).";

        assertThat(addresses(text)).containsExactly("a.md", "b.png", "c.png", "d.md");
        assertThat(ReferenceScanner.scan(text))
                .allSatisfy(found ->
                        assertThat(text.substring(found.start(), found.end())).isEqualTo(found.address()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](a(1).md)",
                "[x](<a(1).md>)",
                "[x]( a(1).md )",
                "[x](a\\(1\\).md)",
                "[x](a(1).md 'title (x)')",
                "[x](a(1).md (title))",
                "[x\ny](a(1).md\n\"title\")",
                "[x]: a(1).md",
                "   [x y]:\n  a(1).md \"title\"",
                "> [x]: a(1).md",
                "<img src=a(1).md>",
                "<a class='x'\n  href = \"a(1).md\">",
                "<video poster=\"a(1).md\">",
            })
    void every_way_to_write_an_address_is_known(String text) {
        assertThat(addresses(text)).containsExactly("a(1).md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`[x](a.md)`",
                "``a ` [x](a.md)``",
                "```\n[x](a.md)\n```",
                "~~~ text\n[x](a.md)\n```\n~~~",
                "- item\n\n  ```\n  [x](a.md)\n  ```",
                "> ```\n> [x](a.md)\n> ```",
                "    [x](a.md)",
                "text\n\n\t[x](a.md)",
                "<!-- [x](a.md) -->",
                "<script>x = '[x](a.md)'</script>",
                "<pre><a href=\"a.md\"></pre>",
                "\\[x](a.md)",
                "[x] (a.md)",
                "[x](a b.md)",
                "(a.md)",
                "[^1]: a.md",
                "x < y src=\"a.md\">",
            })
    void what_is_no_link_is_left_alone(String text) {
        assertThat(addresses(text)).isEmpty();
    }

    @Test
    void text_goes_on_after_code() {
        assertThat(addresses("`` ` [x](1) [y](2)\n\n`a` [z](3)\n\n```\ncode\n```\n[u](4)"))
                .containsExactly("1", "2", "3", "4");
        assertThat(addresses("- item\n\n    [in the list](5)\n")).containsExactly("5");
    }

    @Test
    void candidates_of_a_source_set_are_found_one_by_one() {
        assertThat(addresses("<img src=\"a.png\" srcset=\"a.png 1x, b.png 2x,c.png 3x\">"))
                .containsExactly("a.png", "a.png", "b.png", "c.png");
    }

    @Test
    void entities_in_an_address_are_decoded() {
        assertThat(addresses("[x](a?b=1&amp;c=2)")).containsExactly("a?b=1&c=2");
    }

    static Stream<String> pathological() {
        return Stream.of(
                        "[",
                        "![",
                        "](",
                        "[a](",
                        "`",
                        "<a ",
                        "<",
                        "<!--",
                        "[a]: ",
                        "(",
                        "<a href=\"",
                        "```\n",
                        "\\",
                        "> ",
                        "[x](<",
                        "<script>",
                        "<pre>x",
                        "<a b c d e f g ")
                .map(part -> part.repeat(200_000 / part.length()));
    }

    @ParameterizedTest
    @MethodSource("pathological")
    void no_text_takes_long(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ReferenceScanner.scan(text));
    }

    /** So long that reading on from every beginning would take ten thousand million steps. */
    @ParameterizedTest
    @ValueSource(strings = {"[a](/b", "[a](b (", "[a](b '\\'"})
    void links_that_never_end_take_no_long_time(String beginning) {
        String text = beginning.repeat(20_000_000 / beginning.length());

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(ReferenceScanner.scan(text)).isEmpty());
    }

    @Test
    void parentheses_nest_as_deep_as_the_renderer_follows_them() {
        assertThat(addresses("[x](%s%s)".formatted("(".repeat(32), ")".repeat(32))))
                .hasSize(1);
        assertThat(addresses("[x](%s%s)".formatted("(".repeat(33), ")".repeat(33))))
                .isEmpty();
    }

    @Test
    void runs_of_backticks_of_all_lengths_take_no_long_time() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < 600; i++) {
            text.append("e").append("`".repeat(i));
        }

        assertThatCode(() -> Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> ReferenceScanner.scan(text.toString())))
                .doesNotThrowAnyException();
    }

    private static List<String> addresses(String text) {
        return ReferenceScanner.scan(text).stream()
                .map(ReferenceScanner.Found::address)
                .toList();
    }
}
