package dev.waxwing.adapter.search;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aPostId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.waxwing.application.contract.SearchIndexContract;
import dev.waxwing.application.search.SearchDocument;
import dev.waxwing.application.search.SearchHits;
import dev.waxwing.application.search.SearchIndex;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.application.search.Snippet.Part;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.LanguageTag;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LuceneSearchIndexTest implements SearchIndexContract {
    private static final List<String> LANGUAGES = List.of(
            ("ar bg bn ca ckb cs da de el en es et eu fa fi fr ga gl hi hu hy id it lt lv ne nl no pt pt-BR ro ru "
                            + "sr sv ta te th tr he ja zh ko pl")
                    .split(" "));

    @TempDir
    private Path folder;

    private LuceneSearchIndex index;

    @BeforeEach
    void open() {
        index = new LuceneSearchIndex(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Override
    public SearchIndex index() {
        return index;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    en,    She runs every morning,            running
                    en,    Running shoes,                     run
                    de,    Die Häuser am See,                 Haus
                    de-AT, Viele Bücher,                      Buch
                    de,    Das schöne Wetter,                 schönes
                    fr,    Les chevaux de l'histoire,         cheval
                    fr,    Les chevaux de l'histoire,         histoire
                    fr,    L’amour et la mer,                 d'amours
                    es,    Las canciones nuevas,              canción
                    it,    Le ragazze italiane,               ragazza
                    pt,    Os livros antigos,                 livro
                    pt-BR, As bibliotecas novas,              biblioteca
                    nl,    Mooie fietsen,                     fiets
                    ru,    Новые книги,                       книга
                    sv,    Två hundar,                        hund
                    da,    Mange drenge,                      dreng
                    nb,    Noen hunder,                       hund
                    nn,    Nokre hundar,                      hund
                    fi,    Monta taloa,                       talot
                    cs,    Nové knihy,                        kniha
                    tr,    Eski kitaplar,                     kitap
                    hu,    Régi házak,                        ház
                    el,    Νέα βιβλία,                        βιβλίο
                    ar,    الكتاب الجديد,                     كتاب
                    fa,    کتاب‌های تازه,                     کتاب
                    hi,    नई किताबें,                        किताब
                    id,    Membaca bacaan,                    bacaan
                    th,    ฉันชอบเขียนโปรแกรม,                เขียน
                    """)
    void a_word_is_found_in_another_form_of_its_language(String language, String text, String wanted) {
        PostId post = put(language, "Notes", text);
        put("en", "Notes", "Nothing of the kind");

        assertThat(found(wanted)).containsExactly(post);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    en,  Señor Åse from Łódź,              senor ase lodz
                    de,  Straße,                           strasse
                    de,  Straße,                           STRASSE
                    da,  Smørrebrød,                       smorrebrod
                    pl,  Zażółć gęślą jaźń,                zazolc gesla jazn
                    vi,  Tiếng Việt,                       tieng viet
                    ru,  ёлка,                             елка
                    el,  ο λόγος,                          ΛΟΓΟΣ
                    he,  שָׁלוֹם,                             שלום
                    he,  דובר צה״ל,                        'צה"ל'
                    he,  'דובר צה"ל',                      צה״ל
                    ar,  مُحَمَّد,                              محمد
                    ar,  أحمد,                             احمد
                    tr,  Işık,                             ışık
                    ja,  ﾌﾟﾛｸﾞﾗﾑ,                          プログラム
                    en,  ＦＵＬＬ width,                     full
                    en,  co\u00ADop\u00ADer\u00ADation here, cooperation
                    """)
    void spellings_of_a_word_are_one_word(String language, String text, String wanted) {
        PostId post = put(language, "Notes", text);

        assertThat(found(wanted)).containsExactly(post);
    }

    @Test
    void a_query_finds_posts_in_any_language() {
        PostId english = put("en", "Linux", "Running containers");
        PostId german = put("de", "Linux", "Container betreiben");
        PostId japanese = put("ja", "Linux", "コンテナの container 運用");

        assertThat(found("linux container")).containsExactlyInAnyOrder(english, german, japanese);
    }

    @Test
    void a_word_that_tells_nothing_in_a_language_is_not_asked_of_its_posts() {
        PostId english = put("en", "Die Hard", "A film");
        PostId german = put("de", "Hard Rock", "Musik");
        put("en", "Hard cheese", "No film");

        assertThat(found("die hard")).containsExactlyInAnyOrder(english, german);
    }

    @Test
    void words_that_tell_nothing_are_found_when_nothing_else_is_asked() {
        PostId hamlet = put("en", "Hamlet", "To be, or not to be, that is the question");
        put("en", "Macbeth", "Tomorrow, and tomorrow");

        assertThat(found("to be or not to be")).containsExactly(hamlet);
        assertThat(found("\"not to be\"")).containsExactly(hamlet);
    }

    @Test
    void words_that_tell_nothing_are_not_marked() {
        put("en", "The waxwing", "The waxwing and the owl");

        assertThat(marked("the waxwing")).containsExactly("waxwing", "waxwing");
    }

    @ParameterizedTest
    @CsvSource({
        "kuberntes, kubernetes",
        "kubernetse, kubernetes",
        "kubermetees, kubernetes",
        "pyhton, python",
        "rsut, rust",
        "cafés, cafe",
        "müsik, musik",
        "Ubersicht, übersicht"
    })
    void a_small_slip_is_forgiven(String typed, String written) {
        PostId post = put("en", "Notes", "About " + written + " and more");

        assertThat(found(typed)).containsExactly(post);
    }

    @ParameterizedTest
    @CsvSource({"cat, car", "go, so", "2024, 2025", "java, lava"})
    void short_words_numbers_and_first_letters_are_taken_at_their_word(String typed, String other) {
        put("en", "Notes", "About " + other + " only");

        assertThat(found(typed)).isEmpty();
    }

    @Test
    void what_was_written_comes_before_what_is_only_near() {
        PostId near = put("en", "Trusted: trust, trust", "Trust and trust again");
        PostId exact = put("en", "Notes", "A long text with many words of which one is truss, far from the title");

        assertThat(found("truss")).containsExactly(exact, near);
    }

    @Test
    void near_spellings_are_left_out_where_enough_posts_have_the_word_itself() {
        List<PostId> exact =
                IntStream.range(0, 5).mapToObj(i -> put("en", "Notes", "truss")).toList();
        put("en", "Notes", "trust");

        assertThat(found("truss")).containsExactlyInAnyOrderElementsOf(exact);
    }

    @Test
    void posts_with_half_of_the_words_are_shown_when_none_has_all() {
        PostId post = put("en", "Sourdough", "Flour and water");
        put("en", "Soup", "Only water");

        assertThat(found("sourdough flour zeppelin water")).containsExactly(post);
        assertThat(found("sourdough zeppelin \"only water\"")).isEmpty();
    }

    @Test
    void names_of_programs_are_more_than_their_letters() {
        PostId cpp = put("en", "C++ templates", "Modern C++");
        PostId sharp = put("en", "C# records", "Modern C#");
        PostId c = put("en", "The language C", "Pointers in C");

        assertThat(found("c++")).containsExactly(cpp);
        assertThat(found("C#")).containsExactly(sharp);
        assertThat(found("c pointers")).containsExactly(c);
        assertThat(marked("c++")).containsExactly("C++", "C++");
    }

    @Test
    void parts_of_names_are_words() {
        PostId post = put("en", "Notes", "Use java.util.List, snake_case_name, node.js 18.2 and well-known ports");

        assertThat(List.of(
                        "list",
                        "java.util.List",
                        "\"java util\"",
                        "snake_case_name",
                        "case",
                        "node.js",
                        "node",
                        "18.2",
                        "well-known"))
                .allSatisfy(words -> assertThat(found(words)).as(words).containsExactly(post));
        assertThat(marked("java.util.List")).containsExactly("java.util.List");
    }

    @Test
    void another_form_of_a_word_is_marked_whole() {
        put("en", "Notes", "She was running late");
        assertThat(marked("runs")).containsExactly("running");
    }

    @Test
    void pieces_of_chinese_are_marked_as_they_were_asked_for() {
        put("ja", "全文検索エンジンを作る", "検索エンジンの話");

        assertThat(marked("検索エンジン")).containsExactly("検索エンジン", "検索エンジン");
    }

    @Test
    void single_characters_of_chinese_and_japanese_are_found() {
        PostId post = put("ja", "黒猫", "庭にいる");

        assertThat(found("猫")).containsExactly(post);
        assertThat(found("庭")).containsExactly(post);
    }

    @Test
    void emoji_are_words() {
        PostId post = put("en", "Trains", "We went by 🚂 to Vienna");

        assertThat(found("🚂")).containsExactly(post);
    }

    @Test
    void the_most_costly_questions_are_answered_in_every_language() {
        String near = IntStream.rangeClosed('a', 'z')
                .mapToObj(letter -> "abcdefgh" + (char) letter)
                .collect(Collectors.joining(" "));
        LANGUAGES.forEach(language -> put(language, near, near));

        String words = IntStream.rangeClosed('a', 'j')
                .mapToObj(letter -> "abcd" + (char) letter + "fgh" + (char) letter)
                .collect(Collectors.joining(" "));
        assertThat(search(words).total()).isEqualTo(LANGUAGES.size());
        assertThat(search("l'amour d'été word's ฉันชอบเขียนโปรแกรม " + words).total())
                .isEqualTo(LANGUAGES.size());
    }

    @Test
    void no_text_of_any_language_is_refused() {
        long seed = System.nanoTime();
        System.out.println("LuceneSearchIndexTest.no_text_of_any_language_is_refused: seed " + seed);
        Random random = new Random(seed);
        for (String language : LANGUAGES) {
            String text = IntStream.range(0, 3_000)
                    .map(i -> letter(random, language))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThatCode(() -> put(language, text.substring(0, 100), text + "waxwing".repeat(200) + " waxwing"))
                    .as("seed %d, language %s", seed, language)
                    .doesNotThrowAnyException();
        }

        assertThat(search("waxwing").total()).isEqualTo(LANGUAGES.size());
    }

    /** Mostly of the alphabets that the stemmers know, some of any plane, with blanks and joints between. */
    private static int letter(Random random, String language) {
        return switch (random.nextInt(8)) {
            case 0 -> ' ';
            case 1 -> random.nextInt(Character.MAX_CODE_POINT + 1);
            case 2 -> "'’.-:_\"\u00AD\u200C\u0301".charAt(random.nextInt(10));
            case 3, 4 -> 'a' + random.nextInt(26);
            default -> alphabet(language) + random.nextInt(0x80);
        };
    }

    private static int alphabet(String language) {
        return switch (language) {
            case "ar", "ckb", "fa" -> 0x0600;
            case "bg", "ru", "sr" -> 0x0400;
            case "bn" -> 0x0980;
            case "el" -> 0x0370;
            case "hi", "ne" -> 0x0900;
            case "hy" -> 0x0530;
            case "ta" -> 0x0B80;
            case "te" -> 0x0C00;
            case "th" -> 0x0E00;
            case "he" -> 0x0590;
            case "ja", "zh" -> 0x4E00;
            case "ko" -> 0xAC00;
            default -> 0x00C0;
        };
    }

    private PostId put(String language, String title, String text) {
        PostId post = aPostId();
        index.put(List.of(new SearchDocument(post, title, text, List.of(), new LanguageTag(language), NOON)));
        return post;
    }

    private List<PostId> found(String words) {
        return search(words).hits().stream().map(SearchHits.Hit::post).toList();
    }

    private List<String> marked(String words) {
        return search(words).hits().stream()
                .flatMap(hit -> Stream.of(hit.title(), hit.text()))
                .flatMap(snippet -> snippet.parts().stream())
                .filter(Part::matched)
                .map(Part::text)
                .toList();
    }

    private SearchHits search(String words) {
        return index.search(new SearchQuery(words, 0, 50));
    }
}
