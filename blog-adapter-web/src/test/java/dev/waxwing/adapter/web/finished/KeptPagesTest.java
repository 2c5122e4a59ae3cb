package dev.waxwing.adapter.web.finished;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.finished.FinishedPages.Draft;
import dev.waxwing.adapter.web.shared.PageKey;
import dev.waxwing.domain.redirect.SitePath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptPagesTest {
    private static final PageKey ONE = new PageKey("one");
    private static final PageKey TWO = new PageKey("two");

    private final FinishedPages pages = new FinishedPages(100_000);

    @Test
    void a_page_that_something_changed_under_while_it_was_made_is_not_kept() {
        Draft draft = begun("/a");

        pages.remove(Set.of(ONE));
        pages.keep(draft, page(10, ONE, TWO));

        assertThat(found("/a")).isNull();
    }

    @Test
    void a_page_that_has_nothing_of_what_changed_meanwhile_is_kept() {
        Draft draft = begun("/a");

        pages.remove(Set.of(TWO));
        pages.keep(draft, page(10, ONE));

        assertThat(found("/a")).isNotNull();
    }

    @Test
    void no_page_is_kept_that_was_begun_before_everything_changed() {
        Draft draft = begun("/a");

        pages.removeAll();
        pages.keep(draft, page(10, ONE));

        assertThat(found("/a")).isNull();
    }

    @Test
    void a_change_removes_the_pages_that_have_something_of_it_and_no_others() {
        pages.keep(begun("/a"), page(10, ONE));
        pages.keep(begun("/b"), page(10, ONE, TWO));
        pages.keep(begun("/c"), page(10, TWO));

        pages.remove(Set.of(ONE));

        assertThat(found("/a")).isNull();
        assertThat(found("/b")).isNull();
        assertThat(found("/c")).isNotNull();
    }

    @Test
    void the_pages_that_are_read_most_are_told_first() {
        pages.keep(begun("/a"), page(10, ONE));
        pages.keep(begun("/größe"), page(10, ONE));
        pages.keep(begun("/c"), page(10, ONE));
        read("/größe", 3);
        read("/c", 2);
        read("/a", 1);

        assertThat(pages.mostRead(2)).containsExactly(new SitePath("/größe"), new SitePath("/c"));
    }

    @Test
    void how_often_a_page_was_read_is_remembered_when_it_is_made_anew() {
        pages.keep(begun("/a"), page(10, ONE));
        pages.keep(begun("/b"), page(10, TWO));
        read("/a", 3);
        read("/b", 1);

        pages.remove(Set.of(ONE));
        assertThat(pages.mostRead(10)).as("those that are there").containsExactly(new SitePath("/b"));
        pages.keep(begun("/a"), page(10, ONE));

        assertThat(pages.mostRead(10)).containsExactly(new SitePath("/a"), new SitePath("/b"));
    }

    private void read(String path, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(found(path)).isNotNull();
        }
    }

    @Test
    void a_page_that_is_being_made_is_not_begun_again_and_ends_once() {
        Draft draft = begun("/a");

        assertThat(pages.begin("/a")).isNull();
        CompletableFuture<Void> awaited = ended("/a");
        assertThat(awaited).isNotDone();
        pages.end(draft);
        pages.end(draft);

        assertThat(awaited).isDone();
        assertThat(pages.begin("/a")).isNotNull();
        assertThat(ended("/b")).isDone();
    }

    @Test
    void where_there_is_no_page_to_keep_nobody_waits_for_another_until_something_changes() {
        pages.giveUp(begun("/search"));

        assertThat(pages.begin("/search")).isNull();
        assertThat(ended("/search")).isDone();
        pages.remove(Set.of(new PageKey("anything")));
        assertThat(pages.begin("/search")).isNotNull();
    }

    @Test
    void what_was_not_asked_for_longest_makes_room() {
        for (int n = 0; n < 8; n++) {
            pages.keep(begun("/" + n), page(10_000, ONE));
        }
        found("/0");

        pages.keep(begun("/more"), page(10_000, ONE));

        assertThat(found("/more")).isNotNull();
        assertThat(found("/0")).isNotNull();
        assertThat(found("/1")).isNull();
        assertThat(found("/7")).isNotNull();
    }

    @Test
    void a_page_that_is_larger_than_all_room_there_is_is_not_kept_and_drives_nothing_out() {
        pages.keep(begun("/a"), page(10, ONE));

        pages.keep(begun("/huge"), page(100_000, ONE));

        assertThat(found("/huge")).isNull();
        assertThat(found("/a")).isNotNull();
    }

    private Draft begun(String path) {
        return Objects.requireNonNull(pages.begin(path));
    }

    @Test
    void of_more_pages_than_are_remembered_those_that_were_read_most_still_come_first() {
        FinishedPages many = new FinishedPages(10_000_000);
        for (int n = 0; n < 1_100; n++) {
            String path = "/" + n;
            many.keep(Objects.requireNonNull(many.begin(path)), page(10, ONE));
            for (int read = n; read < 1_100; read += 100) {
                many.find(new Asked(path, true, null, false, true));
            }
        }
        many.removeAll();

        for (int n = 0; n < 10; n++) {
            for (String path : List.of("/" + (1_000 + n), "/" + n)) {
                many.keep(Objects.requireNonNull(many.begin(path)), page(10, ONE));
            }
        }

        assertThat(many.mostRead(10))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10)
                        .mapToObj(n -> new SitePath("/" + n))
                        .toList());
    }

    private @Nullable FinishedPage found(String path) {
        return pages.find(new Asked(path, true, null, false, true));
    }

    private static FinishedPage page(int size, PageKey... keys) {
        return new FinishedPage(
                new Hits("/{slug}"),
                Representation.of("\"a\"", Map.of(), Map.of(), new byte[size]),
                null,
                false,
                Set.of(keys));
    }

    private CompletableFuture<Void> ended(String path) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        pages.whenEnded(path, () -> ended.complete(null));
        return ended;
    }
}
