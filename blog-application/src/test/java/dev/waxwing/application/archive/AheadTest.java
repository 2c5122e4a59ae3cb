package dev.waxwing.application.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AheadTest {
    private final AtomicInteger made = new AtomicInteger();
    private final List<Integer> used = new ArrayList<>();

    private Stream<Integer> counted() {
        return Stream.generate(made::incrementAndGet);
    }

    @Test
    void things_are_used_in_their_order_on_the_callers_thread() {
        Thread caller = Thread.currentThread();

        Ahead.forEach(counted().limit(1_000).iterator(), thing -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            used.add(thing);
        });

        assertThat(used).isEqualTo(IntStream.rangeClosed(1, 1_000).boxed().toList());
    }

    @Test
    void nothing_is_made_further_ahead_than_the_next_one() {
        Ahead.forEach(
                counted().limit(100).iterator(), thing -> assertThat(made.get()).isBetween(thing, thing + 1));

        assertThat(made).hasValue(100);
    }

    @Test
    void a_thing_that_cannot_be_made_ends_it_behind_the_ones_before() {
        Stream<Integer> failing = counted().peek(thing -> {
            if (thing == 3) {
                throw new IllegalStateException("boom");
            }
        });

        assertThatThrownBy(() -> Ahead.forEach(failing.iterator(), used::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("boom");
        assertThat(used).containsExactly(1, 2);
    }

    @Test
    void a_thing_that_cannot_be_used_ends_it_and_nothing_is_made_any_more() {
        assertThatThrownBy(() -> Ahead.forEach(counted().iterator(), thing -> {
                    used.add(thing);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(used).containsExactly(1);
        assertThat(made.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void of_nothing_nothing_is_made() {
        Ahead.forEach(Stream.<Integer>of().iterator(), used::add);

        assertThat(used).isEmpty();
    }
}
