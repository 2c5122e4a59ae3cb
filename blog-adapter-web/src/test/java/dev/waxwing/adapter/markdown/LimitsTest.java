package dev.waxwing.adapter.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is refused, in which words, and that honest texts are not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {

    @Test
    void a_text_of_more_than_500_000_characters_is_refused() {
        assertThatThrownBy(() -> Rendered.html("a".repeat(500_001)))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage("The text has 500,001 characters; at most 500,000 are allowed; divide the post");
        assertThat(Rendered.html("a ".repeat(250_000))).hasSizeGreaterThan(499_990);
    }

    @Test
    void a_text_that_grows_out_of_proportion_is_refused() {
        String text = "[a]: /" + "x".repeat(10_000) + "\n\n" + "[a]\n\n".repeat(200);

        assertThatThrownBy(() -> Rendered.html(text))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage("The text grows to more than 1,000,000 characters of HTML; divide the post");
    }

    @Test
    void a_paragraph_that_would_take_quadratic_time_is_refused() {
        assertThatThrownBy(() -> Rendered.html("*a ".repeat(20_000) + "_a*_ ".repeat(20_000)))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage(
                        "One paragraph or table of the text has too many brackets, emphasis marks, lines or cells to be"
                                + " rendered in reasonable time; divide it");
    }

    @Test
    void a_long_text_full_of_marks_is_no_such_paragraph() {
        String paragraph =
                "A *word* with **stress**, a [link](https://example.org/a_b_c), `code` and a ![p](/p.png).\n\n";

        assertThat(Rendered.html(paragraph.repeat(3_000))).contains("<em>word</em>");
        assertThat(Rendered.html("- [x](y) *z*\n".repeat(12_000))).contains("<em>z</em>");
        assertThat(Rendered.html("| *a* | [b](c) |\n|--|--|\n" + "| *x* | [y](z) |\n".repeat(8_000)))
                .contains("<em>x</em>");
    }

    @Test
    void one_paragraph_may_have_hundreds_of_links_and_marks() {
        String text = IntStream.range(0, 800)
                .mapToObj(i -> "[link " + i + "](https://example.org/" + i + ") and *stress* in snake_case_words")
                .collect(Collectors.joining(",\n"));

        assertThat(Rendered.html(text)).contains("https://example.org/799");
    }

    @Test
    void what_is_nested_deeper_than_people_write_stays_text() {
        assertThat(Rendered.html("> ".repeat(1_000) + "a"))
                .contains("&gt; &gt; ")
                .contains("<blockquote>");
        assertThat(Rendered.html("*".repeat(400) + "a" + "*".repeat(400))).contains("***", "<strong>");
    }

    @Test
    void work_that_never_ends_is_given_up_and_told_so() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Workers workers = new Workers(Duration.ofMillis(20));

        assertThatThrownBy(() -> workers.run(() -> {
                    while (!Thread.interrupted()) {
                        Thread.onSpinWait();
                    }
                    interrupted.countDown();
                    return "";
                }))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage("The text takes more than 10 seconds of processor time to render; divide the post");
        interrupted.await();
    }

    @Test
    void interrupted_work_stops_at_its_next_step() {
        Effort effort = new Effort();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> effort.spend(1)).isInstanceOf(BlogException.Invalid.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_stack_that_overflows_is_a_refusal() {
        Workers workers = new Workers(Duration.ofSeconds(60));

        assertThatThrownBy(() -> workers.run(() -> endless(0)))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage("The text is nested too deeply to be rendered");
        assertThat(workers.<String>run(() -> "next")).isEqualTo("next");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }
}
