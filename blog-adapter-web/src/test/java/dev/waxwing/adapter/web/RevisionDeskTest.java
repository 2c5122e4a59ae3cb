package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.PostId;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RevisionDeskTest {
    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.AUTHOR);

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void saves_of_one_sitting_are_one_line_that_unfolds() {
        String post = begun("save");
        save(post, 1);

        Elements rows = rows(post);

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).select("summary").text()).matches("4 saves since \\d\\d:\\d\\d");
        assertThat(rows.get(0).select("details li a").eachAttr("href"))
                .containsExactly(post + "/revisions/3", post + "/revisions/2", post + "/revisions/1");
    }

    @Test
    void what_readers_saw_stands_for_itself_and_the_next_line_differs_from_it() {
        String post = begun("publish");
        save(post, 2);

        Elements rows = rows(post);

        assertThat(rows.eachText()).hasSize(2).last().asString().contains("1 save", "what readers see");
        Element link = rows.get(0).selectFirst("td > a");
        assertThat(link.attr("href")).isEqualTo(post + "/revisions/4?from=1");
        assertThat(ada.visit(link.attr("href")).text("ins")).contains("3");
    }

    @Test
    void a_way_back_stands_for_itself_and_so_does_where_it_leads() {
        String post = begun("save");
        save(post, 1);
        ada.send(post + "/revisions/2", Map.of()).status();

        assertThat(rows(post).eachText())
                .satisfiesExactly(
                        newest -> assertThat(newest).startsWith("5 "),
                        sitting -> assertThat(sitting).startsWith("4 ").contains("2 saves since"),
                        named -> assertThat(named).startsWith("2 ").contains("somebody went back to it"),
                        first -> assertThat(first).startsWith("1 "));
    }

    @Test
    void a_revision_that_was_thinned_out_is_not_found_and_its_neighbours_are_compared() {
        String post = begun("save");
        save(post, 1);
        blog.blog().posts().forgetPassing(PostId.parse(post.substring("/admin/posts/".length())), 3);

        Visit missing = ada.visit(post + "/revisions/3");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text("main p"))
                .contains("There is no revision 3; of what somebody wrote at one sitting, the last revision is kept");
        assertThat(ada.visit(post + "/revisions/4").text("main")).contains("From revision 2");
    }

    private String begun(String act) {
        Map<String, String> form = new HashMap<>(Map.of(
                "title", "Typed", "markdown", "Words 0", "language", "en", "version", "", "revision", "", "act", act));
        return ada.send("/admin/posts", form).header("Location");
    }

    /** Saves three times, as the desk does while somebody types. */
    private void save(String post, long version) {
        for (int save = 1; save <= 3; save++) {
            Map<String, String> form = Map.of(
                    "title",
                    "Typed",
                    "markdown",
                    "Words " + save,
                    "language",
                    "en",
                    "version",
                    Long.toString(version + save - 1),
                    "revision",
                    "1");
            assertThat(ada.send(post, form).status()).isEqualTo(303);
        }
    }

    private Elements rows(String post) {
        return ada.visit(post + "/revisions").page().select("tbody tr");
    }
}
