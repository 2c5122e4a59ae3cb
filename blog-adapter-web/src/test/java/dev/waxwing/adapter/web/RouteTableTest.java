package dev.waxwing.adapter.web;

import static io.javalin.apibuilder.ApiBuilder.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.waxwing.adapter.web.RouteTable.Route;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.ReservedWords;
import dev.waxwing.domain.shared.Slug;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.security.RouteRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RouteTableTest {
    private enum Stranger implements RouteRole {
        SOMEBODY
    }

    private final TrialBlog blog = TrialBlog.start();

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void a_route_without_an_audience_does_not_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(() -> get("/open", ctx -> {})))
                .withMessage("GET /open declares no audience");
    }

    @Test
    void an_audience_must_be_one_of_ours() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(() -> get("/open", ctx -> {}, Stranger.SOMEBODY)))
                .withMessageContaining("declares no audience");
    }

    @Test
    void the_site_has_the_addresses_that_are_promised() {
        try (WebServer server = WebServer.start(TrialBlog.settings(0), blog.readingSite(), blog.writingSite())) {
            assertThat(server.routes())
                    .extracting(Route::path)
                    .contains(
                            "/",
                            "/page/{number}",
                            "/{slug}",
                            "/tags",
                            "/tags/{slug}",
                            "/authors/{slug}",
                            "/archive",
                            "/archive/{year}",
                            "/search",
                            "/feed.atom",
                            "/feed.rss",
                            "/feed.json",
                            "/sitemap.xml",
                            "/robots.txt",
                            "/media/{file}",
                            "/assets/{file}",
                            "/livez",
                            "/readyz");
        }
    }

    @Test
    void every_address_of_the_site_is_a_word_that_no_post_can_have() {
        for (Route route : routes()) {
            String word = route.path().split("/", 3)[1].replaceAll("[.\\-].*", "");
            if (!word.isEmpty() && !word.startsWith("{")) {
                assertThat(ReservedWords.contain(new Slug(word)))
                        .as(route.path())
                        .isTrue();
            }
        }
    }

    /** An address as a whole, and the method that its own route does not take, though that of others might. */
    @Test
    void an_address_takes_the_methods_of_its_own_route_and_says_which() {
        Member owner = Member.of(blog, "Ada", Role.ADMINISTRATOR);
        Map<String, Set<String>> taken = new TreeMap<>();
        for (Route route : blog.routes()) {
            Set<String> methods = taken.computeIfAbsent(route.path(), path -> new TreeSet<>());
            methods.add(route.method());
            if (route.method().equals("GET")) {
                methods.add("HEAD");
            }
        }
        taken.forEach((path, methods) -> {
            String address = path.replaceAll("\\{[a-z]+}", "17");
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
                if (!methods.contains(method)) {
                    Visit visit = owner.visit(address)
                            .with("X-CSRF-Token", owner.csrf())
                            .method(method);

                    assertThat(visit.status()).as(method + " " + address).isEqualTo(405);
                    assertThat(visit.header("Allow").split(", "))
                            .as(method + " " + address)
                            .containsExactlyInAnyOrderElementsOf(methods);
                }
            }
        });
    }

    private List<Route> routes() {
        try (WebServer server = WebServer.start(TrialBlog.settings(0), blog.readingSite(), blog.writingSite())) {
            return server.routes();
        }
    }

    private void start(EndpointGroup resource) {
        ReadingSite site = blog.readingSite();
        WebServer.start(
                        TrialBlog.settings(0),
                        site,
                        blog.guard(),
                        blog.errorPages(site.site()),
                        blog.nothingFinished(),
                        List.of(resource))
                .close();
    }
}
