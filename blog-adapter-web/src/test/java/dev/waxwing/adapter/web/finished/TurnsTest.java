package dev.waxwing.adapter.web.finished;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.finished.Turns.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnsTest {
    private final List<Runnable> patience = new ArrayList<>();
    private final List<Integer> begun = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Turns two = new Turns(2, Runnable::run, patience::add);

    private void take(int from, int to) {
        IntStream.rangeClosed(from, to)
                .forEach(number -> two.take(turn -> {
                    begun.add(number);
                    turns.add(turn);
                }));
    }

    @Test
    void only_so_many_have_their_turn_at_once_and_the_others_follow_in_their_order() {
        take(1, 4);
        assertThat(begun).containsExactly(1, 2);

        turns.get(1).end();
        assertThat(begun).containsExactly(1, 2, 3);

        turns.get(0).end();
        assertThat(begun).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_turn_ends_once() {
        take(1, 4);

        turns.get(0).end();
        turns.get(0).end();

        assertThat(begun).containsExactly(1, 2, 3);
    }

    @Test
    void a_turn_that_nobody_waited_for_is_there_for_the_next() {
        take(1, 2);
        turns.forEach(Turn::end);

        take(3, 5);

        assertThat(begun).containsExactly(1, 2, 3, 4);
    }

    @Test
    void who_has_waited_for_long_begins_and_takes_the_turn_of_one_who_would_follow() {
        take(1, 4);
        patience.get(0).run();
        assertThat(begun).containsExactly(1, 2, 3);

        turns.get(0).end();
        assertThat(begun).containsExactly(1, 2, 3);

        turns.get(1).end();
        assertThat(begun).containsExactly(1, 2, 3, 4);
    }

    @Test
    void who_has_begun_does_not_begin_again_when_the_wait_would_be_over() {
        take(1, 3);
        turns.get(0).end();

        patience.get(0).run();

        assertThat(begun).containsExactly(1, 2, 3);
    }
}
