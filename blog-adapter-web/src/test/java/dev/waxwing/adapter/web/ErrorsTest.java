package dev.waxwing.adapter.web;

import static io.javalin.apibuilder.ApiBuilder.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.apibuilder.EndpointGroup;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ErrorsTest {
    private static final EndpointGroup FAILING = () -> {
        get("/not-found", ctx -> refuse(new BlogException.NotFound("post", 7)), Access.ANYONE);
        get("/invalid", ctx -> refuse(new BlogException.Invalid("title", "A title is needed")), Access.ANYONE);
        get("/conflict", ctx -> refuse(new BlogException.Conflict("It changed")), Access.ANYONE);
        get("/full", ctx -> refuse(new BlogException.Full("The disk is full")), Access.ANYONE);
        get("/forbidden", ctx -> refuse(new BlogException.Forbidden("You may not")), Access.ANYONE);
        get(
                "/unavailable",
                ctx -> refuse(new BlogException.Unavailable("jdbc:h2 is locked", new IOException("disk full"))),
                Access.ANYONE);
        get("/broken", ctx -> refuse(new IllegalStateException("secret: jdbc:h2")), Access.ANYONE);
        get(
                "/half",
                ctx -> {
                    ctx.result("half a page");
                    throw new IllegalStateException("secret");
                },
                Access.ANYONE);
    };

    private final TrialBlog blog = TrialBlog.start();
    private final AtomicBoolean settingsFail = new AtomicBoolean();
    private final WebServer server = start();

    private WebServer start() {
        ReadingSite site = blog.readingSite();
        SiteSettings settings = () -> {
            if (settingsFail.get()) {
                throw new IllegalStateException("no database");
            }
            return site.site().current();
        };
        return WebServer.start(
                TrialBlog.settings(0),
                site,
                blog.guard(),
                blog.errorPages(settings),
                blog.nothingFinished(),
                List.of(FAILING));
    }

    private static void refuse(RuntimeException refusal) {
        throw refusal;
    }

    @AfterEach
    void stop() {
        server.close();
        blog.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/not-found, 404",
        "/invalid, 422",
        "/conflict, 409",
        "/forbidden, 403",
        "/full, 507",
        "/unavailable, 503",
        "/broken, 500",
        "/half, 500",
        "/nowhere, 404"
    })
    void each_refusal_has_its_status_and_a_page_with_the_number_of_the_request(String path, int status) {
        Visit visit = visit(path);

        assertThat(visit.status()).isEqualTo(status);
        assertThat(visit.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(visit.text(".request-number")).isEqualTo(visit.header("X-Request-Id"));
        assertThat(visit.header("Cache-Control")).isEqualTo("no-store");
        assertThat(visit.text()).doesNotContain("half a page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unavailable", "/broken", "/half", "/not-found"})
    void nothing_of_what_went_on_inside_is_told(String path) {
        for (String accept : List.of("text/html", "text/plain", "application/json")) {
            assertThat(visit(path).with("Accept", accept).text())
                    .doesNotContain("secret", "jdbc", "disk full", "Exception", "dev.waxwing");
        }
    }

    @Test
    void the_sentence_of_a_refusal_is_told() {
        assertThat(visit("/invalid").text(".lead")).isEqualTo("A title is needed");
        assertThat(visit("/conflict").with("Accept", "text/html").text(".lead")).isEqualTo("It changed");
        assertThat(visit("/full").text(".lead")).startsWith("The disk is full. Try again later");
        assertThat(visit("/full").with("Accept", "text/plain").text()).contains("The disk is full");
        assertThat(visit("/full").header("Retry-After")).isEqualTo("10");
    }

    @Test
    void programs_get_problem_details() throws Exception {
        for (String accept : List.of("application/json", "application/problem+json")) {
            Visit visit = visit("/invalid").with("Accept", accept);
            JsonNode problem = new ObjectMapper().readTree(visit.text());

            assertThat(visit.header("Content-Type")).startsWith("application/problem+json");
            assertThat(problem.get("status").asInt()).isEqualTo(422);
            assertThat(problem.get("detail").asText()).isEqualTo("A title is needed");
            assertThat(problem.get("request").asText()).isEqualTo(visit.header("X-Request-Id"));
        }
    }

    @Test
    void terminals_get_a_line_of_text() {
        Visit visit = visit("/nowhere").with("Accept", "text/plain");

        assertThat(visit.header("Content-Type")).startsWith("text/plain");
        assertThat(visit.text()).startsWith("404 Not Found");
    }

    @Test
    void an_error_page_needs_no_database() {
        settingsFail.set(true);
        for (String path : List.of("/broken", "/nowhere", "/unavailable")) {
            Visit visit = visit(path);

            assertThat(visit.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
            assertThat(visit.text(".kicker")).isEqualTo(String.valueOf(visit.status()));
            assertThat(visit.text(".request-number")).isEqualTo(visit.header("X-Request-Id"));
        }
    }

    @Test
    void a_missing_page_offers_a_search_for_its_words_and_the_newest_posts() {
        blog.write("One").publish();

        assertThat(blog.visit("/2015/fearless-concurency.html")
                        .page()
                        .select("input[name=q]")
                        .val())
                .isEqualTo("fearless concurency");
        assertThat(blog.visit("/nope").page().select(".index a").eachAttr("href"))
                .containsExactly("/one");
    }

    @Test
    void a_storage_that_does_not_answer_makes_pages_fail_and_nothing_else() {
        ReadingSite whole = blog.readingSite();
        PostQueries failing = (PostQueries) Proxy.newProxyInstance(
                PostQueries.class.getClassLoader(), new Class<?>[] {PostQueries.class}, (proxy, method, arguments) -> {
                    throw new BlogException.Unavailable("The database does not answer", new IOException("secret"));
                });
        ReadingSite broken = new ReadingSite(
                failing,
                whole.tags(),
                whole.authors(),
                whole.redirects(),
                whole.search(),
                whole.media(),
                whole.renderer(),
                whole.site(),
                whole.readiness(),
                whole.changes(),
                whole.watcher());
        try (WebServer other = WebServer.start(TrialBlog.settings(0), broken, blog.writingSite())) {
            Visit front = Visit.to(other.port(), "/");
            assertThat(front.status()).isEqualTo(503);
            assertThat(front.text()).contains(front.header("X-Request-Id")).doesNotContain("secret");
            assertThat(Visit.to(other.port(), "/livez").status()).isEqualTo(200);
        }
    }

    private Visit visit(String path) {
        return Visit.to(server.port(), path);
    }
}
