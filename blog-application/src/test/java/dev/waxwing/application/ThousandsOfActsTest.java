package dev.waxwing.application;

import dev.waxwing.domain.fixture.Chance;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Anybody does anything, thousands of times, and after each act everything holds that must always hold. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThousandsOfActsTest {
    private static final int WORLDS = 12;
    private static final int ACTS = 250;

    @Test
    void readers_find_what_they_were_promised_whatever_people_do() {
        Chance chance = Chance.seeded(20261122);

        for (int number = 1; number <= WORLDS; number++) {
            World world = new World(chance);
            try {
                live(world);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("World %d, after %s".formatted(number, last(world.log())), failure);
            }
        }
    }

    private static void live(World world) {
        Soundness soundness = world.soundness();
        for (int n = 0; n < ACTS; n++) {
            world.act();
            soundness.require();
        }
        soundness.requireNothingLost();
    }

    private static String last(List<String> log) {
        return String.join("\n", log.subList(Math.max(0, log.size() - 40), log.size()));
    }
}
