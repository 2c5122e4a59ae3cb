package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link dev.waxwing.application.change.ChangeFeed} must do. */
public interface ChangeFeedContract {
    Storage storage();

    @Test
    default void positions_count_from_one_without_gaps() {
        IntStream.range(0, 5).forEach(n -> storage().tags().save(aTag("Tag " + n)));

        assertThat(storage().changes().after(0, 10))
                .extracting(RecordedEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
        assertThat(storage().changes().after(2, 2))
                .extracting(RecordedEvent::position)
                .containsExactly(3L, 4L);
        assertThat(storage().changes().head()).isEqualTo(5);
    }

    @Test
    default void an_event_is_read_as_it_was_raised() {
        Tag tag = aTag("Größe, 大きさ");
        storage().tags().save(tag);

        assertThat(storage().changes().after(0, 1))
                .containsExactly(new RecordedEvent(
                        1, new TagEvent.Created(tag.id(), tag.state().slug(), NOON)));
    }

    @Test
    default void whoever_listens_is_told_when_changes_can_be_read_and_only_then() {
        List<Long> heads = new ArrayList<>();
        storage().changes().whenAppended(() -> heads.add(storage().changes().head()));

        storage().work().run(() -> {
            storage().tags().save(aTag("One"));
            storage().work().run(() -> storage().tags().save(aTag("Two")));
            assertThat(heads).isEmpty();
        });
        storage().tags().find(new Slug("one"));
        assertThatThrownBy(() -> storage().work().run(() -> {
                    storage().tags().save(aTag("Three"));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(heads).containsExactly(2L);
    }

    @Test
    default void a_new_reader_begins_at_the_beginning_and_goes_on_where_it_stopped() {
        assertThat(claimed("search")).isZero();

        storage().work().run(() -> storage().changes().bookmark("search").advance(3));

        assertThat(claimed("search")).isEqualTo(3);
        assertThat(claimed("mail")).isZero();
        assertThat(storage().changes().bookmark("search").position()).isEqualTo(3);
        assertThat(storage().changes().bookmark("mail").position()).isZero();
    }

    @Test
    default void a_bookmark_moves_with_its_unit_of_work_or_not_at_all() {
        assertThatThrownBy(() -> storage().work().run(() -> {
                    storage().changes().bookmark("search").advance(3);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(claimed("search")).isZero();
    }

    private long claimed(String reader) {
        return storage()
                .work()
                .execute(() -> storage().changes().bookmark(reader).claim().orElseThrow());
    }
}
