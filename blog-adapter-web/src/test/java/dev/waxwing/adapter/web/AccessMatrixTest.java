package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.AccessMatrix.Row;
import dev.waxwing.adapter.web.RouteTable.Route;
import dev.waxwing.application.library.UploadMedia;
import dev.waxwing.application.post.ListPreviews;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.post.PreviewUseCases;
import dev.waxwing.application.post.SharePreview;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import java.io.InputStream;
import java.time.Duration;
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

    static List<Row> ofPrograms() {
        return AccessMatrix.programRows();
    }

    static Stream<Row> changing() {
        return rows().stream().filter(row -> !row.method().equals("GET"));
    }

    @Test
    void every_route_has_its_row() {
        try (TrialBlog blog = TrialBlog.start()) {
            List<Row> all =
                    Stream.of(rows(), ofPrograms()).flatMap(List::stream).toList();
            List<Route> forgotten = blog.routes().stream()
                    .filter(route -> all.stream().noneMatch(row -> row.isFor(route)))
                    .toList();

            assertThat(forgotten).isEmpty();
            assertThat(all)
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
                        : desk.send(audience, path, fields(desk, path, row));

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
    @MethodSource("ofPrograms")
    void a_program_gets_what_its_owner_would(Row row) {
        try (TrialDesk desk = new TrialDesk()) {
            for (Audience audience : Audience.values()) {
                String path = address(desk, audience, row);

                assertThat(asked(desk, audience, path, row).status())
                        .as("%s for %s", row, audience)
                        .isEqualTo(row.expected().get(audience));
            }
        }
    }

    /** Sends what is asked for, with the version that there is. */
    private static Visit asked(TrialDesk desk, Audience audience, String path, Row row) {
        Visit visit = desk.program(audience, path);
        if (row.method().equals("GET")) {
            return visit;
        }
        if (row.path().contains("{")) {
            String seen = path.replaceFirst("^(/api/v1/[a-z]+/[^/]+).*", "$1");
            visit.with("If-Match", desk.program(Audience.ADMINISTRATOR, seen).header("ETag"));
        }
        String sent = row.fields().replace("AUDIENCE", audience.name().toLowerCase(Locale.ROOT));
        return Machine.send(row.method(), visit, sent);
    }

    @ParameterizedTest
    @MethodSource("changing")
    void what_changes_something_asks_for_a_token_and_for_a_page_of_ours(Row row) {
        try (TrialDesk desk = new TrialDesk()) {
            String path = address(desk, Audience.ADMINISTRATOR, row);
            String fields = fields(desk, path, row);
            String token = "csrf=" + desk.csrf(Audience.ADMINISTRATOR) + "&" + fields;
            long changes = desk.blog().blog().head();
            List<Visit> forged = List.of(
                    desk.visit(Audience.ADMINISTRATOR, path).form(fields),
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
            path = path.replace("OWN", post(desk, owner, row).toString());
        }
        if (path.contains("FOREIGN")) {
            Audience owner = audience == Audience.EDITOR ? Audience.AUTHOR : Audience.EDITOR;
            path = path.replace("FOREIGN", post(desk, owner, row).toString());
        }
        if (path.contains("MINE")) {
            Audience owner = audience == Audience.NOBODY ? Audience.AUTHOR : audience;
            path = path.replace("MINE", file(desk, owner));
        }
        if (path.contains("THEIRS")) {
            Audience owner = audience == Audience.EDITOR ? Audience.AUTHOR : Audience.EDITOR;
            path = path.replace("THEIRS", file(desk, owner));
        }
        return path;
    }

    private static String fields(TrialDesk desk, String path, Row row) {
        return row.fields().contains("LINK")
                ? row.fields().replace("LINK", link(desk, PostId.parse(path.substring(path.lastIndexOf('/') + 1))))
                : row.fields();
    }

    private static String link(TrialDesk desk, PostId post) {
        PreviewUseCases previews = desk.blog().previews();
        previews.share().handle(new SharePreview.Command(Actor.operator(), post, Duration.ofDays(1)));
        return previews.list()
                .handle(new ListPreviews.Command(Actor.operator(), post))
                .get(0)
                .id()
                .toString();
    }

    /** A file that nobody else has brought. */
    private static String file(TrialDesk desk, Audience owner) {
        InputStream picture = TrialServer.picture(40 + (int) desk.blog().blog().head(), 30, 5);
        return desk.blog()
                .library()
                .upload()
                .handle(new UploadMedia.Command(desk.actor(owner), "lake.png", "", picture))
                .fileName();
    }

    /** A post that readers have seen, in the state in which it can be done what is to be done. */
    private static PostId post(TrialDesk desk, Audience owner, Row row) {
        TrialBlog.Writing writing =
                desk.blog().write("Draft " + desk.blog().blog().head()).by(desk.author(owner));
        PostId id = (row.path().startsWith("/api/v1/pages") ? writing.page() : writing).publish();
        PostRepository posts = desk.blog().blog().posts();
        Post post = posts.get(id);
        post.unpublish(TrialBlog.NOON);
        posts.save(post);
        Post ready = posts.get(id);
        switch (row.act()) {
            case "withdraw" -> ready.submit(TrialBlog.NOON);
            case "reopen" -> ready.archive(TrialBlog.NOON);
            case "undelete" -> ready.trash(TrialBlog.NOON);
            case "unpublish", "date", "publish-changes", "discard-changes" -> ready.publish(TrialBlog.NOON);
            default -> {}
        }
        posts.save(ready);
        return id;
    }
}
