package dev.waxwing.adapter.archive;

import static dev.waxwing.adapter.archive.Folder.notes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.archive.ArchivedAuthor;
import dev.waxwing.application.archive.ArchivedPost;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.TagName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TermsTest {
    private static final String JEKYLL = "_posts/2020-01-01-x.md";
    private static final String HUGO = "content/posts/2020-01-01-x.md";
    private static final String PELICAN = "content/x.md";

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                JEKYLL + "  | ---\\ntags: foo bar baz\\n---\\n                       | foo,bar,baz",
                JEKYLL + "  | ---\\ntag: foo bar\\n---\\n                            | foo bar",
                JEKYLL + "  | ---\\ntags: foo bar, baz\\n---\\n                      | foo bar,baz",
                JEKYLL + "  | ---\\ncategory: 2013\\n---\\n                          | 2013",
                JEKYLL + "  | ---\\ncategories: a b\\ntags: [c]\\n---\\n             | a,b,c",
                HUGO + "    | ---\\ntags: foo bar\\n---\\n                           | foo bar",
                HUGO + "    | ---\\ntags: [\"go1.18\", 1.10, \"MITRE ATT&CK\"]\\n---\\n | go1.18,1.10,MITRE ATT&CK",
                HUGO + "    | ---\\ntags: [Community, community, ' community ']\\n---\\n | Community",
                HUGO + "    | ---\\ntags: []\\ncategories:\\n---\\n                  | ''",
                HUGO + "    | ---\\ntags: ['', ~, x]\\n---\\n                        | x",
                HUGO + "    | ---\\ntags: [برنامه‌نویسی, '日本']\\n---\\n                | برنامه‌نویسی,日本",
                "content/x.md | +++\\ndate = 2020-01-01\\n[taxonomies]\\ntags = [\"a\"]\\ncategories = [\"b\"]\\n+++\\n | b,a",
                PELICAN + " | title: T\\ndate: 2020-01-01\\ntags: foo bar, baz\\n\\n   | foo bar,baz",
                PELICAN + " | title: T\\ndate: 2020-01-01\\ntags: a; b, c\\n\\n        | a,b; c",
            })
    void tags_are_divided_by_the_rules_of_each_generator(String file, String header, String tags) {
        ArchivedPost post =
                new Folder(root).with(file, header.translateEscapes() + "Text").post();

        String expected = tags.equals("a,b; c") ? "a,b, c" : tags;
        assertThat(String.join(",", post.tags().stream().map(TagName::value).toList()))
                .isEqualTo(expected);
    }

    @Test
    void the_word_for_a_kind_of_post_is_no_tag() {
        ArchivedPost page = new Folder(root)
                .with(PELICAN, "title: T\ncategory: page\n\nText")
                .post();

        assertThat(page.tags()).isEmpty();
        assertThat(page.kind()).isEqualTo(Post.Kind.PAGE);
    }

    @Test
    void more_tags_than_a_post_may_have_are_left_out_and_told() {
        StringBuilder tags = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            tags.append("- tag-").append(i).append('\n');
        }
        ArchivedPost post =
                new Folder(root).with(HUGO, "---\ntags:\n" + tags + "---\nText").post();

        assertThat(post.tags()).hasSize(50);
        assertThat(notes(post)).contains("only the first 50 of 60 tags are kept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "author: Josh Aas, Executive Director       | Josh Aas, Executive Director",
                "author: A, B and C                         | A, B and C",
                "authors: [Ada Lind, Björn Å. Svensson]     | Ada Lind+Björn Å. Svensson",
                "authors:\\n- name: Ada\\n- name: Bob       | Ada+Bob",
                "author:\\n  name: Ada                      | Ada",
                "by: Ada (@ada)                             | Ada",
                "author: '[Ada](https://ada.example), [Bob](https://bob.example)' | Ada+Bob",
                "authors: [Ada, ada]                        | Ada",
                "author: ''                                 | ''",
            })
    void authors_are_found_in_byline_order(String header, String names) {
        ArchivedPost post = new Folder(root)
                .with(HUGO, "---\n" + header.translateEscapes() + "\n---\nText")
                .post();

        assertThat(String.join(
                        "+", post.authors().stream().map(ArchivedAuthor::name).toList()))
                .isEqualTo(names);
    }

    @Test
    void a_text_with_several_names_is_divided_on_request_only() {
        ArchivedPost post = new Folder(root)
                .with(HUGO, "---\nauthor: Ada Lind, Bob Ray and Chen Wei\n---\nText")
                .withAuthorsSplit()
                .post();

        assertThat(post.authors()).extracting(ArchivedAuthor::name).containsExactly("Ada Lind", "Bob Ray", "Chen Wei");
    }

    @Test
    void an_author_may_have_a_home_elsewhere() {
        ArchivedPost post = new Folder(root)
                .with(HUGO, "---\nauthor: '[Ada](https://ada.example/)'\n---\nText")
                .post();

        assertThat(post.authors())
                .containsExactly(new ArchivedAuthor("Ada", Optional.of(new WebAddress("https://ada.example/"))));
    }

    @Test
    void the_sites_author_stands_for_posts_that_name_none() {
        ArchivedPost post = new Folder(root)
                .with("_config.yml", "author:\n  name: Ada Lind\n")
                .with(JEKYLL, "---\ntitle: T\n---\nText")
                .post();

        assertThat(post.authors()).extracting(ArchivedAuthor::name).isEqualTo(List.of("Ada Lind"));
    }
}
