package dev.waxwing.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.waxwing.application.archive.Archive;
import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.ArchivedPost;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.IndexedPost;
import dev.waxwing.application.archive.LeftOut;
import dev.waxwing.application.archive.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were damaged at random: each is a post or is refused with a reason, and none ends the reading of the others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyFileIsReadOrRefusedTest {
    private static final int FILES = 400;
    private static final List<String> SEEDS =
            List.of("""
            ---
            title: "Hello \\u00e9: World"
            date: 2024-03-30T10:00:00+01:00
            tags: [a, &x b, *x, 1.10]
            aliases: ["/old/%e3%81%82/", old.html]
            author: {name: Ada, url: "https://ada.example"}
            ---

            Text [a](b.md) ![c](d.png "e") <img src="f.png" srcset="g 1x, h 2x"> `code`

            ```java
            x
            ```
            <!--more-->
            {{< figure src="a.png" caption="b" >}} {% highlight x %}y{% endhighlight %}
            """, """
            +++
            title = "Hello"
            path = "2024/03/30/Hello"
            date = 2024-03-30
            aliases = ["a", "b.html"]
            [taxonomies]
            tags = ["x", "y"]
            [extra]
            cover = { image = "a.png" }
            +++
            Text {{ youtube(id="abc") }} [x]: y.md
            """, """
            Title: Hello
            Date: 2017-11-01 10:20
            Modified: 01/02/2017
            Tags: a, b; c
            Authors: A, B

            Text [x]({filename}/y.md)
            """, "{\"title\": \"x\\ud83d\", \"date\": \"2020-01-01\", \"tags\": [\"a\"]}\nText\n");
    private static final List<String> PIECES = List.of(
            "---\n",
            "+++\n",
            "\n",
            "\t",
            ":",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "&a ",
            "*a ",
            "!!",
            "|",
            ">",
            "%",
            "\\",
            "\u0000",
            "\uFEFF",
            "\u202E",
            "é",
            "日",
            "🎉",
            "<!--",
            "-->",
            "```",
            "<a href=",
            "](",
            "{%",
            "%}",
            "{{<",
            ">}}",
            "#",
            "://",
            "../",
            "%2e%2e/",
            "0",
            "-",
            "date:",
            "title:",
            "redirect_to:",
            "permalink: /:title/:year/",
            "- ",
            "\\ud800",
            "'''");

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"content/posts/", "_posts/2024-01-02-", ""})
    void any_file_is_read_or_refused(String prefix) {
        long seed = Long.getLong("waxwing.seed", 20_261_122L);
        Random random = new Random(seed);
        Folder folder = new Folder(root);
        for (int i = 0; i < FILES; i++) {
            folder.with(prefix + i + ".md", damaged(random));
        }
        try {
            check(folder, FILES);
        } catch (RuntimeException | AssertionError e) {
            fail("with seed " + seed, e);
        }
    }

    /** Each of them in a hundred thousand characters, which are one line or many. */
    static Stream<String> repeated() {
        return Stream.of(
                "{{< a ",
                "{{<",
                "{{< highlight go >}}\n",
                "{{< a b=\"x\" >}} ",
                "{{< a >}}\n",
                "{{",
                "{{ x",
                "{{ x }} ",
                "{{ site.x }}\n",
                "{{ a(",
                "{%",
                "{% a ",
                "{% raw %}",
                "{% highlight x %}",
                "{% x %}\n",
                "\\\"",
                "\\\\",
                "a=\"",
                " #",
                "# ",
                "#",
                " ",
                "\n",
                "=",
                "<a",
                "<a ",
                "<!-- more ",
                "`",
                "~",
                "[",
                "](",
                "[a](/b",
                "[a]:",
                "]: ",
                "> ",
                "- ",
                "1. ",
                "&",
                "a",
                "a ",
                "/",
                ":a[",
                "{:",
                "{:toc",
                "* a\n{:",
                "(@",
                "href='");
    }

    @ParameterizedTest
    @MethodSource("repeated")
    @Timeout(60)
    void long_lines_are_read_or_refused(String piece) {
        String line = piece.repeat(100_000 / piece.length());
        String mark = piece.repeat(30_000 / piece.length());
        for (String folder : List.of("_posts/2024-01-02-", "content/posts/")) {
            Folder site = new Folder(root.resolve("of" + folder.length()));
            site.with(folder + "line.md", line)
                    .with(folder + "titled.md", "---\ntitle: T\ndate: 2024-01-01\n---\n" + line)
                    .with(folder + "hugo.md", "---\ntitle: T\ndate: 2024-01-01\n---\n{{< x " + mark + " >}}" + line)
                    .with(folder + "call.md", "---\ntitle: T\ndate: 2024-01-01\n---\n{{ x(" + mark + ") }}" + line)
                    .with(folder + "tag.md", "---\ntitle: T\ndate: 2024-01-01\n---\n{% x " + mark + " %}" + line)
                    .with(folder + "header.md", header(mark.replace("\n", "\n  ")))
                    .with(folder + "good.md", "---\ntitle: Good\ndate: 2024-01-01\n---\nText");
            check(site, 7);
        }
    }

    private static String header(String text) {
        return Stream.of("title", "date", "slug", "permalink", "author", "tags", "excerpt", "cover", "aliases")
                .map(key -> key + ": |-\n  A" + text + "B\n")
                .collect(Collectors.joining("", "---\n", "---\nText"));
    }

    private static byte[] damaged(Random random) {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
                case 2 -> text.insert(at, text.substring(Math.max(0, at - random.nextInt(60)), at));
                default -> text.setCharAt(at, (char) random.nextInt(0x3000));
            }
            if (text.isEmpty()) {
                text.append(' ');
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void check(Folder folder, int files) {
        MarkdownFolder archive = folder.archive();
        ArchiveIndex index = archive.index(new ImportListener() {});
        assertThat(index.files()).isEqualTo(files);
        assertThat(index.leftOut()).allSatisfy(left -> assertThat(left.reason()).isNotBlank());
        for (IndexedPost post : index.posts()) {
            Archive.Reading reading = archive.read(post);
            if (reading instanceof ArchivedPost archived) {
                checkReferences(archived);
            } else {
                assertThat(((LeftOut) reading).reason()).isNotBlank();
            }
        }
    }

    private static void checkReferences(ArchivedPost post) {
        int end = 0;
        for (Reference reference : post.references()) {
            assertThat(reference.start()).isGreaterThanOrEqualTo(end);
            assertThat(reference.end())
                    .isBetween(reference.start() + 1, post.markdown().length());
            end = reference.end();
        }
        assertThat(post.summaryEnd()).isBetween(0, post.markdown().length());
    }
}
