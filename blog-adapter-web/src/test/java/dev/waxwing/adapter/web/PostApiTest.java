package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waxwing.application.audit.AuditEntry;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.SavePost;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.token.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostApiTest {
    private static final String HELLO = "{\"title\": \"Hello\", \"markdown\": \"World\"}";

    private final TrialBlog blog = TrialBlog.start();
    private final Machine program = Machine.of(blog, "Ada", Role.AUTHOR);

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void a_post_is_written_and_its_markdown_comes_back_byte_for_byte() {
        String markdown = "\uFEFF# Ünïcode  \r\n\r\n\ttab and trailing \u00A0\n\n\"q\" \\ 👩‍👩‍👧‍👦 <b>x</b>\n\n\n";

        Visit made = program.post("/posts", "{\"title\": \"Grüße\", \"markdown\": %s}".formatted(quoted(markdown)));

        assertThat(made.status()).isEqualTo(201);
        JsonNode post = Machine.json(made);
        assertThat(post.path("slug").textValue()).isEqualTo("grusse");
        assertThat(post.path("url").textValue()).isEqualTo("https://blog.example/grusse");
        assertThat(made.header("ETag"))
                .startsWith("\"%d-".formatted(post.path("version").longValue()));
        assertThat(made.header("Location"))
                .isEqualTo("/api/v1/posts/" + post.path("id").textValue());
        Visit read = program.get("/posts/" + post.path("id").textValue());
        assertThat(Machine.json(read).path("markdown").textValue()).isEqualTo(markdown);
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(read.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_published_post_is_there_for_readers_at_once() {
        program.post(
                        "/posts",
                        "{\"title\": \"Now\", \"markdown\": \"Words\", \"status\": \"published\", \"tags\": [\"Java\"]}")
                .status();

        assertThat(blog.visit("/now").text("main")).contains("Words");
        assertThat(blog.visit("/tags/java").status()).isEqualTo(200);
    }

    @Test
    void a_scheduled_post_waits() {
        Visit made = program.post(
                "/posts", "{\"title\": \"Later\", \"markdown\": \"x\", \"publishAt\": \"2026-03-02T13:00:00+01:00\"}");

        assertThat(Machine.json(made).path("status").textValue()).isEqualTo("scheduled");
        assertThat(blog.visit("/later").status()).isEqualTo(404);
        assertThat(Machine.json(program.get(
                                "/posts/" + Machine.json(made).path("id").textValue()))
                        .path("publishAt")
                        .textValue())
                .isEqualTo("2026-03-02T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"markdown": "x"}                                                     | title
            {"title": "x"}                                                        | markdown
            {"title": " ", "markdown": "x"}                                       | title
            {"title": 7, "markdown": "x"}                                         | title
            {"title": "x", "markdown": "x", "slug": "Not a slug"}                 | slug
            {"title": "x", "markdown": "x", "slug": "admin"}                      | slug
            {"title": "x", "markdown": "x", "tags": "java"}                       | tags
            {"title": "x", "markdown": "x", "tags": [1]}                          | tags
            {"title": "x", "markdown": "x", "status": "live"}                     | status
            {"title": "x", "markdown": "x", "status": "scheduled"}                | publishAt
            {"title": "x", "markdown": "x", "publishAt": "tomorrow"}              | publishAt
            {"title": "x", "markdown": "x", "publishAt": "2020-01-01T00:00:00Z"}  | publishAt
            {"title": "x", "markdown": "x", "tags": [" "]}                        | tags
            {"title": "x", "markdown": "x", "cover": {"address": "/x.png"}}       | cover
            {"title": "x", "markdown": "x", "canonical": "elsewhere"}             | canonical
            {"title": "x", "markdown": "x", "byline": ["No handle"]}              | byline
            {"title": "x", "markdown": "x", "language": "!"}                      | language
            {"title": "x", "markdown": "x", "colour": "red"}                      | colour
            {"title": "x", "title": "y", "markdown": "x"}                         | body
            [1]                                                                   | body
            {"title": "x",                                                        | body
            """)
    void what_is_wrong_is_said_with_the_member_it_is_about(String sent, String field) {
        Visit refused = program.post("/posts", sent);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Machine.json(refused).path("field").textValue()).isEqualTo(field);
        assertThat(Machine.json(refused).path("detail").textValue()).isNotEmpty();
        assertThat(Machine.json(program.get("/posts")).path("items")).isEmpty();
    }

    @Test
    void a_title_comes_back_as_it_was_sent_or_is_refused_with_the_character_that_is_wrong() {
        String unseen = "\u202AOgham:\u1680᚛\uFEFF\u00AD";

        Visit made = program.post("/posts", "{\"title\": %s, \"markdown\": \"x\"}".formatted(quoted(unseen)));
        String id = Machine.json(made).path("id").textValue();

        assertThat(Machine.json(program.get("/posts/" + id)).path("title").textValue())
                .isEqualTo(unseen);

        JsonNode refusal = Machine.json(program.post("/posts", "{\"title\": \"Red\\u001B[0m\", \"markdown\": \"x\"}"));
        assertThat(refusal.path("field").textValue()).isEqualTo("title");
        assertThat(refusal.path("detail").textValue())
                .isEqualTo("The title has U+001B as its character 4, which cannot be shown; take it out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title": "x",                             | line 1, column 15
            {"title": "x"¶,, "markdown": "x"}         | line 2, column
            {"title": "x", "title": "y"}               | line 1, column
            {"title": "x"} {"title": "y"}              | line 1, column
            """)
    void a_broken_body_is_told_where_in_words_of_ours(String sent, String place) {
        String detail = Machine.json(program.post("/posts", sent.replace("¶", "\n")))
                .path("detail")
                .textValue();

        assertThat(detail)
                .startsWith("Send one JSON object that names each member once; this cannot be read from " + place)
                .doesNotContain("START_OBJECT", "Jackson", "token", "[Source");
    }

    @Test
    void a_change_of_whatever_is_there_is_refused_with_the_reason() {
        String post = Machine.json(program.post("/posts", "{\"title\": \"Seen\", \"markdown\": \"x\"}"))
                .path("id")
                .textValue();

        Visit refused = program.patch("/posts/" + post, "*", "{\"title\": \"Unseen\"}");

        assertThat(refused.status()).isEqualTo(428);
        assertThat(Machine.json(refused).path("detail").textValue()).contains("name the ETag that you have seen");
        assertThat(Machine.json(program.get("/posts/" + post)).path("title").textValue())
                .isEqualTo("Seen");
    }

    @Test
    void every_problem_has_a_sentence_of_its_own() {
        for (Visit refused : List.of(
                blog.visit("/api/v1/posts"),
                program.get("/nothing"),
                program.get("/posts").method("DELETE"),
                program.get("/posts").send("POST", new byte[] {1}, "text/plain"),
                program.get("/posts/00000000-0000-7000-8000-000000000000"),
                program.get("/posts?after=nowhere"),
                program.get("/posts").send("POST", new byte[6_000_000], "application/json"))) {
            assertThat(refused.status()).isGreaterThanOrEqualTo(400);
            assertThat(Machine.json(refused).path("detail").asText())
                    .as("%d %s", refused.status(), refused.text())
                    .isNotEmpty()
                    .isNotEqualTo("The blog cannot answer this request");
        }
    }

    @Test
    void what_is_refused_half_way_leaves_nothing() {
        Machine contributor = Machine.of(blog, "Con", Role.CONTRIBUTOR);

        Visit refused = contributor.post(
                "/posts", "{\"title\": \"Mine\", \"markdown\": \"x\", \"tags\": [\"New\"], \"status\": \"published\"}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(blog.tags().queries().inUse()).isEmpty();
        assertThat(contributor
                        .post("/posts", "{\"title\": \"Mine\", \"markdown\": \"x\", \"slug\": \"mine\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void publishing_needs_its_scope() {
        Machine writer = Machine.of(blog, Member.of(blog, "Wri", Role.AUTHOR), Set.of(Scope.WRITE, Scope.READ));

        assertThat(writer.post("/posts", "{\"title\": \"a\", \"markdown\": \"b\", \"status\": \"published\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_readers_see_is_changed_with_the_scope_of_publishing_alone() {
        Member owner = Member.of(blog, "Pub", Role.AUTHOR);
        Machine all = Machine.of(blog, owner, Set.of(Scope.values()));
        Machine writer = Machine.of(blog, owner, Set.of(Scope.WRITE, Scope.READ));
        Visit made = all.post("/posts", HELLO.replace("}", ", \"status\": \"published\"}"));
        String path = "/posts/" + Machine.json(made).path("id").textValue();

        assertThat(writer.patch(path, made.header("ETag"), "{\"title\": \"Other\"}")
                        .status())
                .isEqualTo(403);
        assertThat(all.patch(path, made.header("ETag"), "{\"title\": \"Other\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_request_sent_twice_under_one_key_creates_once() {
        Visit first = once("k1", HELLO);
        Visit again = once("k1", HELLO);
        Visit other = once("k2", HELLO);

        assertThat(again.status()).isEqualTo(201);
        assertThat(Machine.json(again).path("id")).isEqualTo(Machine.json(first).path("id"));
        assertThat(Machine.json(other).path("id"))
                .isNotEqualTo(Machine.json(first).path("id"));
        Visit misused = once("k1", HELLO.replace("World", "Moon"));
        assertThat(misused.status()).isEqualTo(422);
        assertThat(Machine.json(misused).path("field").textValue()).isEqualTo("Idempotency-Key");
    }

    @Test
    void the_key_of_somebody_else_is_another_key() {
        Visit mine = once("k1", HELLO);
        Machine bob = Machine.of(blog, "Bob", Role.AUTHOR);

        Visit theirs = Machine.send("POST", bob.get("/posts").with("Idempotency-Key", "k1"), HELLO);

        assertThat(Machine.json(theirs).path("id"))
                .isNotEqualTo(Machine.json(mine).path("id"));
    }

    @Test
    void a_change_leaves_what_it_does_not_name() {
        Visit made = program.post(
                "/posts", "{\"title\": \"Hello\", \"markdown\": \"World\", \"tags\": [\"A\"], \"language\": \"de\"}");
        String path = "/posts/" + Machine.json(made).path("id").textValue();

        JsonNode changed = Machine.json(program.patch(path, made.header("ETag"), "{\"title\": \"Hallo\"}"));

        assertThat(changed.path("title").textValue()).isEqualTo("Hallo");
        assertThat(changed.path("markdown").textValue()).isEqualTo("World");
        assertThat(changed.path("language").textValue()).isEqualTo("de");
        assertThat(changed.path("tags").get(0).textValue()).isEqualTo("A");
    }

    @Test
    void the_second_of_two_programs_is_shown_both_texts() {
        Visit made = program.post("/posts", HELLO);
        String path = "/posts/" + Machine.json(made).path("id").textValue();
        program.patch(path, made.header("ETag"), "{\"markdown\": \"First\"}").status();

        Visit stale = program.patch(path, made.header("ETag"), "{\"markdown\": \"Second\"}");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(Machine.json(stale).at("/sent/markdown").textValue()).isEqualTo("Second");
        assertThat(Machine.json(stale).at("/present/markdown").textValue()).isEqualTo("First");
        assertThat(program.patch(path, stale.header("ETag"), "{\"markdown\": \"Second\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_precondition_that_is_no_entity_tag_is_answered_with_how_one_is_written() {
        Visit made = program.post("/posts", HELLO);
        String path = "/posts/" + Machine.json(made).path("id").textValue();

        for (String malformed : List.of("1", "\"1", "\"1\", \"2\"")) {
            Visit refused = program.patch(path, malformed, "{\"markdown\": \"Second\"}");

            assertThat(refused.status()).as(malformed).isEqualTo(400);
            assertThat(Machine.json(refused).path("detail").textValue()).contains("If-Match: \"3\"");
            assertThat(Machine.json(refused).path("request").textValue())
                    .isEqualTo(refused.header("X-Request-Id"))
                    .isNotEmpty();
        }
        assertThat(program.patch(path, "\"x\"", "{\"markdown\": \"Second\"}").status())
                .isEqualTo(412);
    }

    @Test
    void a_moved_post_leads_there_from_where_readers_knew_it() {
        Visit made = program.post("/posts", HELLO.replace("}", ", \"status\": \"published\"}"));
        String path = "/posts/" + Machine.json(made).path("id").textValue();

        program.act(path + "/move", made.header("ETag"), "{\"slug\": \"moved\"}")
                .status();

        assertThat(blog.visit("/hello").header("Location")).endsWith("/moved");
    }

    @Test
    void posts_in_several_languages_are_linked_and_unlinked() {
        Visit english = program.post("/posts", HELLO.replace("}", ", \"status\": \"published\"}"));
        program.post("/posts", "{\"title\": \"Hallo\", \"markdown\": \"Welt\", \"language\": \"de\"}")
                .status();
        String path = "/posts/" + Machine.json(english).path("id").textValue();

        Visit linked =
                program.act(path + "/link-translation", english.header("ETag"), "{\"translationOf\": \"hallo\"}");

        assertThat(linked.status()).isEqualTo(200);
        assertThat(Machine.json(linked).at("/translations/0/title").textValue()).isEqualTo("Hallo");
        assertThat(Machine.json(linked).at("/translations/0/status").textValue())
                .isEqualTo("draft");
        Machine stranger = Machine.of(blog, "Sam", Role.AUTHOR);
        assertThat(Machine.json(stranger.get(path)).path("translations")).isEmpty();
        Machine writer = Machine.of(blog, "Wri", Role.CONTRIBUTOR);
        assertThat(writer.act(path + "/unlink-translation", linked.header("ETag"))
                        .status())
                .isEqualTo(403);

        Visit alone = program.act(path + "/unlink-translation", linked.header("ETag"));

        assertThat(Machine.json(alone).path("translations")).isEmpty();
    }

    @Test
    void the_tag_of_a_post_changes_with_its_translations_which_keep_nobody_from_changing_it() {
        Visit english = program.post("/posts", HELLO);
        String path = "/posts/" + Machine.json(english).path("id").textValue();
        Visit german = program.post("/posts", "{\"title\": \"Hallo\", \"markdown\": \"Welt\", \"language\": \"de\"}");
        String translation = "/posts/" + Machine.json(german).path("id").textValue();
        Visit linked =
                program.act(path + "/link-translation", english.header("ETag"), "{\"translationOf\": \"hallo\"}");

        program.act(translation + "/publish", german.header("ETag")).status();

        assertThat(program.get(path).header("ETag")).isNotEqualTo(linked.header("ETag"));
        assertThat(program.patch(path, linked.header("ETag"), "{\"title\": \"Hi\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"translationOf": "nowhere"}   | translationOf
            {"translationOf": "hello"}     | translationOf
            {"translationOf": "No slug"}   | translationOf
            {}                             | translationOf
            {"translationOf": "hello-2"}   | language
            """)
    void what_cannot_be_linked_is_told_with_the_member_it_is_about(String sent, String field) {
        Visit made = program.post("/posts", HELLO);
        String path = "/posts/" + Machine.json(made).path("id").textValue();
        program.post("/posts", HELLO).status();

        Visit refused = program.act(path + "/link-translation", made.header("ETag"), sent);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(Machine.json(refused).path("field").textValue()).isEqualTo(field);
    }

    @Test
    void translations_of_what_readers_see_are_linked_with_the_scope_of_publishing_alone() {
        Member owner = Member.of(blog, "Pub", Role.AUTHOR);
        Machine writer = Machine.of(blog, owner, Set.of(Scope.WRITE, Scope.READ));
        Visit made = Machine.of(blog, owner, Set.of(Scope.values()))
                .post("/posts", HELLO.replace("}", ", \"status\": \"published\"}"));
        String path = "/posts/" + Machine.json(made).path("id").textValue();

        assertThat(writer.act(path + "/unlink-translation", made.header("ETag")).status())
                .isEqualTo(403);
    }

    @Test
    void what_is_published_may_have_an_earlier_date() {
        Visit made = program.post(
                "/posts",
                HELLO.replace("}", ", \"status\": \"published\", \"publishAt\": \"2020-01-31T08:00:00+01:00\"}"));

        assertThat(document(made).path("publishedAt").textValue()).isEqualTo("2020-01-31T07:00:00Z");
        assertThat(blog.visit("/archive/2020").text("main")).contains("Hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\": \"published\", \"publishAt\": \"2031-01-31T08:00:00Z\"",
                "\"status\": \"draft\", \"publishAt\": \"2020-01-31T08:00:00Z\"",
                "\"publishAt\": \"2020-01-31T08:00:00Z\""
            })
    void a_date_that_does_not_fit_is_refused_and_not_passed_over(String members) {
        assertThat(program.post("/posts", HELLO.replace("}", ", " + members + "}"))
                        .status())
                .isEqualTo(422);
        assertThat(titles(program.get("/posts?status=draft"))).isEmpty();
    }

    @Test
    void the_date_of_a_published_post_is_changed_on_every_page() {
        publish("First");
        publish("Second");
        publish("Third");
        String path = "/posts/"
                + Machine.json(program.get("/posts")).at("/items/0/id").textValue();
        blog.visit("/second").status();
        blog.visit("/archive").status();
        blog.visit("/feed.atom").status();

        Visit moved = program.act(
                path + "/date", program.get(path).header("ETag"), "{\"publishedAt\": \"2019-12-31T23:30:00Z\"}");

        assertThat(moved.status()).isEqualTo(200);
        assertThat(titles(program.get("/posts"))).containsExactly("Second", "First", "Third");
        assertThat(blog.visit("/archive").text("main")).contains("2019");
        assertThat(blog.visit("/archive/2019").text("main")).contains("Third");
        assertThat(blog.visit("/feed.atom").text()).contains("<published>2019-12-31T23:30:00Z</published>");
        assertThat(blog.visit("/second").page().select("a[rel=next]")).isEmpty();
        Machine writer = Machine.of(blog, "Wri", Role.CONTRIBUTOR);
        assertThat(writer.act(path + "/date", moved.header("ETag"), "{\"publishedAt\": \"2019-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_cover_an_address_elsewhere_and_authors_are_set_kept_and_taken_away() {
        Machine editor = Machine.of(blog, "Eve", Role.EDITOR);
        String picture = "/media/0123456789abcdef0123456789abcdef-400x300.png";
        Visit made = editor.post("/posts", HELLO.replace("}", """
                , "cover": {"address": "%s", "alt": "A lake"}, "canonical": "https://elsewhere.example/hello",
                "byline": ["ada", "eve"]}""".formatted(picture)));
        String path = "/posts/" + Machine.json(made).path("id").textValue();

        Visit kept = editor.patch(path, made.header("ETag"), "{\"title\": \"Hallo\"}");
        assertThat(Machine.json(kept).at("/cover/address").textValue()).isEqualTo(picture);
        assertThat(Machine.json(kept).at("/cover/alt").textValue()).isEqualTo("A lake");
        assertThat(Machine.json(kept).path("canonical").textValue()).isEqualTo("https://elsewhere.example/hello");
        assertThat(Machine.json(kept).path("byline").toString()).isEqualTo("[\"ada\",\"eve\"]");

        Visit taken = editor.patch(
                path, kept.header("ETag"), "{\"cover\": null, \"canonical\": null, \"byline\": [\"eve\"]}");
        assertThat(Machine.json(taken).path("cover").isNull()).isTrue();
        assertThat(Machine.json(taken).path("canonical").isNull()).isTrue();
        assertThat(Machine.json(taken).path("byline").toString()).isEqualTo("[\"eve\"]");

        Visit unknown = editor.patch(path, taken.header("ETag"), "{\"byline\": [\"nobody\"]}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(Machine.json(unknown).path("field").textValue()).isEqualTo("byline");
        assertThat(program.post("/posts", HELLO.replace("}", ", \"byline\": [\"eve\"]}"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_waits_at_the_desk_is_published_or_discarded() {
        Visit made = program.post("/posts", HELLO.replace("}", ", \"status\": \"published\"}"));
        PostId post = PostId.parse(Machine.json(made).path("id").textValue());
        String path = "/posts/" + post;

        writeAtTheDesk(post, "Waits");
        Visit published =
                program.act(path + "/publish-changes", program.get(path).header("ETag"));
        assertThat(Machine.json(published).path("markdown").textValue()).isEqualTo("Waits");
        writeAtTheDesk(post, "Goes");
        Visit discarded =
                program.act(path + "/discard-changes", program.get(path).header("ETag"));
        assertThat(Machine.json(discarded).path("markdown").textValue()).isEqualTo("Waits");
        assertThat(program.patch(path, discarded.header("ETag"), "{\"title\": \"Free\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changes_that_wait_at_the_desk_are_submitted_and_listed_for_review() {
        Visit made = program.post("/posts", HELLO.replace("}", ", \"status\": \"published\"}"));
        PostId post = PostId.parse(Machine.json(made).path("id").textValue());
        String path = "/posts/" + post;
        String list = "/posts?status=in_review";
        assertThat(program.act(path + "/submit", program.get(path).header("ETag"))
                        .status())
                .isEqualTo(409);

        writeAtTheDesk(post, "Waits");
        assertThat(changes("/posts?status=published")).isEqualTo("draft");
        assertThat(titles(program.get(list))).isEmpty();
        assertThat(Machine.json(program.get(path)).path("changes").textValue()).isEqualTo("draft");

        Visit submitted = program.act(path + "/submit", program.get(path).header("ETag"));

        assertThat(Machine.json(submitted).path("changes").textValue()).isEqualTo("in_review");
        assertThat(changes(list)).isEqualTo("in_review");
        Visit withdrawn = program.act(path + "/withdraw", program.get(path).header("ETag"));
        assertThat(Machine.json(withdrawn).path("changes").textValue()).isEqualTo("draft");
        assertThat(titles(program.get(list))).isEmpty();
    }

    @Test
    void only_those_who_may_write_a_post_learn_that_changes_of_it_wait() {
        Visit made = program.post("/posts", HELLO.replace("}", ", \"status\": \"published\"}"));
        String path = "/posts/" + Machine.json(made).path("id").textValue();

        writeAtTheDesk(PostId.parse(path.substring("/posts/".length())), "Waits");

        Machine other = Machine.of(blog, "Bea", Role.AUTHOR);
        assertThat(Machine.json(other.get(path)).path("changes").isNull()).isTrue();
        assertThat(Machine.json(program.get(path)).path("changes").textValue()).isEqualTo("draft");
    }

    private String changes(String list) {
        return Machine.json(program.get(list)).at("/items/0/changes").textValue();
    }

    private void writeAtTheDesk(PostId post, String markdown) {
        long seen = blog.blog().posts().get(post).state().version();
        blog.posts()
                .save()
                .handle(new SavePost.Command(
                        Actor.operator(), post, seen, Draft.of(new Title("Hello"), markdown, LanguageTag.ENGLISH)));
    }

    private JsonNode document(Visit made) {
        return Machine.json(
                program.get("/posts/" + Machine.json(made).path("id").textValue()));
    }

    @Test
    void lists_are_read_page_by_page() {
        for (int i = 0; i < 5; i++) {
            publish("N" + i);
        }
        List<String> titles = new ArrayList<>();
        String path = "/posts?limit=2";
        while (!path.isEmpty()) {
            Visit page = program.get(path);
            titles.addAll(titles(page));
            path = next(page);
        }

        assertThat(titles).containsExactly("N4", "N3", "N2", "N1", "N0");
    }

    @Test
    void a_list_that_is_read_page_by_page_stays_whole_while_posts_are_added() {
        for (int i = 0; i < 4; i++) {
            publish("Old " + i);
        }
        List<String> titles = new ArrayList<>();
        String path = "/posts?limit=2";
        for (int i = 0; !path.isEmpty(); i++) {
            Visit page = program.get(path);
            titles.addAll(titles(page));
            publish("New " + i);
            path = next(page);
        }

        assertThat(titles).containsExactly("Old 3", "Old 2", "Old 1", "Old 0");
    }

    @Test
    void what_is_not_published_is_listed_for_those_who_may_edit_it() {
        program.post("/posts", HELLO).status();
        Visit mine = program.post("/posts", HELLO.replace("Hello", "Again"));
        String path = "/posts/" + Machine.json(mine).path("id").textValue();
        program.act(path + "/submit", mine.header("ETag")).status();
        program.post("/pages", HELLO.replace("Hello", "A page")).status();

        assertThat(titles(program.get("/posts"))).isEmpty();
        assertThat(titles(program.get("/posts?status=draft"))).containsExactly("Hello");
        assertThat(titles(program.get("/posts?status=in_review"))).containsExactly("Again");
        assertThat(titles(program.get("/pages?status=draft"))).containsExactly("A page");
        assertThat(titles(Machine.of(blog, "Eve", Role.EDITOR).get("/posts?status=draft")))
                .containsExactly("Hello");
        assertThat(titles(Machine.of(blog, "Bob", Role.AUTHOR).get("/posts?status=draft")))
                .isEmpty();
        assertThat(program.get("/posts?status=secret").status()).isEqualTo(422);
    }

    @Test
    void drafts_are_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            blog.clock().advance(Duration.ofSeconds(1));
            program.post("/posts", HELLO.replace("Hello", "N" + i)).status();
        }

        Visit first = program.get("/posts?status=draft&limit=2");
        Visit second = program.get(next(first));

        assertThat(titles(first)).containsExactly("N2", "N1");
        assertThat(titles(second)).containsExactly("N0");
        assertThat(next(second)).isEmpty();
    }

    @Test
    void what_is_found_is_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            publish("Lake " + i);
        }
        blog.index();

        Visit first = program.get("/search?q=lake&limit=2");
        Visit second = program.get(next(first));

        assertThat(titles(first)).hasSize(2).doesNotContainAnyElementsOf(titles(second));
        assertThat(titles(second)).hasSize(1);
        assertThat(next(second)).isEmpty();
        assertThat(program.get("/search?q=lake&page=none").status()).isEqualTo(422);
    }

    @Test
    void without_a_key_a_request_that_is_sent_again_creates_again() {
        String first = Machine.json(program.post("/posts", HELLO)).path("slug").textValue();
        String again = Machine.json(program.post("/posts", HELLO)).path("slug").textValue();

        assertThat(List.of(first, again)).containsExactly("hello", "hello-2");
    }

    @Test
    void what_cannot_be_done_here_is_said_with_what_can() {
        Visit refused = program.get("/posts").method("DELETE");

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/posts/none", "/none?%C3%28"})
    void an_address_that_is_none_is_refused_as_a_problem(String path) {
        Visit refused = program.get(path);

        assertThat(refused.status()).isIn(400, 404);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Machine.json(refused).path("status").intValue()).isEqualTo(refused.status());
    }

    @Test
    void too_much_is_refused_as_a_problem() {
        Visit refused = program.post("/posts", HELLO.replace("World", "a".repeat(26_000_000)));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    }

    private void publish(String title) {
        blog.clock().advance(Duration.ofSeconds(1));
        program.post("/posts", "{\"title\": \"%s\", \"markdown\": \"x\", \"status\": \"published\"}".formatted(title))
                .status();
    }

    private static List<String> titles(Visit page) {
        return Machine.json(page).path("items").findValuesAsText("title");
    }

    /** Empty if there is none. */
    private static String next(Visit page) {
        return page.header("Link").replaceFirst("^</api/v1([^>]+)>; rel=\"next\"$", "$1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/posts?limit=0", "/posts?limit=x", "/posts?after=x", "/posts?after=2026-03-01T12:00:00Z_x"})
    void an_address_that_makes_no_sense_is_refused(String path) {
        assertThat(program.get(path).status()).isIn(400, 422);
    }

    @Test
    void a_draft_of_somebody_else_is_not_even_there() {
        String id = Machine.json(program.post("/posts", HELLO)).path("id").textValue();

        assertThat(Machine.of(blog, "Bob", Role.AUTHOR).get("/posts/" + id).status())
                .isEqualTo(404);
        assertThat(Machine.of(blog, "Eve", Role.EDITOR).get("/posts/" + id).status())
                .isEqualTo(200);
        assertThat(program.get("/pages/" + id).status()).isEqualTo(404);
        assertThat(program.get("/posts/none").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer wrong", "Basic YTpi", ""})
    void nobody_gets_in_without_a_good_token(String authorization) {
        Visit refused = blog.visit("/api/v1/posts").with("Authorization", authorization);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void the_audit_trail_names_the_program_and_its_owner() {
        program.post("/posts", HELLO).status();

        assertThat(blog.blog().audit().latest(Long.MAX_VALUE, 1))
                .singleElement()
                .returns("Post.Drafted", AuditEntry::act)
                .returns("Ada (Trial)", entry -> entry.occasion().who());
    }

    @Test
    void a_token_ends_with_its_time() {
        assertThat(program.get("/posts").status()).isEqualTo(200);

        blog.clock().advance(Duration.ofDays(30));

        assertThat(program.get("/posts").status()).isEqualTo(401);
    }

    private Visit once(String key, String json) {
        return Machine.send("POST", program.get("/posts").with("Idempotency-Key", key), json);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(letter -> json.append("\\u%04x".formatted(letter)));
        return json.append('"').toString();
    }
}
