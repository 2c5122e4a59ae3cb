package dev.waxwing.adapter.archive;

import static dev.waxwing.adapter.archive.Folder.notes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.archive.ArchivedPost;
import dev.waxwing.application.archive.Note;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShortcodesTest {
    @TempDir
    Path root;

    private ArchivedPost hugo(String body) {
        return new Folder(root)
                .with("content/posts/this.md", "---\ntitle: T\ndate: 2024-01-01\n---\n" + body)
                .with("content/posts/other.md", "---\ntitle: O\ndate: 2024-01-01\n---\nText")
                .post("content/posts/this.md");
    }

    private ArchivedPost jekyll(String body) {
        return new Folder(root)
                .with("_posts/2024-01-01-this.md", "---\ntitle: The title\n---\n" + body)
                .with("_posts/2023-02-03-other.md", "---\ntitle: O\n---\nText")
                .post("_posts/2024-01-01-this.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{< youtube qgG5Jhi_Els >}}               | https://www.youtube.com/watch?v=qgG5Jhi_Els",
                "{{< youtube id=\"aA-pBYxUPgU\" autoplay=\"true\" >}} | https://www.youtube.com/watch?v=aA-pBYxUPgU",
                "{{< vimeo 12345 >}}                       | https://vimeo.com/12345",
                "{{< gist ada 99 >}}                       | <https://gist.github.com/ada/99>",
                "{{< figure src=\"a.png\" alt=\"A\" caption=\"C\" >}} | ![A](<a.png> \"C\")",
                "{{< figure src=\"a b.png\" >}}            | ![](<a b.png>)",
                "{{% figure src=\"a.png\" link=\"/x\" %}}  | [![](<a.png>)](</x>)",
                "[o]({{< ref \"other.md\" >}})             | [o](/content/posts/other.md)",
                "[o]({{< relref \"other#part\" >}})        | [o](/content/posts/other.md#part)",
                "[o]({{< ref \"/posts/other\" >}})         | [o](/content/posts/other.md)",
                "{{</* youtube x */>}}                     | {{< youtube x >}}",
                "{{< highlight go \"linenos=table\" >}}\\na := 1\\n{{< /highlight >}} | ```go\\na := 1\\n```",
            })
    void known_marks_of_hugo_become_markdown(String mark, String markdown) {
        ArchivedPost post = hugo(mark.translateEscapes());

        assertThat(post.markdown().strip()).isEqualTo(markdown.translateEscapes());
        assertThat(post.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "{% highlight ruby linenos %}\\nputs 1\\n{% endhighlight %} § ```ruby\\nputs 1\\n```",
                "{% highlight md %}\\n```\\nx\\n```\\n{% endhighlight %}    § ````md\\n```\\nx\\n```\\n````",
                "{% raw %}{{ x }}{% endraw %}                              § {{ x }}",
                "{% raw %}\\n```\\n{% if x %}\\n```\\n{% endraw %}\\n        § ```\\n{% if x %}\\n```",
                "a{% comment %}b{% endcomment %}c                          § ac",
                "[o]({% post_url 2023-02-03-other %})                      § [o](/_posts/2023-02-03-other.md)",
                "[o]({% link _posts/2023-02-03-other.md %})                § [o](/_posts/2023-02-03-other.md)",
                "![a]({{ site.baseurl }}/a.png)                            § ![a](/a.png)",
                "![a]({{ '/a.png' | relative_url }})                       § ![a](/a.png)",
                "# {{ page.title }}\\n\\nx                                 § # The title\\n\\nx",
                "* list\\n{:toc}\\n\\nx                                    § [TOC]\\n\\nx",
            })
    void known_marks_of_jekyll_become_markdown(String mark, String markdown) {
        ArchivedPost post = jekyll(mark.translateEscapes());

        assertThat(post.markdown().strip()).isEqualTo(markdown.translateEscapes());
        assertThat(post.notes()).isEmpty();
    }

    @Test
    void attributes_of_kramdown_are_left_out_and_told() {
        ArchivedPost post = jekyll("text\n{: .wide}\n\nx");

        assertThat(post.markdown()).isEqualTo("text\n\nx");
        assertThat(notes(post)).containsExactly("attributes such as {: .wide} are left out");
    }

    @Test
    void unknown_marks_stay_visible_and_are_told_once_with_their_line() {
        ArchivedPost post = hugo("Text\n\n{{< plotly json=\"x\" >}}\n\n{{< plotly json=\"y\" >}}\n");

        assertThat(post.markdown()).contains("{{< plotly json=\"x\" >}}");
        assertThat(post.notes())
                .containsExactly(new Note(7, "'{{< plotly …' means nothing here and stays in the text"));
    }

    @Test
    void marks_in_code_are_code() {
        assertThat(notes(hugo("```\n{{< plotly >}}\n```\n"))).isEmpty();
        assertThat(notes(jekyll("```\n{% for x in y %}{{ x }}\n```\n"))).isEmpty();
    }

    @Test
    void zolas_calls_are_known() {
        ArchivedPost post = new Folder(root)
                .with(
                        "content/a.md",
                        "+++\ntitle = 'T'\npath = '2020/01/02/a'\n+++\n{{ youtube(id=\"abc123\") }}\n\n{{ other(x=1) }} {{closure}}")
                .post();

        assertThat(post.markdown())
                .contains("https://www.youtube.com/watch?v=abc123")
                .contains("{{ other(x=1) }} {{closure}}");
        assertThat(notes(post)).containsExactly("'{{ other(…) }}' means nothing here and stays in the text");
    }

    @Test
    void a_reference_to_nothing_stays_visible() {
        ArchivedPost post = jekyll("[o]({% post_url 2020-01-01-missing %})");

        assertThat(post.markdown()).isEqualTo("[o]({% post_url 2020-01-01-missing %})");
        assertThat(notes(post))
                .containsExactly("'{% post_url 2020-01-01-missing %}' means nothing here and stays in the text");
    }

    @Test
    void nothing_is_run_in_other_folders() {
        ArchivedPost post = new Folder(root)
                .with("2024-01-01-a.md", "---\ntitle: T\n---\n{% raw %} {{ site.url }} {{< ref \"x\" >}}")
                .post();

        assertThat(post.markdown()).isEqualTo("{% raw %} {{ site.url }} {{< ref \"x\" >}}");
        assertThat(post.notes())
                .containsExactly(
                        new Note(4, "'{% raw …' means nothing here and stays in the text"),
                        new Note(4, "'{{ site.url …' means nothing here and stays in the text"),
                        new Note(4, "'{{< ref …' means nothing here and stays in the text"));
    }

    @Test
    void braces_of_other_kinds_are_no_marks_in_other_folders() {
        ArchivedPost post = new Folder(root)
                .with(
                        "2024-01-01-a.md",
                        "---\ntitle: T\n---\n$\\frac{{a}}{b}$ {x} {% {{\n\n```\n{{ x }}\n```\n\n"
                                + "{{< ".repeat(1_000))
                .post();

        assertThat(post.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "<div dir=\"rtl\" markdown=\"1\">\\n# a\\n</div>\\nb     § <div dir=\"rtl\">\\n\\n# a\\n\\n</div>\\n\\nb",
                "<section markdown=block>*a*</SECTION>               § <section>\\n\\n*a*\\n\\n</SECTION>",
                "<article markdown='span'>\\n\\n*a*\\n\\n</article>\\n\\nb § <article>\\n\\n*a*\\n\\n</article>\\n\\nb",
                "<div markdown=\"1\">\\n<div>x</div>\\n*a*\\n</div>         § <div>\\n\\n<div>x</div>\\n*a*\\n\\n</div>",
                "<div>\\n<div markdown=\"1\">\\n*a*\\n</div>\\n</div>       § <div>\\n<div>\\n\\n*a*\\n\\n</div>\\n\\n</div>",
                "<div markdown=\"1\">\\n*a*                              § <div>\\n\\n*a*",
                "<div markdown=\"0\">\\n*a*\\n</div>                     § <div markdown=\"0\">\\n*a*\\n</div>",
                "say `<div markdown=\"1\">`\\n</div>                    § say `<div markdown=\"1\">`\\n</div>",
                "```\\n<div markdown=\"1\">\\n```                         § ```\\n<div markdown=\"1\">\\n```",
                "<div markdown=\"1\">\\n*a* ``</div>` ``\\n</div>         § <div>\\n\\n*a* ``</div>` ``\\n\\n</div>",
                "<div markdown=\"1\">\\n<div id=\"a\"/>\\n*a*\\n</div>      § <div>\\n\\n<div id=\"a\"/>\\n*a*\\n\\n</div>",
            })
    void markdown_within_html_is_set_apart_where_it_is_asked_for(String html, String markdown) {
        ArchivedPost post = jekyll(html.translateEscapes());

        assertThat(post.markdown().strip()).isEqualTo(markdown.translateEscapes());
    }

    @Test
    void a_mark_of_more_than_two_thousand_characters_is_text_and_is_told() {
        String caption = "c".repeat(2_000);
        ArchivedPost post = hugo("{{< figure src=\"a.png\" caption=\"" + caption + "\" >}}");

        assertThat(post.markdown()).isEqualTo("{{< figure src=\"a.png\" caption=\"" + caption + "\" >}}");
        assertThat(notes(post)).singleElement().asString().startsWith("'{{< figure src=");
    }

    @Test
    void what_opens_and_never_closes_is_text() {
        assertThat(hugo("{{< a {{< b\n{{< youtube abc12 >}}").markdown())
                .startsWith("{{< a {{< b\n")
                .endsWith("watch?v=abc12\n\n");
        assertThat(jekyll("{% a {{ b {{ page.title }} {% raw %}").markdown())
                .isEqualTo("{% a {{ b The title {% raw %}");
        assertThat(jekyll("{{{ page.title }}").markdown()).isEqualTo("{The title");
        assertThat(jekyll("{%- raw -%}a{%- endraw -%}b {{- page.title -}}").markdown())
                .isEqualTo("ab The title");
    }
}
