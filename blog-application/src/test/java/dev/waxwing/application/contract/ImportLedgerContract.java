package dev.waxwing.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.archive.ImportLedger;
import dev.waxwing.application.archive.ImportLedger.MediaOrigin;
import dev.waxwing.application.archive.ImportLedger.Origin;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every ledger of imports must do. */
public interface ImportLedgerContract {
    ImportLedger importLedger();

    UnitOfWork work();

    @Test
    default void files_that_were_imported_are_told_from_those_that_were_not() {
        Origin hello = origin("content/hello.md", "1");
        Origin world = origin("content/wörld 世界.md", "2");
        importLedger().add("blog", List.of(hello, world));

        assertThat(importLedger().posts("blog", List.of("content/hello.md", "content/wörld 世界.md", "content/new.md")))
                .containsOnlyKeys("content/hello.md", "content/wörld 世界.md")
                .containsEntry("content/hello.md", hello)
                .containsEntry("content/wörld 世界.md", world);
        assertThat(importLedger().posts("blog", List.of())).isEmpty();
    }

    @Test
    default void the_latest_word_about_a_file_holds() {
        Origin other = origin("world.md", "3");
        importLedger().add("blog", List.of(origin("hello.md", "1"), other));
        Origin later = origin("hello.md", "2");
        importLedger().update("blog", later);

        assertThat(importLedger().posts("blog", List.of("hello.md", "world.md")))
                .containsEntry("hello.md", later)
                .containsEntry("world.md", other);
    }

    @Test
    default void two_archives_may_have_files_of_the_same_path() {
        importLedger().add("blog", List.of(origin("hello.md", "1")));
        importLedger().record("blog", medium("hello.png", "1"));

        assertThat(importLedger().posts("diary", List.of("hello.md"))).isEmpty();
        assertThat(importLedger().media("diary", "hello.png")).isEmpty();
    }

    @Test
    default void media_are_found_as_recorded_last() {
        importLedger().record("blog", medium("hello.png", "1"));
        MediaOrigin later = medium("hello.png", "2");
        importLedger().record("blog", later);

        assertThat(importLedger().media("blog", "hello.png")).contains(later);
        assertThat(importLedger().media("blog", "other.png")).isEmpty();
    }

    @Test
    default void a_path_of_any_length_is_kept() {
        Origin deep = origin("folder/".repeat(580) + "post.md", "1");
        importLedger().add("blog", List.of(deep));

        assertThat(importLedger().posts("blog", List.of(deep.source()))).containsEntry(deep.source(), deep);
    }

    @Test
    default void where_an_archive_lay_is_remembered_until_it_lies_elsewhere() {
        assertThat(importLedger().place("blog")).isEmpty();

        importLedger().recordPlace("blog", "/srv/blog");
        assertThat(importLedger().place("blog")).contains("/srv/blog");
        assertThat(importLedger().place("other")).isEmpty();

        importLedger().recordPlace("blog", "/home/ada/blog");
        assertThat(importLedger().place("blog")).contains("/home/ada/blog");
    }

    @Test
    default void what_a_failing_unit_of_work_recorded_is_forgotten() {
        assertThatThrownBy(() -> work().run(() -> {
                    importLedger().add("blog", List.of(origin("hello.md", "1")));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(importLedger().posts("blog", List.of("hello.md"))).isEmpty();
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
