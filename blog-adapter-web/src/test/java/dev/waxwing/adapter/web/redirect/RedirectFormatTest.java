package dev.waxwing.adapter.web.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.redirect.Destination;
import dev.waxwing.domain.redirect.SitePath;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedirectFormatTest {
    private static final List<Lead> LEADS = List.of(
            moved("/2015/04/Old Post.html", "/new"),
            moved("/größe", "/%E6%97%A5"),
            moved("/say \"hi\"{$HOME}*:x;#", "https://example.org/a?b=$c"),
            new Lead(new SitePath("/gone"), new Destination.Gone()));

    @Test
    void nginx_is_given_decoded_paths_in_quotes_and_no_variables() {
        assertThat(RedirectFormat.NGINX.write(LEADS.subList(0, 2)))
                .contains("    \"/2015/04/Old Post.html\" \"/new\";\n    \"/größe\" \"/%E6%97%A5\";\n");
        assertThat(RedirectFormat.NGINX.write(List.of(moved("/say \"hi\"{$HOME}", "/pay$"))))
                .contains("    \"/say \\\"hi\\\"{$HOME}\" \"/pay%24\";\n");
        assertThat(RedirectFormat.NGINX.write(LEADS))
                .contains("$waxwing_gone {\n    default \"\";\n    \"/gone\" 1;\n}\n");
    }

    @Test
    void nginx_tells_addresses_apart_that_differ_in_case_alone() {
        assertThat(RedirectFormat.NGINX.write(List.of(moved("/A.b", "/x"), moved("/a.B", "/y"), moved("/c", "/z"))))
                .contains("    \"~^/A\\.b$\" \"/x\";\n    \"~^/a\\.B$\" \"/y\";\n    \"/c\" \"/z\";\n");
    }

    @Test
    void nginx_is_not_given_words_that_it_cannot_read() {
        assertThat(RedirectFormat.NGINX.write(List.of(moved("/" + "x".repeat(900), "/" + "y".repeat(5_000)))))
                .doesNotContain("xxx");
    }

    @Test
    void caddy_is_given_paths_with_braces_as_patterns() {
        assertThat(RedirectFormat.CADDY.write(LEADS))
                .contains("\t\"/2015/04/Old Post.html\" \"/new\"\n")
                .contains("\t\"/größe\" \"/%E6%97%A5\"\n")
                .contains("\t\"~^/say\\x20\\x22hi\\x22\\x7B\\x24HOME\\x7D\\x2A\\x3Ax\\x3B\\x23$\""
                        + " \"https://example.org/a?b=%24c\"\n")
                .contains("map {path} {waxwing_gone} {\n\t\"/gone\" \"1\"\n");
    }

    @Test
    void netlify_is_given_encoded_paths_without_placeholders_and_nothing_that_is_gone() {
        assertThat(RedirectFormat.NETLIFY.write(List.of(
                        moved("/2015/04/Old Post.html", "/new"),
                        moved("/größe/*:x", "/a:b"),
                        new Lead(new SitePath("/gone"), new Destination.Gone()))))
                .isEqualTo("/2015/04/Old%20Post.html /new 301\n/gr%C3%B6%C3%9Fe/%2A%3Ax /a%3Ab 301\n");
    }

    private static Lead moved(String from, String to) {
        return new Lead(new SitePath(from), new Destination.Moved(to));
    }
}
