package dev.waxwing.application.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.Newsroom;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectionRunnerTest {
    private final Newsroom room = new Newsroom();
    private final ProjectionRunner runner = new ProjectionRunner(room.blog, room.blog);
    private final Reader reader = new Reader("reader");

    /** Remembers what it was given, and fails when told to. */
    private final class Reader implements Projection {
        private final String name;
        private final List<List<Long>> batches = new ArrayList<>();
        private long failsAt = -1;

        private Reader(String name) {
            this.name = name;
        }

        @Override
        public Bookmark bookmark() {
            return room.blog.bookmark(name);
        }

        @Override
        public void apply(List<RecordedEvent> changes) {
            List<Long> positions = changes.stream().map(RecordedEvent::position).toList();
            if (positions.contains(failsAt)) {
                throw new IllegalStateException("boom");
            }
            batches.add(positions);
        }

        private List<Long> read() {
            return batches.stream().flatMap(List::stream).toList();
        }
    }

    @Test
    void every_change_is_read_once_and_in_order() {
        room.published("Hello");

        runner.catchUp(reader);
        assertThat(reader.read()).isEqualTo(upTo(room.blog.head()));

        room.published("Hello again");
        runner.catchUp(reader);
        runner.catchUp(reader);
        assertThat(reader.read()).isEqualTo(upTo(room.blog.head()));
    }

    @Test
    void a_step_says_how_many_changes_it_read() {
        int head = (int) room.blog.head();

        assertThat(runner.step(reader)).isEqualTo(head);
        assertThat(runner.step(reader)).isZero();
        assertThat(reader.batches).hasSize(1);
    }

    @Test
    void many_changes_come_in_batches_of_500() {
        IntStream.range(0, 1_001).forEach(n -> room.tag("Tag " + n));
        int rest = (int) room.blog.head() - 1_000;

        runner.catchUp(reader);

        assertThat(reader.batches).extracting(List::size).containsExactly(500, 500, rest);
        assertThat(reader.read()).isEqualTo(upTo(room.blog.head()));
    }

    @Test
    void a_batch_that_fails_is_read_again() {
        reader.failsAt = 2;

        assertThatThrownBy(() -> runner.catchUp(reader)).hasMessage("boom");
        assertThat(position("reader")).isZero();

        reader.failsAt = -1;
        runner.catchUp(reader);
        assertThat(reader.read()).isEqualTo(upTo(room.blog.head()));
    }

    @Test
    void a_failure_loses_no_batch_before_it() {
        IntStream.range(0, 1_001).forEach(n -> room.tag("Tag " + n));
        reader.failsAt = 600;

        assertThatThrownBy(() -> runner.catchUp(reader)).hasMessage("boom");

        assertThat(position("reader")).isEqualTo(500);
        assertThat(reader.read()).isEqualTo(upTo(500));
    }

    @Test
    void effects_and_bookmark_are_kept_together_or_not_at_all() {
        Projection writing = new Projection() {
            @Override
            public Bookmark bookmark() {
                Bookmark own = room.blog.bookmark("writing");
                return new Bookmark() {
                    @Override
                    public long position() {
                        return own.position();
                    }

                    @Override
                    public OptionalLong claim() {
                        return own.claim();
                    }

                    @Override
                    public void advance(long position) {
                        own.advance(position);
                        throw new IllegalStateException("boom");
                    }
                };
            }

            @Override
            public void apply(List<RecordedEvent> changes) {
                room.tag("Effect");
            }
        };
        long head = room.blog.head();

        assertThatThrownBy(() -> runner.step(writing)).hasMessage("boom");

        assertThat(room.blog.head()).isEqualTo(head);
        assertThat(position("writing")).isZero();
    }

    @Test
    void readers_do_not_disturb_each_other() {
        Reader other = new Reader("other");
        runner.catchUp(reader);
        room.published("Hello");

        runner.catchUp(other);

        assertThat(position("other")).isEqualTo(room.blog.head());
        assertThat(position("reader")).isLessThan(room.blog.head());
        assertThat(other.read()).isEqualTo(upTo(room.blog.head()));
    }

    private long position(String name) {
        return room.blog.execute(() -> room.blog.bookmark(name).position());
    }

    private static List<Long> upTo(long position) {
        return LongStream.rangeClosed(1, position).boxed().toList();
    }
}
