package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waxwing.adapter.web.RouteTable.Route;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.ApiOperation;
import dev.waxwing.adapter.web.shared.ApiOperation.Condition;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.application.token.RevokeApiToken;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagName;
import dev.waxwing.domain.token.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the description of the door for programs promises is tried, as it stands there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiExamplesTest {
    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.EDITOR);
    private final Machine program = Machine.of(blog, ada, Set.of(Scope.values()));

    @AfterEach
    void stop() {
        blog.close();
    }

    static Stream<Arguments> operations() {
        try (TrialBlog blog = TrialBlog.start()) {
            return blog.operations().stream()
                    .map(operation -> Arguments.of(operation.method() + " " + operation.path(), operation))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void an_example_does_what_it_says(String name, ApiOperation operation) throws IOException {
        String path = address(operation);
        Visit visit = path.equals("/media") && operation.method() == ApiOperation.Method.POST
                ? upload()
                : asked(operation, path);

        JsonNode example = Machine.json(operation.example().answer());
        assertThat(visit.status())
                .as("%s: %s", name, visit.text())
                .isEqualTo(operation.example().status());
        assertThat(visit.header("Content-Type")).isEqualTo("application/json");
        assertThat(shape(Machine.json(visit), example)).as(visit.text()).isEqualTo(shape(example, Machine.json(visit)));
        assertThat(Machine.json(visit).path("status")).isEqualTo(example.path("status"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void it_takes_a_token_with_the_scope(String name, ApiOperation operation) throws IOException {
        String path = address(operation);
        EnumSet<Scope> others = EnumSet.complementOf(EnumSet.of(operation.scope()));

        assertThat(blog.visit("/api/v1" + path)
                        .method(operation.method().name())
                        .status())
                .isEqualTo(401);
        Visit refused = Machine.of(blog, ada, others)
                .get(path)
                .method(operation.method().name());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.text()).contains("lacks the scope");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void it_takes_a_token_that_has_not_ended(String name, ApiOperation operation) throws IOException {
        String path = address(operation);
        String method = operation.method().name();
        Machine revoked = Machine.of(blog, ada, Set.of(Scope.values()));
        blog.apiTokens()
                .revoke()
                .handle(new RevokeApiToken.Command(
                        new Actor(Optional.empty(), Role.EDITOR, Optional.of(ada.account())),
                        blog.apiTokens().queries().of(ada.account()).get(0).id()));

        assertThat(revoked.get(path).method(method).status()).isEqualTo(401);
        assertThat(program.get("/posts").status()).isEqualTo(200);
        blog.clock().advance(Duration.ofDays(30));
        assertThat(program.get(path).method(method).status()).isEqualTo(401);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void a_body_of_another_kind_is_refused(String name, ApiOperation operation) throws IOException {
        if (operation.example().request().isEmpty()) {
            return;
        }
        Visit visit = program.get(address(operation)).with("If-Match", "\"1\"");

        Visit refused = visit.send(operation.method().name(), "<a/>".getBytes(StandardCharsets.UTF_8), "text/xml");

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Accept")).isEqualTo("application/json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void a_member_that_is_not_known_is_refused(String name, ApiOperation operation) throws IOException {
        if (operation.example().request().isEmpty()) {
            return;
        }
        Visit visit = program.get(address(operation)).with("If-Match", "\"1\"");

        Visit refused = Machine.send(operation.method().name(), visit, "{\"colour\": \"red\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(Machine.json(refused).path("field").textValue()).isEqualTo("colour");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void a_change_of_what_was_not_seen_or_not_last_is_refused(String name, ApiOperation operation) throws IOException {
        if (operation.example().condition() != Condition.SEEN) {
            return;
        }
        String path = address(operation);
        String body = operation.example().request().orElse("");

        Visit unseen = Machine.send(operation.method().name(), program.get(path), body);
        assertThat(unseen.status()).isEqualTo(428);
        assertThat(unseen.header("Content-Type")).isEqualTo("application/problem+json");

        Visit stale = Machine.send(operation.method().name(), program.get(path).with("If-Match", "\"99\""), body);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(Machine.json(stale).path("seen").textValue()).isEqualTo("\"99\"");
        assertThat(Machine.json(stale).path("present").isObject()).isTrue();
        assertThat(Machine.json(stale).path("sent"))
                .isEqualTo(body.isEmpty() ? Machine.json("{}").path("x") : Machine.json(body));
        assertThat(stale.header("ETag")).isNotEmpty();
    }

    @Test
    void the_description_has_every_route_for_programs_and_no_other() {
        try (WebServer server = WebServer.start(TrialBlog.settings(0), blog.readingSite(), blog.writingSite())) {
            List<String> routes = server.routes().stream()
                    .filter(route -> route.audience() == Access.PROGRAM)
                    .map(ApiExamplesTest::name)
                    .sorted()
                    .toList();

            assertThat(described()).isNotEmpty().isEqualTo(routes);
        }
    }

    @Test
    void the_description_is_open_api_and_open_to_all() {
        Visit visit = blog.visit("/api/v1/openapi.json");

        assertThat(visit.status()).isEqualTo(200);
        assertThat(visit.header("Content-Type")).startsWith("application/json");
        assertThat(Machine.json(visit).path("openapi").textValue()).isEqualTo("3.1.0");
        assertThat(Machine.json(visit).at("/servers/0/url").textValue()).isEqualTo("https://blog.example/api/v1");
    }

    @Test
    void the_description_says_of_each_operation_what_is_sent_and_what_is_answered() {
        JsonNode paths = Machine.json(blog.visit("/api/v1/openapi.json")).path("paths");

        for (ApiOperation operation : blog.operations()) {
            JsonNode described =
                    paths.path(operation.path()).path(operation.method().name().toLowerCase(Locale.ROOT));
            JsonNode answers = described.path("responses");
            assertThat(answers.path(String.valueOf(operation.example().status()))
                            .at("/content/application~1json/schema/properties"))
                    .as(described.path("operationId").textValue())
                    .isNotEmpty();
            assertThat(described.has("requestBody"))
                    .isEqualTo(operation.example().request().isPresent());
            assertThat(answers.has("428")).isEqualTo(operation.example().condition() == Condition.SEEN);
            assertThat(answers.has("401") && answers.has("403") && answers.has("default"))
                    .isTrue();
        }
    }

    private List<String> described() {
        List<String> described = new ArrayList<>();
        JsonNode paths = Machine.json(blog.visit("/api/v1/openapi.json")).path("paths");
        paths.fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return described.stream().sorted().toList();
    }

    private static String name(Route route) {
        return route.method() + " " + route.path().replaceFirst(ApiOperation.ROOT, "");
    }

    private Visit asked(ApiOperation operation, String path) {
        Visit visit = program.get(path);
        if (operation.example().condition() == Condition.SEEN) {
            String seen = path.replaceFirst(
                    "/(submit|withdraw|publish|schedule|date|publish-changes|discard-changes|unpublish|archive|reopen|move|merge"
                            + "|trash|undelete|remove|link-translation|unlink-translation)$",
                    "");
            visit.with("If-Match", program.get(seen).header("ETag"));
        }
        return operation.method() == ApiOperation.Method.GET
                ? visit
                : Machine.send(
                        operation.method().name(),
                        visit,
                        operation.example().request().orElse(""));
    }

    /** The address of the example, in a blog that has what it speaks of. */
    private String address(ApiOperation operation) throws IOException {
        String path = operation.path();
        if (path.startsWith("/media")) {
            return operation.method() == ApiOperation.Method.POST && path.equals("/media")
                    ? path
                    : path.replace("{file}", uploaded());
        }
        if (path.matches("/(posts|pages|tags|authors)") && operation.method() == ApiOperation.Method.POST) {
            return path;
        }
        if (path.endsWith("/merge")) {
            blog.tags().findOrCreate().handle(new FindOrCreateTags.Command(List.of(new TagName("Java"))));
        }
        String kind = path.startsWith("/pages") ? "/pages" : "/posts";
        String post = written(kind);
        if (path.endsWith("/reopen")) {
            done(post, "/archive");
        } else if (path.matches(".*/(date|publish-changes|discard-changes)")) {
            done(post, "/publish");
        } else if (path.endsWith("/withdraw")) {
            done(post, "/submit");
        } else if (path.endsWith("/undelete")) {
            done(post, "/trash");
        } else if (!path.contains("{id}")) {
            done(post, "/publish");
            blog.index();
        }
        return path.replace(kind + "/{id}", post)
                .replace("{slug}", "travel")
                .replace("{handle}", "ada")
                .replaceFirst("^/search$", "/search?q=lake");
    }

    /** What the example has somebody write, with a translation that readers see. */
    private String written(String kind) {
        String example = blog.operations().stream()
                .filter(operation -> operation.path().equals(kind) && operation.method() == ApiOperation.Method.POST)
                .findFirst()
                .flatMap(operation -> operation.example().request())
                .orElseThrow();
        String id = Machine.json(program.post(kind, example)).path("id").textValue();
        blog.write("Ein Morgen am See").in("de").on("2026-02-01T12:00:00Z").publish();
        blog.posts()
                .linkTranslation()
                .handle(new LinkTranslation.Command(TrialBlog.OWNER, PostId.parse(id), new Slug("ein-morgen-am-see")));
        return kind + "/" + id;
    }

    private void done(String post, String act) {
        assertThat(program.act(post + act, program.get(post).header("ETag")).status())
                .isEqualTo(200);
    }

    private Visit upload() throws IOException {
        return Member.upload(
                program.get("/media"),
                "lake.png",
                TrialServer.picture(400, 300, 5).readAllBytes());
    }

    private String uploaded() throws IOException {
        String address = Machine.json(upload()).path("address").textValue();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** The names of all members, with the kinds of their values where both have one; of a list, its first element. */
    private static String shape(JsonNode json, JsonNode other) {
        if (json.isObject()) {
            TreeSet<String> members = new TreeSet<>();
            json.fields()
                    .forEachRemaining(member ->
                            members.add(member.getKey() + "=" + shape(member.getValue(), other.path(member.getKey()))));
            return members.toString();
        }
        if (json.isArray()) {
            return json.isEmpty() ? "[]" : "[" + shape(json.get(0), other.path(0)) + "]";
        }
        return json.isNull() || other.isNull() ? "any" : json.getNodeType().name();
    }
}
