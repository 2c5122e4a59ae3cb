package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.account.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags and authors, as programs keep them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CurationApiTest {
    private static final String TRAVEL = "{\"name\": \"Travel\", \"description\": \"Notes from the road.\"}";

    private final TrialBlog blog = TrialBlog.start();
    private final Machine program = Machine.of(blog, "Bob", Role.EDITOR);

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void a_tag_is_added_before_a_post_is_under_it() {
        Visit made = program.post("/tags", TRAVEL);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/tags/travel");
        Visit read = program.get("/tags/travel");
        assertThat(Machine.json(read)).isEqualTo(Machine.json(made));
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(Machine.json(read).path("description").textValue()).isEqualTo("Notes from the road.");
        assertThat(Machine.json(read).path("posts").intValue()).isZero();
    }

    @Test
    void a_tag_that_is_there_is_not_added_again() {
        program.post("/tags", TRAVEL).status();

        Visit refused = program.post("/tags", "{\"name\": \"TRAVEL\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(Machine.json(refused).path("detail").textValue()).isEqualTo("There is a tag 'Travel' already");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST  | /tags             | {"name": " "}          | name
            PATCH | /tags/travel      | {"name": " "}          | name
            POST  | /tags/travel/merge| {"into": "No slug"}    | into
            POST  | /tags/travel/move | {"slug": "No slug"}    | slug
            POST  | /authors/bob/move | {"handle": "No slug"}  | handle
            """)
    void what_is_wrong_is_said_with_the_member_it_is_about(String method, String path, String sent, String field) {
        program.post("/tags", TRAVEL).status();
        String seen = program.get(path.replaceAll("/(merge|move)$", "")).header("ETag");

        Visit refused = Machine.send(method, program.get(path).with("If-Match", seen), sent);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(Machine.json(refused).path("field").textValue()).isEqualTo(field);
    }

    @Test
    void a_tag_that_is_asked_for_twice_under_one_key_is_added_once() {
        String first = keyed(TRAVEL).text();

        assertThat(keyed(TRAVEL).text()).isEqualTo(first);
        assertThat(keyed("{\"name\": \"Java\"}").status()).isEqualTo(422);
    }

    private Visit keyed(String json) {
        return Machine.send("POST", program.get("/tags").with("Idempotency-Key", "one"), json);
    }

    @Test
    void tags_are_read_page_by_page_and_stay_whole_while_some_are_added() {
        for (String name : List.of("Newts", "Apes", "Moles")) {
            tag(name);
        }
        List<String> slugs = new ArrayList<>();
        String path = "/tags?limit=1";
        while (!path.isEmpty()) {
            Visit page = program.get(path);
            slugs.addAll(names(page, "slug"));
            tag("Aardvarks " + slugs.size());
            path = next(page);
        }

        assertThat(slugs).containsExactly("apes", "moles", "newts");
    }

    @Test
    void authors_are_read_page_by_page() {
        for (String name : List.of("Dora", "Carl")) {
            program.post("/authors", "{\"name\": \"%s\"}".formatted(name)).status();
        }

        Visit first = program.get("/authors?limit=2");
        Visit second = program.get(next(first));

        assertThat(names(first, "handle")).containsExactly("bob", "carl");
        assertThat(names(second, "handle")).containsExactly("dora");
        assertThat(next(second)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags", "/authors"})
    void a_place_that_is_none_is_refused(String list) {
        assertThat(Machine.json(program.get(list + "?after=Not+a+slug"))
                        .path("field")
                        .textValue())
                .isEqualTo("after");
        assertThat(program.get(list + "?limit=0").status()).isEqualTo(422);
    }

    private void tag(String name) {
        assertThat(program.post("/tags", "{\"name\": \"%s\"}".formatted(name)).status())
                .isEqualTo(201);
    }

    private static List<String> names(Visit list, String member) {
        return Machine.json(list).path("items").findValuesAsText(member);
    }

    private static String next(Visit visit) {
        String link = visit.header("Link");
        return link.isEmpty() ? "" : link.substring(link.indexOf("/api/v1") + 7, link.indexOf('>'));
    }
}
