package dev.waxwing.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeaderReaderTest {

    @Test
    void yaml_is_read_between_hyphens() throws UnreadableFile {
        String text = """
                ---
                title: "Hello: World"
                tags: [one, 2013, 1.10]
                draft: false
                empty:
                nothing: ~
                extra:
                  team: Core
                ---

                Text
                """;

        Header header = HeaderReader.read(text);

        assertThat(header.style()).isEqualTo(Header.Style.YAML);
        assertThat(header.text("title")).contains("Hello: World");
        assertThat(header.texts("tags")).containsExactly("one", "2013", "1.10");
        assertThat(header.flag("draft")).contains(false);
        assertThat(header.value("empty")).isEmpty();
        assertThat(header.value("nothing")).isEmpty();
        assertThat(header.text("extra.team")).contains("Core");
        assertThat(header.line("tags")).isEqualTo(3);
        assertThat(text.substring(header.end())).isEqualTo("\nText\n");
        assertThat(header.endLine()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ndraft: false\ntitle: \"Ro\\e[31mses\\uFFFF\"\n---\n",
                "+++\ndraft = false\ntitle = \"Ro\\u001B[31mses\\uFFFF\"\n+++\n",
                "{\"draft\": false,\n\n \"title\": \"Ro\\u001b[31mses\\uffff\"}\n",
                "Status: draft\nTags: x\nTitle: Ro\u009B[31mses\u0090\n\n",
            })
    void what_is_no_text_is_taken_out_of_the_header_and_told(String text) throws UnreadableFile {
        Header header = HeaderReader.read(text);

        assertThat(header.text("title")).contains("Ro[31mses");
        assertThat(header.remarks()).containsExactly(new Remark(3, "2 control character(s) dropped"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"---", "...", "---  ", "------"})
    void the_end_of_yaml_may_be_written_in_several_ways(String end) throws UnreadableFile {
        String text = "---  \ntitle: x\n" + end + "\nText";

        Header header = HeaderReader.read(text);

        assertThat(header.text("title")).contains("x");
        assertThat(text.substring(header.end())).isEqualTo("Text");
    }

    @Test
    void toml_is_read_between_pluses() throws UnreadableFile {
        Header header = HeaderReader.read("""
                +++
                title = "Hello"
                date = 2024-03-30T10:00:00Z
                day = 2024-03-30
                aliases = [
                  "a.html",
                  "b",
                ]
                [extra]
                team = "Core"
                [taxonomies]
                tags = ["x"]
                +++
                Text
                """);

        assertThat(header.style()).isEqualTo(Header.Style.TOML);
        assertThat(header.text("date")).contains("2024-03-30T10:00Z");
        assertThat(header.text("day")).contains("2024-03-30");
        assertThat(header.texts("aliases")).containsExactly("a.html", "b");
        assertThat(header.text("extra.team")).contains("Core");
        assertThat(header.texts("taxonomies.tags")).containsExactly("x");
        assertThat(header.line("aliases")).isEqualTo(5);
    }

    @Test
    void json_is_read_where_a_file_begins_with_a_brace() throws UnreadableFile {
        String text = """
                {
                \t"title": "Hello {world}",
                \t"tags": ["a", "b"]
                }
                Text
                """;

        Header header = HeaderReader.read(text);

        assertThat(header.style()).isEqualTo(Header.Style.JSON);
        assertThat(header.text("title")).contains("Hello {world}");
        assertThat(header.texts("tags")).containsExactly("a", "b");
        assertThat(text.substring(header.end())).isEqualTo("Text\n");
    }

    @Test
    void pelicans_lines_are_read_up_to_the_first_blank_one() throws UnreadableFile {
        String text = """
                Title: Hello: World
                Date: 2017-11-01 10:20
                Tags: a, b
                Summary: Line one
                    and line two
                Empty:

                Text
                """;

        Header header = HeaderReader.read(text);

        assertThat(header.style()).isEqualTo(Header.Style.PELICAN);
        assertThat(header.text("title")).contains("Hello: World");
        assertThat(header.text("summary")).contains("Line one and line two");
        assertThat(header.value("empty")).isEmpty();
        assertThat(text.substring(header.end())).isEqualTo("Text\n");
        assertThat(header.endLine()).isEqualTo(8);
    }

    @Test
    void a_header_may_lack_its_opening_fence() throws UnreadableFile {
        String text = "title: Hello\ntags:\n- a\n- b\n---\nText";

        Header header = HeaderReader.read(text);

        assertThat(header.style()).isEqualTo(Header.Style.YAML);
        assertThat(header.texts("tags")).containsExactly("a", "b");
        assertThat(text.substring(header.end())).isEqualTo("Text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# Title\n\nText",
                "Just text",
                "Note: this is a sentence.\n\nMore",
                "---\n\nText after a rule",
                "Title: one line of a paragraph\nwhich goes on here",
                "{{ shortcode }}\n",
                "{% include x %}\n\nText",
                "{not json}\n",
            })
    void text_without_a_header_is_told_from_one_with(String text) throws UnreadableFile {
        Header header = HeaderReader.read(text);

        assertThat(header.style()).isEqualTo(Header.Style.NONE);
        assertThat(header.end()).isZero();
    }

    @Test
    void an_empty_header_is_a_header() throws UnreadableFile {
        assertThat(HeaderReader.read("---\n---\nText"))
                .returns(Header.Style.YAML, Header::style)
                .returns(true, Header::isEmpty);
    }

    @Test
    void of_two_entries_of_one_key_the_last_holds() throws UnreadableFile {
        Header yaml = HeaderReader.read("---\ntitle: one\ndraft: true\ntitle: two\n---\n");

        assertThat(yaml.text("title")).contains("two");
        assertThat(yaml.remarks())
                .containsExactly(new Remark(4, "'title' stands twice in the header: the last one holds"));

        Header pelican = HeaderReader.read("title: one\ntitle: two\n\nText");

        assertThat(pelican.text("title")).contains("two");
        assertThat(pelican.remarks())
                .containsExactly(new Remark(2, "'title' stands twice in the header: the last one holds"));
    }

    @Test
    void a_broken_header_is_refused_with_its_line_and_words() {
        assertThat(refusal("---\ntitle: x\nurl:\t- a\n\tb: c\n---\nText")).returns(3, UnreadableFile::line);
        assertThat(refusal("---\ntitle: [a, b\n---\nText").reason()).startsWith("the header is not YAML: ");
        assertThat(refusal("+++\ntitle = \"x\"\ntags = [\n+++\nText").reason()).startsWith("the header is not TOML: ");
        assertThat(refusal("+++\ntitle = \"x\"\ndate = nonsense\n+++\nText")).returns(3, UnreadableFile::line);
        assertThat(refusal("---\njust a sentence\n---\nText").reason())
                .isEqualTo("the header is not made of 'key: value' lines");
    }

    @Test
    void a_header_without_an_end_is_refused() {
        assertThat(refusal("---\ntitle: x\n\nText"))
                .returns(1, UnreadableFile::line)
                .returns("the header that begins with --- never ends", UnreadableFile::reason);
        assertThat(refusal("+++\ntitle = \"x\"\n").reason()).isEqualTo("the header that begins with +++ never ends");
        assertThat(refusal("---\n" + "key: value\n".repeat(30_000) + "---\n").reason())
                .isEqualTo("the header is longer than 256 kB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{%\n  title = hello\n%}\nText",
                ";;;\n\"title\": \"x\"\n;;;\nText",
                "#+TITLE: Org\n\nText",
                "% Pandoc title\n% Author\n\nText",
                "<!--\ntitle: x\n-->\nText",
                "Foo: bar\nBaz: qux\n\nText",
            })
    void a_header_of_another_kind_is_never_taken_for_text(String text) {
        assertThat(refusal(text).reason()).startsWith("a header of a kind that is not read: ");
    }

    @Test
    void a_bomb_of_aliases_stays_small() throws UnreadableFile {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%1$d: &a%1$d [%2$s]\n".formatted(i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }

        Header header = HeaderReader.read(bomb.append("title: alive\n---\n").toString());

        assertThat(header.text("title")).contains("alive");
        assertThat(header.texts("a39")).isEmpty();
    }

    @Test
    void an_alias_that_contains_itself_is_refused() {
        assertThat(refusal("---\na: &a [*a]\n---\n").reason()).isEqualTo("*a names nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\na: %s\n---\n", "+++\na = %s\n+++\n"})
    void nesting_without_end_is_refused(String form) {
        assertThat(refusal(form.formatted("[".repeat(20_000))).reason()).contains("nested more than 50 deep");
    }

    @Test
    void keys_may_be_merged_from_an_anchor() throws UnreadableFile {
        Header header =
                HeaderReader.read("---\nbase: &base {author: Ada, lang: de}\nextra:\n  <<: *base\n  lang: en\n---\n");

        assertThat(List.of(header.text("extra.author"), header.text("extra.lang")))
                .extracting(java.util.Optional::get)
                .containsExactly("Ada", "en");
    }

    @Test
    void a_yaml_tag_constructs_nothing() throws UnreadableFile {
        Header header =
                HeaderReader.read("---\ntitle: !!java.net.URL [\"http://example.org\"]\nx: !!binary aGk=\n---\n");

        assertThat(header.texts("title")).containsExactly("http://example.org");
    }

    private static UnreadableFile refusal(String text) {
        return catchThrowableOfType(UnreadableFile.class, () -> HeaderReader.read(text));
    }
}
