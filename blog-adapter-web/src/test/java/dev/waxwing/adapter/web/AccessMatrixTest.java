package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.AccessMatrix.Row;
import dev.waxwing.adapter.web.RouteTable.Route;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route, asked by everybody. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessMatrixTest {

    static List<Row> rows() {
        return AccessMatrix.rows();
    }

    static Stream<Row> changing() {
        return rows().stream().filter(row -> !row.method().equals("GET"));
    }

    @Test
    void every_route_has_its_row() {
        try (TrialBlog blog = TrialBlog.start()) {
            List<Route> forgotten = blog.routes().stream()
                    .filter(route -> route.audience() != Access.PROGRAM)
                    .filter(route -> rows().stream().noneMatch(row -> row.isFor(route)))
                    .toList();

            assertThat(forgotten).isEmpty();
            assertThat(rows())
                    .allMatch(row -> blog.routes().stream().anyMatch(row::isFor), "is a route")
                    .allMatch(row -> row.expected().size() == Audience.values().length, "says who gets what");
        }
    }

    @Test
    void nothing_of_the_desk_is_open_to_nobody_but_the_ways_in() {
        assertThat(rows())
                .filteredOn(row -> row.path().startsWith("/admin")
                        && row.expected().get(Audience.NOBODY) != 303
                        && row.expected().get(Audience.NOBODY) != 401)
                .extracting(Row::path)
                .containsOnly("/admin/sign-in", "/admin/set-up", "/admin/password/{token}");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everybody_gets_what_is_theirs(Row row) {
        try (TrialDesk desk = new TrialDesk()) {
            for (Audience audience : Audience.values()) {
                String path = address(desk, audience, row);
                Visit visit = row.method().equals("GET")
                        ? desk.visit(audience, path)
                        : desk.send(audience, path, row.fields());

                assertThat(visit.status())
                        .as("%s for %s", row, audience)
                        .isEqualTo(row.expected().get(audience));
                if (visit.status() == 303
                        && audience == Audience.NOBODY
                        && row.method().equals("GET")) {
                    assertThat(visit.header("Location")).startsWith("/admin/sign-in");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("changing")
    void what_changes_something_asks_for_a_token_and_for_a_page_of_ours(Row row) {
        try (TrialDesk desk = new TrialDesk()) {
            String path = address(desk, Audience.ADMINISTRATOR, row);
            String token = "csrf=" + desk.csrf(Audience.ADMINISTRATOR) + "&" + row.fields();
            long changes = desk.blog().blog().head();
            List<Visit> forged = List.of(
                    desk.visit(Audience.ADMINISTRATOR, path).form(row.fields()),
                    desk.visit(Audience.ADMINISTRATOR, path).form("csrf=" + desk.csrf(Audience.EDITOR)),
                    desk.visit(Audience.ADMINISTRATOR, path)
                            .with("Origin", "https://evil.example")
                            .form(token),
                    desk.visit(Audience.ADMINISTRATOR, path)
                            .with("Origin", "null")
                            .form(token),
                    desk.visit(Audience.ADMINISTRATOR, path)
                            .with("Sec-Fetch-Site", "cross-site")
                            .form(token),
                    desk.visit(Audience.ADMINISTRATOR, path)
                            .with("Sec-Fetch-Site", "same-site")
                            .form(token));

            assertThat(forged).extracting(Visit::status).containsOnly(403);
            assertThat(desk.blog().blog().head()).isEqualTo(changes);
            assertThat(desk.visit(Audience.ADMINISTRATOR, path)
                            .with("Origin", "http://127.0.0.1:" + desk.blog().port())
                            .with("Sec-Fetch-Site", "same-origin")
                            .form(token)
                            .status())
                    .isEqualTo(row.expected().get(Audience.ADMINISTRATOR));
        }
    }

    private static String address(TrialDesk desk, Audience audience, Row row) {
        String path = row.example();
        if (path.contains("ACCOUNT")) {
            Audience other = audience == Audience.EDITOR ? Audience.AUTHOR : Audience.EDITOR;
            path = path.replace("ACCOUNT", desk.account(other).toString());
        }
        if (path.contains("MYSELF")) {
            Audience self = audience == Audience.NOBODY ? Audience.AUTHOR : audience;
            path = path.replace("MYSELF", self.name().toLowerCase(Locale.ROOT));
        }
        if (path.contains("OWN")) {
            Audience owner = audience == Audience.NOBODY ? Audience.AUTHOR : audience;
            path = path.replace("OWN", draft(desk, owner).toString());
        }
        if (path.contains("FOREIGN")) {
            Audience owner = audience == Audience.EDITOR ? Audience.AUTHOR : Audience.EDITOR;
            path = path.replace("FOREIGN", draft(desk, owner).toString());
        }
        return path;
    }

    private static PostId draft(TrialDesk desk, Audience owner) {
        PostId id = desk.blog()
                .write("Draft " + desk.blog().blog().head())
                .by(desk.author(owner))
                .publish();
        Post post = desk.blog().blog().posts().get(id);
        post.unpublish(TrialBlog.NOON);
        desk.blog().blog().posts().save(post);
        return id;
    }
}
