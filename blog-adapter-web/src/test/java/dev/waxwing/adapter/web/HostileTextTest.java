package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waxwing.domain.account.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A text is a text wherever it is shown: each field that somebody can fill holds markup and expressions, and then every page
 * is read that links lead to. The text of posts, which may hold markup, is not meant here; it has tests of its own.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
    /** Ends attributes, titles, scripts, comments and texts of forms, and is the half of a sum where expressions are run. */
    private static final String HOSTILE =
            "'\"></title></script></textarea>--><x-mark onclick=a()>${8191*3}{{8191*3}}#{8191*3}";

    /** For names that have to be short. */
    private static final String SHORT = "'\"><x-mark onclick=a()>${8191*3}";

    /** Also those that nobody sees. */
    private static final String FIELDS = "textarea, input:not([name=csrf], [type~=file|checkbox|radio|password])";

    private static final String SUM = "24573";
    private static final String ADDRESS = "https://example.org/'><x-mark>";

    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.ADMINISTRATOR);
    private final Map<String, Visit> visits = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();
    private String share = "";

    @BeforeAll
    void write() throws IOException {
        filled(ada.send("/admin/accounts", Map.of("name", HOSTILE, "email", "eve@example.org", "role", "EDITOR")), 200);
        filled(
                ada.send(
                        "/admin/authors/ada",
                        Map.of("name", HOSTILE, "biography", HOSTILE, "links", SHORT + " https://example.org/")),
                303);
        byte[] picture = TrialServer.picture(700, 300, 40).readAllBytes();
        filled(ada.upload("/admin/media", "<x-mark onclick=a()>.png", picture), 303);
        String file = ada.visit("/admin/media").page().select(".media-card").attr("href");
        filled(
                ada.send(
                        file,
                        Map.of(
                                "alt",
                                HOSTILE,
                                "version",
                                ada.visit(file).page().select("[name=version]").attr("value"))),
                303);
        filled(
                ada.send(
                        "/admin/settings",
                        Map.ofEntries(
                                Map.entry("version", "0"),
                                Map.entry("title", HOSTILE),
                                Map.entry("tagline", HOSTILE),
                                Map.entry("language", "en"),
                                Map.entry("zone", "UTC"),
                                Map.entry("postsPerPage", "7"),
                                Map.entry("navigation", SHORT + " /archive"),
                                Map.entry("logo", file.replace("/admin", "")),
                                Map.entry("logoAlt", HOSTILE),
                                Map.entry("accent", "#0a7f3c"),
                                Map.entry("typeface", "SANS"),
                                Map.entry("listed", "yes"))),
                303);
        filled(
                ada.send(
                        "/admin/posts",
                        Map.of(
                                "title",
                                HOSTILE,
                                "markdown",
                                "Words.",
                                "excerpt",
                                HOSTILE,
                                "tags",
                                HOSTILE,
                                "cover",
                                file.replace("/admin", ""),
                                "alt",
                                HOSTILE,
                                "language",
                                "en",
                                "act",
                                "publish")),
                303);
        String tag = ada.visit("/admin/tags").page().select("tbody a").attr("href");
        filled(ada.send(tag, Map.of("name", HOSTILE, "description", HOSTILE)), 303);
        filled(ada.send("/admin/redirects", Map.of("path", "/old'\"><x-mark>", "target", "https://example.org/")), 303);
        filled(ada.send("/admin/account/tokens", Map.of("name", HOSTILE, "days", "9", "scopes", "read")), 201);
        String editor = ada.visit("/admin/posts").page().select(".entry-title").attr("href");
        Visit said = ada.send(editor, typed(form(ada.visit(editor)), Map.of("act", "share")));
        share = said.text(".said").replaceFirst(".*(?=/preview/)", "").replaceFirst("\\s.*", "");
        blog.index();
        wander();
        new ArrayList<>(visits.keySet()).forEach(this::answerForms);
    }

    private static FormElement form(Visit visit) {
        return visit.page().select("form#editor").forms().get(0);
    }

    /** What a browser sends of a form, with these fields in place of what it has. */
    private static Map<String, String> typed(FormElement form, Map<String, String> instead) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.remove("csrf");
        fields.putAll(instead);
        return fields;
    }

    /** Sends each form of a page again, with markup in one field after the other, and in all of them by each of its buttons. */
    private void answerForms(String path) {
        for (FormElement form :
                visits.get(path).page().select("form[method=post]").forms()) {
            String action = form.attr("action").isEmpty() ? path : form.attr("action");
            Set<String> names = new LinkedHashSet<>(form.select(FIELDS).eachAttr("name"));
            if (form.attr("enctype").startsWith("multipart") || !answered.add(action + names)) {
                continue;
            }
            names.forEach(name -> answer(action, form, name, Map.of(name, HOSTILE)));
            for (Element button : form.select("button[name]")) {
                Map<String, String> all = new LinkedHashMap<>();
                names.forEach(name -> all.put(name, HOSTILE));
                all.put(button.attr("name"), button.attr("value"));
                answer(action, form, button.attr("value"), all);
            }
        }
    }

    private void answer(String action, FormElement form, String what, Map<String, String> instead) {
        Visit answer = ada.send(action, typed(form, instead));
        failed.addAll(answer.status() < 500 ? List.of() : List.of(action + " " + what));
        visits.put("POST " + action + " " + what, answer);
    }

    @AfterAll
    void stop() {
        blog.close();
    }

    private static void filled(Visit visit, int status) {
        assertThat(visit.status()).as(() -> visit.text("main")).isEqualTo(status);
    }

    /** Reads every page that is found, as an administrator, and some that no link leads to. */
    private void wander() {
        String typed = URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8);
        Deque<String> next = new ArrayDeque<>(List.of(
                "/",
                "/admin/posts",
                "/search?q=" + typed,
                "/" + typed.replace("+", "%20"),
                "/admin/" + typed.replace("+", "%20"),
                "/admin/posts?q=" + typed,
                "/admin/media?q=" + typed,
                share,
                "/feed.rss",
                "/feed.json",
                "/sitemap.xml"));
        Set<String> found = new LinkedHashSet<>(next);
        while (!next.isEmpty()) {
            String path = next.remove();
            Visit visit = ada.visit(path).with("User-Agent", HOSTILE).with("Referer", ADDRESS);
            visits.put(path, visit);
            if (visit.header("Content-Type").startsWith("text/html")) {
                visit.page().select("a[href], link[href]").stream()
                        .map(link -> link.attr("href")
                                .replace(blog.site().address().value(), "")
                                .replaceFirst("#.*", ""))
                        .filter(link -> link.startsWith("/") && !link.startsWith("//"))
                        .filter(found::add)
                        .forEach(next::add);
            }
        }
    }

    @Test
    void the_pages_that_matter_are_among_those_that_are_read() {
        assertThat(visits.keySet())
                .contains(share, "/feed.atom", "/archive", "/tags", "/admin/audit", "/admin/account", "/admin/settings")
                .anyMatch(path -> path.startsWith("/tags/"))
                .anyMatch(path -> path.matches("/admin/posts/.*/revisions"))
                .anyMatch(path -> path.startsWith("/admin/accounts/"))
                .anyMatch(path -> path.startsWith("/admin/media/"));
        assertThat(visits.values())
                .filteredOn(visit -> visit.text().contains("x-mark"))
                .hasSizeGreaterThan(30);
    }

    @Test
    void every_form_of_the_desk_was_sent_with_markup_in_each_of_its_fields_and_no_server_fell_over_it() {
        assertThat(answered)
                .anyMatch(form -> form.startsWith("/admin/posts["))
                .anyMatch(form -> form.matches("/admin/posts/[^/]+\\[.*"))
                .anyMatch(form -> form.startsWith("/admin/settings["))
                .anyMatch(form -> form.startsWith("/admin/redirects["))
                .anyMatch(form -> form.startsWith("/admin/tags/"))
                .anyMatch(form -> form.startsWith("/admin/authors/"))
                .anyMatch(form -> form.startsWith("/admin/media/"))
                .anyMatch(form -> form.startsWith("/admin/accounts["));
        assertThat(failed).isEmpty();
    }

    @Test
    void no_markup_of_a_text_becomes_a_part_of_a_page() {
        visits.forEach((path, visit) -> {
            Document page = visit.header("Content-Type").contains("xml")
                    ? Jsoup.parse(visit.text(), Parser.xmlParser())
                    : visit.page();
            if (!visit.header("Content-Type").contains("json")) {
                assertThat(page.select("x-mark")).as(path).isEmpty();
                assertThat(page.getAllElements().stream()
                                .map(Element::attributes)
                                .flatMap(attributes -> attributes.asList().stream())
                                .map(Attribute::getKey))
                        .as(path)
                        .noneMatch(name -> name.startsWith("on"));
            }
        });
    }

    @Test
    void no_text_becomes_an_address_that_runs() {
        visits.forEach((path, visit) -> assertThat(visit.page().select("[href^=javascript:], [src^=javascript:]"))
                .as(path)
                .isEmpty());
    }

    @Test
    void what_machines_read_stays_whole() {
        ObjectMapper json = new ObjectMapper();
        visits.forEach((path, visit) -> {
            visit.page()
                    .select("script[type=application/ld+json]")
                    .forEach(data -> assertThatCode(() -> json.readTree(data.data()))
                            .as(path)
                            .doesNotThrowAnyException());
            if (visit.header("Content-Type").contains("json")) {
                assertThatCode(() -> json.readTree(visit.text())).as(path).doesNotThrowAnyException();
            }
        });
    }

    @Test
    void no_expression_is_run() {
        visits.forEach((path, visit) -> assertThat(visit.text()).as(path).doesNotContain(SUM));
    }

    @Test
    void what_a_browser_says_of_itself_and_of_where_it_is_stays_text() {
        blog.visit("/admin/sign-in");
        Visit visit = ada.visit("/admin/account")
                .with("X-Forwarded-For", "<x-mark onclick=a()>")
                .with("User-Agent", HOSTILE);
        assertThat(visit.status()).isEqualTo(200);
        ada.visit("/admin/redirects")
                .with("X-Forwarded-For", "<x-mark onclick=a()>")
                .form("csrf=" + ada.csrf() + "&path=/from-elsewhere&target=")
                .status();

        Visit audit = ada.visit("/admin/audit");
        assertThat(audit.text("tbody")).contains("redirect");
        assertThat(audit.page().select("x-mark")).isEmpty();
    }
}
