package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.waxwing.adapter.web.shared.Errors;
import dev.waxwing.domain.account.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskErrorsTest {
    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.AUTHOR);

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void whoever_is_signed_in_stays_at_the_desk_when_something_is_not_there() {
        for (String path : new String[] {
            "/admin/nowhere", "/admin/posts/00000000-0000-7000-8000-000000000000", "/admin/media/nothing.png"
        }) {
            Visit missing = ada.visit(path);

            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.text("nav[aria-label=Desk]")).contains("Posts", "My account");
            assertThat(missing.text("h1")).isEqualTo("There is nothing at this address");
            assertThat(missing.page().select("main .acts a").eachAttr("href")).contains("/admin/posts");
        }
    }

    @Test
    void what_is_for_others_says_for_whom() {
        Visit refused = ada.visit("/admin/accounts");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("nav[aria-label=Desk]")).contains("Posts");
        assertThat(refused.text("main")).contains("This page is for people with the role of administrator");
    }

    @Test
    void what_is_for_others_is_written_down_with_the_number_of_the_account() {
        Logger log = (Logger) LoggerFactory.getLogger(Errors.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.setLevel(Level.INFO);
        log.addAppender(lines);

        ada.visit("/admin/accounts").status();
        ada.visit("/admin/accounts/" + ada.account() + "/suspend")
                .form("csrf=" + ada.csrf())
                .status();

        log.detachAppender(lines);
        log.setLevel(null);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "GET /admin/accounts forbidden to " + ada.account(),
                        "POST /admin/accounts/{id}/suspend forbidden to " + ada.account());
    }

    @Test
    void a_form_without_its_token_is_refused_at_the_desk_too() {
        Visit refused = ada.visit("/admin/posts").form("title=Forged");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("nav[aria-label=Desk]")).contains("Posts");
        assertThat(refused.text("main")).contains("nothing was changed", "go back one page");
    }

    @Test
    void whoever_is_not_signed_in_sees_nothing_of_the_desk() {
        assertThat(blog.visit("/admin/nowhere").status()).isEqualTo(404);
        assertThat(blog.visit("/admin/nowhere").page().select("nav[aria-label=Desk]"))
                .isEmpty();
        assertThat(blog.visit("/admin/accounts").header("Location")).startsWith("/admin/sign-in");
    }

    @Test
    void readers_keep_their_pages_whoever_they_are() {
        assertThat(ada.visit("/nowhere").page().select("nav[aria-label=Desk]")).isEmpty();
        assertThat(ada.send("/admin/posts", Map.of("post", "none", "language", "en"))
                        .status())
                .isEqualTo(404);
    }
}
