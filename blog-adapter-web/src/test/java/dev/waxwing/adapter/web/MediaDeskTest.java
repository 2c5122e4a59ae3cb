package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.media.MediaAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaDeskTest {
    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.CONTRIBUTOR);
    private final byte[] picture;

    MediaDeskTest() throws IOException {
        picture = TrialServer.picture(400, 300, 5).readAllBytes();
    }

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void an_empty_library_says_how_files_get_there() {
        assertThat(ada.visit("/admin/media").text("main")).contains("The library is empty");
    }

    @Test
    void a_file_of_a_form_is_in_the_library_afterwards() {
        Visit sent = ada.upload("/admin/media", "lake & more.png", picture);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith("/admin/media");

        assertThat(ada.visit("/admin/media").text(".media-grid"))
                .contains("lake & more.png", "Not described yet", "In no post");
    }

    @Test
    void a_script_learns_where_the_file_is_and_how_to_show_it() {
        Visit sent = ada.upload("/admin/media", "lake.png", picture, "application/json");

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.header("Content-Type")).startsWith("application/json");
        assertThat(sent.text())
                .matches("\\{\"address\":\"(/media/[0-9a-f]{32}-400x300\\.png)\",\"markdown\":\"!\\[]\\(\\1\\)\"}");
        assertThat(sent.header("Location")).startsWith("/admin/media/");
    }

    @Test
    void a_refused_file_is_said_beside_the_field_or_to_the_script() {
        byte[] program = "#!/bin/sh".getBytes(StandardCharsets.UTF_8);

        Visit form = ada.upload("/admin/media", "run.png", program);
        assertThat(form.status()).isEqualTo(422);
        assertThat(form.text("#file-error")).contains("run.png: This is not a PNG picture");

        Visit script = ada.upload("/admin/media", "run.png", program, "application/json");
        assertThat(script.status()).isEqualTo(422);
        assertThat(script.text()).contains("\"detail\":\"This is not a PNG picture\"");
        assertThat(ada.visit("/admin/media").text("main")).contains("The library is empty");
    }

    @Test
    void a_form_without_a_file_says_so() {
        Visit sent = ada.upload("/admin/media", "", new byte[0]);

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text("#file-error")).isEqualTo("Choose a file first");
    }

    @Test
    void what_cannot_be_read_as_a_form_is_a_bad_request() {
        Visit sent = ada.visit("/admin/media")
                .with("X-CSRF-Token", ada.csrf())
                .post("--x\r\nhalf".getBytes(StandardCharsets.UTF_8), "multipart/form-data; boundary=x");

        assertThat(sent.status()).isEqualTo(400);
    }

    @Test
    void the_library_is_searched_and_read_page_by_page() {
        for (int i = 0; i < 50; i++) {
            blog.clock().advance(Duration.ofSeconds(1));
            ada.upload("/admin/media", "number-" + i + ".png", smallPicture(i + 1))
                    .status();
        }

        Visit first = ada.visit("/admin/media");
        assertThat(first.page().select(".media-name").eachText()).hasSize(48).startsWith("number-49.png");
        Visit second = ada.visit(first.page().select("a[rel=next]").attr("href"));
        assertThat(second.page().select(".media-name").eachText()).containsExactly("number-1.png", "number-0.png");
        assertThat(second.page().select("a[rel=next]")).isEmpty();
        assertThat(ada.visit("/admin/media?q=NUMBER-7.")
                        .page()
                        .select(".media-name")
                        .eachText())
                .containsExactly("number-7.png");
        assertThat(ada.visit("/admin/media?q=xylophone").text("main")).contains("No file has all of these words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2026-03-01T12:00:00Z_x", "yesterday_00000000000000000000000000000000.pdf"})
    void a_place_that_is_none_is_refused_in_words(String place) {
        Visit refused = ada.visit("/admin/media?after=" + place);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("main")).contains("no place '%s' to go on from".formatted(place));
    }

    @Test
    void a_file_is_described_by_who_brought_it() {
        String page = pageOf(ada, picture);

        Visit sent = ada.send(page, Map.of("alt", "A lake [red]", "version", "1"));
        assertThat(sent.status()).isEqualTo(303);

        assertThat(ada.visit(page).page().select("#alt").attr("value")).isEqualTo("A lake [red]");
        assertThat(ada.visit(page).page().select("#markdown").attr("value")).startsWith("![A lake \\[red\\]](/media/");
    }

    @Test
    void whoever_may_not_change_a_file_is_not_offered_to() {
        String page = pageOf(ada, picture);
        Member carl = Member.of(blog, "Carl", Role.CONTRIBUTOR);

        assertThat(ada.visit(page).page().select("main form")).hasSize(2);
        assertThat(carl.visit(page).page().select("main form")).isEmpty();
    }

    @Test
    void the_picture_of_an_author_says_whose_it_is_and_is_not_offered_for_removal() {
        String page = pageOf(ada, picture);
        String address = ada.visit(page).page().select(".facts a").attr("href");
        ada.send("/admin/authors/ada", Map.of("name", "Ada", "biography", "", "links", "", "avatar", address))
                .status();

        Visit shown = ada.visit(page);

        assertThat(shown.text(".media-uses")).isEqualTo("It is the picture of Ada");
        assertThat(shown.page().select("form[action$=/remove]")).isEmpty();
    }

    @Test
    void a_description_over_a_newer_one_is_shown_that_one() {
        String page = pageOf(ada, picture);
        ada.send(page, Map.of("alt", "A lake", "version", "1")).status();

        Visit stale = ada.send(page, Map.of("alt", "A pond", "version", "1"));

        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.text("#alt-error")).contains("A lake");
        assertThat(stale.page().select("#alt").attr("value")).isEqualTo("A pond");
    }

    @Test
    void somebody_else_does_not_describe_it() {
        String page = pageOf(ada, picture);

        Visit sent = Member.of(blog, "Bob", Role.AUTHOR).send(page, Map.of("alt", "A pond", "version", "1"));

        assertThat(sent.status()).isEqualTo(403);
    }

    @Test
    void a_file_says_which_posts_show_it() {
        String page = pageOf(ada, picture);
        MediaAddress address = new MediaAddress("/media/" + page.substring(page.lastIndexOf('/') + 1));
        blog.write("Red sky").cover(address, "").publish();
        blog.index();

        assertThat(ada.visit(page).text(".media-uses")).isEqualTo("Red sky published");
        assertThat(ada.visit("/admin/media").text(".media-grid")).contains("In 1 post");
    }

    @Test
    void a_draft_of_somebody_else_that_shows_a_file_is_counted_and_not_named() {
        String page = pageOf(ada, picture);
        MediaAddress address = new MediaAddress("/media/" + page.substring(page.lastIndexOf('/') + 1));
        blog.write("Red sky").by(blog.author("Zoe")).cover(address, "").draft();
        blog.index();

        assertThat(ada.visit(page).text(".media-uses")).isEqualTo("1 of somebody else");
        assertThat(ada.send(page + "/remove", Map.of("version", "1")).text()).doesNotContain("Red sky");
        assertThat(Member.of(blog, "Eve", Role.EDITOR).visit(page).text(".media-uses"))
                .isEqualTo("Red sky draft");
    }

    @Test
    void nobody_gets_there_without_signing_in() {
        assertThat(blog.visit("/admin/media").status()).isEqualTo(303);
        assertThat(blog.visit("/admin/media").post(new byte[0], "text/plain").status())
                .isEqualTo(401);
    }

    private static String pageOf(Member member, byte[] picture) {
        return member.upload("/admin/media", "lake.png", picture, "application/json")
                .header("Location");
    }

    private static byte[] smallPicture(int width) {
        try {
            return TrialServer.picture(width, 2, 5).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
