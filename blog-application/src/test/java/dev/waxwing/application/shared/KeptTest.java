package dev.waxwing.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptTest {
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private int version;
    private int readings;
    private final Kept<Integer> kept = new Kept<>(this::read);

    /** Something may happen between the reading and its being kept. */
    private int read() {
        readings++;
        int read = version;
        if (!meanwhile.isEmpty()) {
            meanwhile.pop().run();
        }
        return read;
    }

    private void change() {
        version++;
        kept.letGo();
    }

    @Test
    void it_is_read_once_however_often_it_is_asked_for() {
        assertThat(List.of(kept.get(), kept.get(), kept.get())).containsOnly(0);
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void after_a_change_it_is_read_again() {
        kept.get();
        change();

        assertThat(kept.get()).isEqualTo(1);
        assertThat(kept.get()).isEqualTo(1);
        assertThat(readings).isEqualTo(2);
    }

    @Test
    void what_was_read_before_a_change_is_not_kept_after_it() {
        meanwhile.push(this::change);

        assertThat(kept.get()).isZero();
        assertThat(kept.get()).isEqualTo(1);
    }

    @Test
    void a_slow_reader_does_not_replace_what_was_read_since() {
        meanwhile.push(() -> {
            change();
            assertThat(kept.get()).isEqualTo(1);
        });

        kept.get();

        assertThat(kept.get()).isEqualTo(1);
        assertThat(readings).isEqualTo(2);
    }
}
