package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.shared.Watcher;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoContentTest {
    private static List<PostView> posts;

    @BeforeAll
    static void fill(@TempDir Path data) {
        BlogConfig config = BlogConfig.of(data, Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of()));
        try (House house = House.open(config)) {
            DemoContent.fill(house);
            PostQueries queries = house.readingSite(() -> config.site(1), List::of, Watcher.NOBODY)
                    .posts();
            posts = Stream.of(new PostScope.Articles(), new PostScope.Pages())
                    .flatMap(scope -> queries.latest(scope, 100).stream())
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table",
                "input[type=checkbox]",
                ".footnotes li",
                "dl > dt",
                "nav.contents a",
                ".anchor",
                ".admonition",
                ".video a",
                "figure > img[alt] ~ figcaption",
                "figure > blockquote[cite] ~ figcaption",
                "code[class^=language-] span",
                "del",
                "kbd",
                "mark"
            })
    void one_of_them_shows(String form) {
        assertThat(posts).anyMatch(post -> !html(post).select(form).isEmpty());
    }

    @Test
    void some_have_a_picture_with_a_description_two_authors_another_language_a_translation_or_another_home() {
        assertThat(posts)
                .filteredOn(post -> post.summary().cover() != null)
                .isNotEmpty()
                .noneMatch(post -> post.summary().cover().alt().isEmpty());
        assertThat(posts)
                .anyMatch(post -> post.summary().authors().size() > 1)
                .anyMatch(post -> post.summary().language().value().equals("he"))
                .anyMatch(post -> post.summary().language().value().equals("ja"))
                .anyMatch(post -> post.canonical() != null);
        assertThat(posts.stream().map(PostView::translations).distinct()).hasSizeLessThan(posts.size());
    }

    @Test
    void the_first_ends_with_a_quotation_and_says_whose_it_is() {
        Element last = html(posts.get(0)).lastElementChild();

        assertThat(last.normalName()).isEqualTo("figure");
        assertThat(last.select("> blockquote").text()).startsWith("Maecenas id finibus felis.");
        assertThat(last.select("> figcaption").text()).isEqualTo("Larry L. Johnson");
    }

    private static Element html(PostView post) {
        return Jsoup.parseBodyFragment(post.html()).body();
    }
}
