package dev.waxwing.adapter.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts made to take long. The shapes are those of cmark's pathological tests and of public reports, and what a search for
 * quadratic time found in the libraries used here.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PathologicalTest {
    /** Processor time of the one thread, so that a busy machine does not matter; ten times what an idle one needs. */
    private static final long MOST_NANOSECONDS = 8_000_000_000L;

    private static final int STACK_BYTES = 16 << 20;

    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nested strong emphasis", "*a **a ".repeat(32_500) + "b" + " a** a*".repeat(32_500));
        texts.put("emphasis closers", "a_ ".repeat(32_500));
        texts.put("emphasis openers", "_a ".repeat(32_500));
        texts.put("link closers", "a]".repeat(32_500));
        texts.put("link openers", "[a".repeat(32_500));
        texts.put("mismatched", "*a_ ".repeat(25_000));
        texts.put("openers bottom", "*a ".repeat(20_000) + "_a*_ ".repeat(20_000));
        texts.put("multiple of three", "a**b" + "c* ".repeat(25_000));
        texts.put("link openers, emphasis closers", "[ a_".repeat(25_000));
        texts.put("brackets and parentheses", "[ (](".repeat(40_000));
        texts.put("pictures and links", "![[]()".repeat(80_000));
        texts.put("nested brackets", "[".repeat(25_000) + "a" + "]".repeat(25_000));
        texts.put("nested quotes", "> ".repeat(25_000) + "a");
        texts.put("nested lists", lines(500, i -> "  ".repeat(i) + "* a"));
        texts.put("nul", "abc\0de\0");
        texts.put(
                "backticks",
                IntStream.range(1, 990).mapToObj(i -> "e" + "`".repeat(i)).collect(Collectors.joining()));
        texts.put("unclosed links with <", "[a](<b".repeat(30_000));
        texts.put("unclosed links", "[a](b".repeat(30_000));
        texts.put("unclosed comments", "</" + "<!--".repeat(100_000));
        texts.put("empty lines in nested lists", "- ".repeat(15_000) + "x" + "\n".repeat(15_000));
        texts.put("emphasis in a deep quote", ">".repeat(50_000) + "a*".repeat(50_000));
        texts.put("wide table", "|a".repeat(5_000) + "|\n" + "|-".repeat(5_000) + "|\n" + "|b".repeat(5_000) + "|\n");
        texts.put("long table", "|a|b|\n|-|-|\n" + "|x|y|\n".repeat(20_000));
        texts.put("many footnotes", lines(5_000, i -> "[^" + i + "]: x\n") + lines(5_000, i -> "[^" + i + "] "));
        texts.put("footnotes in a circle", "[^a]: [^a] [^b]\n\n[^b]: [^a]\n\n" + "[^a]".repeat(5_000));
        texts.put("references", lines(40_000, i -> "[" + i + "]: u") + "[0] ".repeat(5_000));
        texts.put("bare addresses", "www.a.b/".repeat(20_000));
        texts.put("mail addresses", "a@".repeat(30_000));
        texts.put("entities", "&#".repeat(50_000) + "&".repeat(50_000));
        texts.put("html blocks", "<div>".repeat(30_000));
        texts.put("html attributes", "<a " + "b=\"c\" ".repeat(20_000));
        texts.put("strikethrough", "~~a ".repeat(30_000));
        texts.put("one heading", "#".repeat(50_000) + " a");
        texts.put("setext", "a\n".repeat(20_000) + "---");
        texts.put("rule of stars", "* ".repeat(50_000));
        texts.put("fences", "```\n".repeat(30_001));
        texts.put("spaces", " ".repeat(200_000) + "x");
        texts.put("tabs", "\t".repeat(100_000) + "x");
        texts.put("backslashes", "\\".repeat(200_000));
        texts.put("one line", "a".repeat(500_000));
        texts.put("carriage returns", "\r".repeat(200_000));
        texts.put("tasks", "- [ ] ".repeat(15_000));
        texts.put("headings and contents", "# a\n".repeat(20_000) + "[TOC]");
        texts.put("front matter", "---\n" + "a: ".repeat(20_000) + "\n---\n");
        texts.put("superscript", "^a".repeat(30_000));
        texts.put("emoji", ":a".repeat(30_000) + ":");
        texts.put("quotation marks", "\"'".repeat(40_000));
        texts.put("dashes", "-".repeat(100_000) + "\na");
        texts.put("pipes", "|".repeat(50_000) + "\n" + "|-".repeat(20_000));

        texts.put("lines of one paragraph", "(\n".repeat(200_000));
        texts.put("lines of references without an end", "[\n".repeat(200_000));
        texts.put("closed pictures without addresses", "![".repeat(100_000) + "]".repeat(100_000));
        texts.put("links after open brackets", "[".repeat(100_000) + "[a](b)".repeat(50_000));
        texts.put(
                "cells that were never written",
                "|a".repeat(400) + "\n" + "|-".repeat(400) + "\n" + "a|\n".repeat(100_000));
        texts.put(
                "many small tables",
                ("|a".repeat(100) + "\n" + "|-".repeat(100) + "\n" + "a|\n".repeat(100) + "\n").repeat(600));
        texts.put("a long address many times", "[a]: " + "x".repeat(100_000) + "\n\n" + "[a] ".repeat(90_000));
        texts.put("definitions", "a\n: b\n\n".repeat(60_000));
        texts.put("colons", ": ".repeat(200_000));
        texts.put("alerts in alerts", "> [!NOTE]\n".repeat(40_000));
        texts.put("indented alerts", lines(400, i -> " ".repeat(4 * i) + "!!! note"));
        texts.put("attributions", "> a\n> — b\n\n".repeat(40_000));
        texts.put("figures", "![a](b \"c\")\n\n".repeat(30_000));
        texts.put("films", "https://vimeo.com/12345678\n\n".repeat(15_000));
        texts.put("formatting that never ends", lines(10_000, i -> "<b id=" + i + ">") + "<p>x".repeat(50_000));
        texts.put("tables in tables", "<table><tr><td>".repeat(30_000));
        texts.put("headings in headings", "<h1><li>".repeat(50_000));
        texts.put("unknown elements", "<x>".repeat(100_000));
        texts.put("embedded pages", "<iframe src=https://x.org></iframe>".repeat(14_000));
        texts.put("addresses of brackets", "<a href=\"" + "[".repeat(400_000) + "\">");
        texts.put("code of quotes", "```java\n" + "\"".repeat(400_000) + "\n```");
        texts.put("code of openings", "```java\n" + "/*'\"".repeat(100_000) + "\n```");
        texts.put("markup of openings", "```html\n" + "<a '".repeat(100_000) + "\n```");
        texts.put("prompts", "```console\n" + "$ (\\\n".repeat(80_000) + "```");
        texts.put("keys", "```yaml\n" + "a-".repeat(200_000) + "\n```");
        return texts;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void is_rendered_or_refused_with_little_work(String name) throws InterruptedException {
        String text = texts().get(name);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<Long> time = new AtomicReference<>(0L);
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        Limits.requireLength(text);
                        CommonMarkRenderer.rendering(text, LanguageTag.ENGLISH);
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                    time.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                },
                "pathological",
                STACK_BYTES);
        thread.start();
        thread.join();

        if (failure.get() != null) {
            assertThat(failure.get()).isInstanceOfSatisfying(BlogException.Invalid.class, refusal -> {
                assertThat(refusal.field()).isEqualTo("markdown");
                assertThat(refusal).hasMessageMatching("[A-Z][^\n]{20,250}");
            });
        }
        assertThat(time.get()).isLessThan(MOST_NANOSECONDS);
    }

    static Iterable<String> names() {
        return texts().keySet();
    }

    @Test
    void after_all_of_them_the_renderer_still_works() {
        texts().values().stream().limit(20).forEach(text -> {
            try {
                Rendered.html(text);
            } catch (BlogException.Invalid refused) {
                assertThat(refused.field()).isEqualTo("markdown");
            }
        });

        assertThat(Rendered.html("still *here*")).isEqualTo("<p>still <em>here</em></p>");
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
