package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.account.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedirectDeskTest {
    private static final String PAGE = "/admin/redirects";

    private final TrialBlog blog = TrialBlog.start();
    private final Member bob = Member.of(blog, "Bob", Role.EDITOR);

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void an_address_leads_where_it_was_told_to() {
        blog.write("Notes").publish();

        assertThat(bob.send(PAGE, Map.of("path", "/old", "target", "/notes")).status())
                .isEqualTo(303);

        assertThat(blog.visit("/old").status()).isEqualTo(301);
        assertThat(blog.visit("/old").header("Location")).endsWith("/notes");
    }

    @Test
    void the_list_shows_addresses_in_the_letters_of_their_language() {
        bob.send(PAGE, Map.of("path", "/%D7%A9%D7%9C%D7%95%D7%9D", "target", "/%D7%A2%D7%95%D7%9C%D7%9D"))
                .status();

        assertThat(bob.visit(PAGE).text("tbody td")).contains("/עולם").doesNotContain("%D7");
        assertThat(bob.visit(PAGE).text("tbody th")).isEqualTo("/שלום");
    }

    @Test
    void a_whole_address_of_this_site_is_a_path_like_any_other() {
        Visit around = bob.send(PAGE, Map.of("path", "/back", "target", "https://blog.example/back"));

        assertThat(around.status()).isEqualTo(422);
        assertThat(around.text("main")).contains("would lead back to itself");
        assertThat(blog.visit("/back").status()).isEqualTo(404);
    }

    @Test
    void a_place_that_no_link_of_the_list_names_is_refused_in_words() {
        Visit refused = bob.visit(PAGE + "?since=zzz");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("main")).contains("no place 'zzz' to go on from");
    }

    @Test
    void a_page_of_this_site_is_named_without_a_question() {
        Visit asking = bob.send(PAGE, Map.of("path", "/old", "target", "/notes?page=1"));

        assertThat(asking.status()).isEqualTo(422);
        assertThat(asking.text("main")).contains("Lead to a page of this site without ? and #");
    }
}
