package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aPostId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.search.SearchDocument;
import dev.waxwing.application.search.SearchHits;
import dev.waxwing.application.search.SearchIndex;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.application.search.Snippet;
import dev.waxwing.application.search.Snippet.Part;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.LanguageTag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SearchIndex} must do. */
public interface SearchIndexContract {
    /** An empty index. */
    SearchIndex index();

    @Test
    default void a_post_is_found_by_a_word_of_its_title_its_tags_or_its_text() {
        PostId post = put("Sourdough at home", "Flour, water and patience", "Baking");

        assertThat(found("sourdough")).containsExactly(post);
        assertThat(found("baking")).containsExactly(post);
        assertThat(found("patience")).containsExactly(post);
        assertThat(found("kernel")).isEmpty();
    }

    @Test
    default void posts_without_one_of_the_words_are_left_out() {
        PostId both = put("Bread", "Rye and wheat");
        put("Cake", "Only wheat");

        assertThat(found("wheat rye")).containsExactly(both);
    }

    @Test
    default void words_may_be_spread_over_title_tags_and_text() {
        PostId post = put("Sourdough at home", "Flour and water", "Baking");

        assertThat(found("water sourdough baking")).containsExactly(post);
    }

    @Test
    default void case_and_accents_do_not_matter() {
        PostId post = put("Café Größe", "Déjà vu in São Paulo; cafe\u0301 again");

        assertThat(found("cafe")).containsExactly(post);
        assertThat(found("CAFÉ")).containsExactly(post);
        assertThat(found("cafe\u0301")).containsExactly(post);
        assertThat(found("größe")).containsExactly(post);
        assertThat(found("deja sao")).containsExactly(post);
    }

    @Test
    default void the_last_word_may_be_the_beginning_of_one() {
        PostId post = put("Kubernetes at home", "Three small machines");

        assertThat(found("kuber")).containsExactly(post);
        assertThat(found("small kuber")).containsExactly(post);
        assertThat(found("bernetes")).isEmpty();
    }

    @Test
    default void a_word_is_searched_for_however_long_it_is_written_out() {
        put("Kubernetes at home", "Three small machines");

        assertThat(found("x".repeat(5_000))).isEmpty();
        assertThat(found("\uFDFA".repeat(60)))
                .as("a sign that stands for eighteen letters")
                .isEmpty();
    }

    @Test
    default void words_in_quotes_stand_side_by_side() {
        PostId apple = put("Fruit", "A red apple on a green leaf");
        put("Colours", "A green apple on a red leaf");

        assertThat(found("\"red apple\"")).containsExactly(apple);
        assertThat(found("“Red Apple”")).containsExactly(apple);
        assertThat(found("leaf \"green leaf\"")).containsExactly(apple);
        assertThat(found("\"apple red\"")).isEmpty();
    }

    @Test
    default void a_leading_minus_leaves_posts_out() {
        PostId pie = put("Pie", "Apples and cinnamon");
        PostId sauce = put("Sauce", "Apples and sugar, no cream");

        assertThat(found("apples")).containsExactlyInAnyOrder(pie, sauce);
        assertThat(found("apples -cinnamon")).containsExactly(sauce);
        assertThat(found("apples -\"no cream\"")).containsExactly(pie);
        assertThat(found("-cinnamon")).isEmpty();
    }

    @Test
    default void pieces_of_chinese_japanese_and_korean_are_found() {
        PostId japanese = put("全文検索エンジンを作る", "東京で開発しています", "日本語");
        PostId chinese = put("搜索引擎", "我们在北京写博客");
        PostId korean = put("검색을 만들다", "서울에서 블로그를 씁니다");

        assertThat(found("検索")).containsExactly(japanese);
        assertThat(found("エンジン")).containsExactly(japanese);
        assertThat(found("京で開")).containsExactly(japanese);
        assertThat(found("日本")).containsExactly(japanese);
        assertThat(found("引擎")).containsExactly(chinese);
        assertThat(found("北京 博客")).containsExactly(chinese);
        assertThat(found("검색")).containsExactly(korean);
        assertThat(found("블로그")).containsExactly(korean);
        assertThat(found("京都")).isEmpty();
    }

    @Test
    default void a_match_in_the_title_or_in_a_tag_comes_before_one_in_the_text() {
        PostId text = put("Evening notes", "We met a waxwing, and the waxwing sang", NOON);
        PostId tag = put("Morning notes", "We met a bird", NOON.minusSeconds(60), "Waxwing");
        PostId title = put("The waxwing", "We met a bird", NOON.minusSeconds(120));

        assertThat(found("waxwing")).containsExactly(title, tag, text);
    }

    @Test
    default void of_equal_matches_the_newer_comes_first() {
        PostId older = put("Notes", "A waxwing", NOON);
        PostId newest = put("Notes", "A waxwing", NOON.plus(Duration.ofDays(400)));
        PostId newer = put("Notes", "A waxwing", NOON.plusSeconds(1));

        assertThat(found("waxwing")).containsExactly(newest, newer, older);
    }

    @Test
    default void an_answer_comes_in_pages_and_says_how_many_there_are() {
        List<PostId> posts = IntStream.range(0, 25)
                .mapToObj(day -> put("Notes", "A waxwing", NOON.minus(Duration.ofDays(day))))
                .toList();

        SearchHits second = index().search(new SearchQuery("waxwing", 10, 10));
        SearchHits last = index().search(new SearchQuery("waxwing", 20, 10));

        assertThat(second.total()).isEqualTo(25);
        assertThat(posts(second)).isEqualTo(posts.subList(10, 20));
        assertThat(posts(last)).isEqualTo(posts.subList(20, 25));
        assertThat(index().search(new SearchQuery("waxwing", 30, 10)).hits()).isEmpty();
    }

    @Test
    default void what_matched_is_marked_in_title_and_text() {
        put("The Waxwing and the owl", "First came an owl. Then a waxwing came, with a letter.");

        SearchHits.Hit hit = index().search(query("waxwing")).hits().get(0);

        assertThat(hit.title().parts())
                .containsExactly(new Part("The ", false), new Part("Waxwing", true), new Part(" and the owl", false));
        assertThat(matched(hit.text())).containsExactly("waxwing");
        assertThat(hit.text().text()).isEqualTo("First came an owl. Then a waxwing came, with a letter.");
    }

    @Test
    default void a_long_text_is_shown_where_it_matches() {
        put(
                "Notes",
                "Nothing to see in this sentence. ".repeat(200) + "A waxwing sat there. " + "Nor here. ".repeat(200));

        Snippet text = index().search(query("waxwing")).hits().get(0).text();

        assertThat(matched(text)).containsExactly("waxwing");
        assertThat(text.text()).contains("A waxwing sat there.").hasSizeLessThanOrEqualTo(Snippet.MAX_LENGTH + 4);
    }

    @Test
    default void a_document_replaces_the_one_of_the_same_post() {
        PostId post = put("Old title", "Some words");
        index().put(List.of(document(post, "New title", "Some words", NOON)));

        assertThat(found("old")).isEmpty();
        assertThat(found("new")).containsExactly(post);
        assertThat(index().search(query("words")).total()).isEqualTo(1);
    }

    @Test
    default void a_removed_post_is_not_found() {
        PostId gone = put("Waxwing one", "Some words");
        PostId kept = put("Waxwing two", "Some words");

        index().remove(List.of(gone, aPostId()));

        assertThat(found("waxwing")).containsExactly(kept);
    }

    @Test
    default void a_query_without_words_finds_nothing() {
        put("Waxwing", "Some words");

        assertThat(List.of("", " \t\n", "\"\"", "-", "\"", "...", "- -", "*", "-\"\"", "()[]{}~^:\\/!&|"))
                .allSatisfy(words ->
                        assertThat(index().search(query(words))).as(words).isEqualTo(SearchHits.NONE));
    }

    @Test
    default void signs_that_mean_something_to_other_searches_mean_nothing_here() {
        PostId post = put("Waxwing", "Some words AND others");

        assertThat(List.of(
                        "waxwing*",
                        "+waxwing",
                        "(waxwing",
                        "waxwing]",
                        "\"waxwing",
                        "waxwing\\",
                        "[waxwing}",
                        "!waxwing"))
                .allSatisfy(words -> assertThat(found(words)).as(words).containsExactly(post));
        assertThat(found("waxwing AND others")).containsExactly(post);
    }

    @Test
    default void odd_input_never_fails() {
        long seed = Long.getLong("waxwing.seed", 20_261_122L);
        System.out.println("SearchIndexContract.odd_input_never_fails: seed " + seed);
        Random random = new Random(seed);
        index().put(List.of(
                document(aPostId(), "Odd", odd(random, 2_000), NOON), document(aPostId(), odd(random, 80), "", NOON)));

        for (int round = 0; round < 1_000; round++) {
            String words = odd(random, 1 + random.nextInt(250));
            int offset = random.nextInt() >> random.nextInt(32);
            int limit = random.nextInt() >> random.nextInt(32);
            assertThatCode(() -> index().search(new SearchQuery(words, offset, limit)))
                    .as("seed %d, words '%s'", seed, words)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    default void the_bookmark_begins_at_zero_and_stays_where_it_was_put() {
        Bookmark bookmark = index().bookmark();
        assertThat(bookmark.position()).isZero();

        bookmark.advance(42);

        assertThat(index().bookmark().position()).isEqualTo(42);
    }

    @Test
    default void a_cleared_index_has_found_and_read_nothing() {
        put("Waxwing", "Some words");
        index().bookmark().advance(42);

        index().clear();

        assertThat(found("waxwing")).isEmpty();
        assertThat(index().bookmark().position()).isZero();
        PostId post = put("Waxwing", "Some words");
        assertThat(found("waxwing")).containsExactly(post);
    }

    private PostId put(String title, String text, String... tags) {
        return put(title, text, NOON, tags);
    }

    private PostId put(String title, String text, Instant publishedAt, String... tags) {
        PostId post = aPostId();
        index().put(List.of(document(post, title, text, publishedAt, tags)));
        return post;
    }

    private List<PostId> found(String words) {
        return posts(index().search(query(words)));
    }

    private static List<PostId> posts(SearchHits hits) {
        return hits.hits().stream().map(SearchHits.Hit::post).toList();
    }

    private static List<String> matched(Snippet snippet) {
        return snippet.parts().stream().filter(Part::matched).map(Part::text).toList();
    }

    private static SearchQuery query(String words) {
        return new SearchQuery(words, 0, 50);
    }

    private static SearchDocument document(PostId post, String title, String text, Instant at, String... tags) {
        return new SearchDocument(post, title, text, List.of(tags), LanguageTag.ENGLISH, at);
    }

    /** Words, signs with a meaning elsewhere, unpaired quotes, controls, lone surrogates and marks of many scripts. */
    private static String odd(Random random, int length) {
        List<String> pieces = new ArrayList<>(List.of(
                "waxwing",
                "the",
                "-",
                "--",
                "\"",
                "“",
                "”",
                "«",
                " ",
                "  ",
                "\n",
                "AND",
                "OR",
                "NOT",
                "*",
                "?",
                "~2",
                "^9",
                "a:b",
                "[a TO b]",
                "{",
                "}",
                "(",
                ")",
                "\\",
                "/.*/",
                "+",
                "&&",
                "||",
                "!",
                "c++",
                "C#",
                ".",
                "..",
                "_",
                "'",
                "検索",
                "エ",
                "ｶﾞ",
                "한국",
                "שלום",
                "צה\"ל",
                "سلام",
                "हिन्दी",
                "ไทย",
                "😀",
                "👩‍👩‍👧",
                "\u0301",
                "\u200d",
                "\ufeff",
                "\ud83d",
                "\ude00",
                "\u0000",
                "\u202e",
                "ﷺ",
                "ß",
                "İ",
                "ς",
                "e\u0301".repeat(40),
                "x".repeat(300)));
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(
                    random.nextInt(4) > 0
                            ? pieces.get(random.nextInt(pieces.size()))
                            : Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1)));
        }
        return text.toString();
    }
}
