package dev.waxwing.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.archive.ImportLedger;
import dev.waxwing.application.archive.ImportLedger.MediaOrigin;
import dev.waxwing.application.archive.ImportLedger.Origin;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ImportLedger} must do. */
public interface ImportLedgerContract {
    Storage storage();

    private ImportLedger ledger() {
        return storage().importLedger();
    }

    @Test
    default void files_that_were_imported_are_told_from_those_that_were_not() {
        Origin hello = origin("content/hello.md", "1");
        Origin world = origin("content/wörld 世界.md", "2");
        ledger().add("blog", List.of(hello, world));

        assertThat(ledger().posts("blog", List.of("content/hello.md", "content/wörld 世界.md", "content/new.md")))
                .containsOnlyKeys("content/hello.md", "content/wörld 世界.md")
                .containsEntry("content/hello.md", hello)
                .containsEntry("content/wörld 世界.md", world);
        assertThat(ledger().posts("blog", List.of())).isEmpty();
    }

    @Test
    default void the_latest_word_about_a_file_holds() {
        Origin other = origin("world.md", "3");
        ledger().add("blog", List.of(origin("hello.md", "1"), other));
        Origin later = origin("hello.md", "2");
        ledger().update("blog", later);

        assertThat(ledger().posts("blog", List.of("hello.md", "world.md")))
                .containsEntry("hello.md", later)
                .containsEntry("world.md", other);
    }

    @Test
    default void two_archives_may_have_files_of_the_same_path() {
        ledger().add("blog", List.of(origin("hello.md", "1")));
        ledger().record("blog", medium("hello.png", "1"));

        assertThat(ledger().posts("diary", List.of("hello.md"))).isEmpty();
        assertThat(ledger().media("diary", "hello.png")).isEmpty();
    }

    @Test
    default void media_are_found_as_recorded_last() {
        ledger().record("blog", medium("hello.png", "1"));
        MediaOrigin later = medium("hello.png", "2");
        ledger().record("blog", later);

        assertThat(ledger().media("blog", "hello.png")).contains(later);
        assertThat(ledger().media("blog", "other.png")).isEmpty();
    }

    @Test
    default void a_path_of_any_length_is_kept() {
        Origin deep = origin("folder/".repeat(580) + "post.md", "1");
        ledger().add("blog", List.of(deep));

        assertThat(ledger().posts("blog", List.of(deep.source()))).containsEntry(deep.source(), deep);
    }

    @Test
    default void where_an_archive_lay_is_remembered_until_it_lies_elsewhere() {
        assertThat(ledger().place("blog")).isEmpty();

        ledger().recordPlace("blog", "/srv/blog");
        assertThat(ledger().place("blog")).contains("/srv/blog");
        assertThat(ledger().place("other")).isEmpty();

        ledger().recordPlace("blog", "/home/ada/blog");
        assertThat(ledger().place("blog")).contains("/home/ada/blog");
    }

    @Test
    default void what_a_failing_unit_of_work_recorded_is_forgotten() {
        assertThatThrownBy(() -> storage().work().run(() -> {
                    ledger().add("blog", List.of(origin("hello.md", "1")));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(ledger().posts("blog", List.of("hello.md"))).isEmpty();
    }

    private static Origin origin(String source, String digit) {
        return new Origin(
                source,
                digit.repeat(64),
                new PostId(new UUID(7, Integer.parseInt(digit))),
                new Slug("post-" + digit),
                digit.repeat(64));
    }

    private static MediaOrigin medium(String source, String digit) {
        return new MediaOrigin(source, digit.repeat(64), MediaAddress.ofFile(digit.repeat(64), "pdf"));
    }
}
