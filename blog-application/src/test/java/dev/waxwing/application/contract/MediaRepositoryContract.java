package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.library.MediaUse;
import dev.waxwing.application.library.MediaView;
import dev.waxwing.domain.library.MediaEvent;
import dev.waxwing.domain.library.MediaFile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.shared.BlogException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every storage of the library must do. */
public interface MediaRepositoryContract {
    Storage storage();

    @Test
    default void a_file_is_found_as_saved() {
        storage().authors().save(ada());
        MediaFile lake = MediaFile.add(picture(1), "Lake.JPG", "A lake, \"red\" & wide", 70_000, ADA, NOON);
        storage().media().save(lake);

        MediaFile.State saved = lake.state();
        assertThat(storage().media().get(picture(1)).state())
                .isEqualTo(
                        new MediaFile.State(saved.address(), saved.name(), saved.alt(), saved.bytes(), ADA, NOON, 1));
        assertThat(storage().mediaQueries().find(picture(1)))
                .contains(new MediaView(
                        picture(1),
                        "Lake.JPG",
                        "A lake, \"red\" & wide",
                        70_000,
                        Optional.of(new MediaView.Uploader(ADA, "Ada")),
                        NOON,
                        0,
                        1));
        assertThat(storage().changes().after(storage().changes().head() - 1, 1))
                .singleElement()
                .returns(new MediaEvent.Added(picture(1), "Lake.JPG", NOON), change -> change.event());
    }

    @Test
    default void a_file_that_nobody_brought_has_no_name_beside_it() {
        add(1, "lake.jpg", "");

        assertThat(storage().mediaQueries().find(picture(1)).map(MediaView::by)).contains(Optional.empty());
    }

    @Test
    default void a_file_is_in_the_library_once() {
        add(1, "lake.jpg", "");

        assertThatThrownBy(() -> add(1, "again.jpg", "")).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void a_stale_description_is_refused() {
        add(1, "lake.jpg", "");
        MediaFile mine = storage().media().get(picture(1));
        MediaFile theirs = storage().media().get(picture(1));
        theirs.describe("A lake", NOON);
        storage().media().save(theirs);
        mine.describe("A pond", NOON);

        assertThatThrownBy(() -> storage().media().save(mine)).isInstanceOf(BlogException.Conflict.class);
        assertThat(storage().mediaQueries().find(picture(1)).map(MediaView::alt))
                .contains("A lake");
    }

    @Test
    default void the_library_is_read_newest_first_and_page_by_page() {
        for (int i = 0; i < 7; i++) {
            storage().media().save(MediaFile.add(picture(i), "f" + i, "", 1, null, NOON.plusSeconds(i / 3)));
        }

        List<MediaView> all = storage().mediaQueries().library("", Optional.empty(), 100);
        List<MediaView> paged = new ArrayList<>();
        List<MediaView> page = storage().mediaQueries().library("", Optional.empty(), 2);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = storage()
                    .mediaQueries()
                    .library("", Optional.of(page.get(page.size() - 1).cursor()), 2);
        }

        assertThat(all).hasSize(7).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(paged).isEqualTo(all);
    }

    @Test
    default void a_file_is_found_by_words_of_its_name_and_its_description() {
        add(1, "IMG_100%.jpg", "Ein Dörfchen am See");
        add(2, "img 1000.jpg", "A lake");

        assertThat(found("dörfchen")).containsExactly("IMG_100%.jpg");
        assertThat(found("img SEE")).containsExactly("IMG_100%.jpg");
        assertThat(found("100%")).containsExactly("IMG_100%.jpg");
        assertThat(found("IMG_")).containsExactly("IMG_100%.jpg");
        assertThat(found(" jpg ")).containsExactlyInAnyOrder("IMG_100%.jpg", "img 1000.jpg");
        assertThat(found("river")).isEmpty();
        assertThat(found("!")).isEmpty();
        assertThat(found("'; --")).isEmpty();

        MediaFile second = storage().media().get(picture(2));
        second.describe("A river", NOON);
        storage().media().save(second);
        assertThat(found("RIVER")).containsExactly("img 1000.jpg");
        assertThat(found("lake")).isEmpty();
    }

    @Test
    default void a_file_knows_the_posts_that_show_it() {
        storage().authors().save(ada());
        Post one = aDraft("One");
        Post two = aDraft("Two");
        storage().posts().save(one);
        storage().posts().save(two);
        add(1, "lake.jpg", "");
        storage().media().recordUses(two.id(), Set.of(picture(1), picture(9)));
        storage().media().recordUses(one.id(), Set.of(picture(1)));

        assertThat(storage().media().uses(picture(1)))
                .containsExactly(
                        new MediaUse(one.id(), "One", one.state().slug(), Post.Status.DRAFT, List.of(ADA)),
                        new MediaUse(two.id(), "Two", two.state().slug(), Post.Status.DRAFT, List.of(ADA)));
        assertThat(storage().mediaQueries().find(picture(1)).map(MediaView::uses))
                .contains(2L);

        storage().media().recordUses(two.id(), Set.of());
        storage().media().recordUses(one.id(), Set.of(picture(1)));

        assertThat(storage().media().uses(picture(1)))
                .extracting(MediaUse::title)
                .containsExactly("One");
    }

    @Test
    default void a_removed_file_is_gone_and_can_be_added_again() {
        add(1, "lake.jpg", "");
        MediaFile stale = storage().media().get(picture(1));
        MediaFile file = storage().media().get(picture(1));
        file.describe("A lake", NOON);
        storage().media().save(file);
        stale.remove(NOON);
        assertThatThrownBy(() -> storage().media().remove(stale)).isInstanceOf(BlogException.Conflict.class);

        MediaFile last = storage().media().get(picture(1));
        last.remove(NOON);
        storage().media().remove(last);

        assertThat(storage().media().find(picture(1))).isEmpty();
        assertThat(storage().changes().after(storage().changes().head() - 1, 1))
                .singleElement()
                .returns(new MediaEvent.Removed(picture(1), "lake.jpg", NOON), change -> change.event());
        add(1, "again.jpg", "");
        assertThat(storage().media().find(picture(1))).isPresent();
    }

    private void add(int number, String name, String alt) {
        storage().media().save(MediaFile.add(picture(number), name, alt, 1, null, NOON));
    }

    private List<String> found(String words) {
        return storage().mediaQueries().library(words, Optional.empty(), 10).stream()
                .map(MediaView::name)
                .toList();
    }

    private static MediaAddress picture(int number) {
        return new MediaAddress("/media/%032x-1200x800.jpg".formatted(number));
    }
}
