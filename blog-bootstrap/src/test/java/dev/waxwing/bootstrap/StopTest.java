package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StopTest {
    private final Stop stop = new Stop(Duration.ZERO);

    @Test
    void a_blog_stops_once_and_says_so() {
        assertThat(stop.trouble()).isEmpty();

        assertThat(stop.begin()).isTrue();
        assertThat(stop.begin()).isFalse();

        assertThat(stop.trouble()).contains("stops");
    }

    /** Whoever cannot wait is not kept waiting, and the word is out before the wait begins. */
    @Test
    void it_is_said_before_readers_are_sent_away() throws InterruptedException {
        Stop slow = new Stop(Duration.ofDays(1));
        Thread stopping = new Thread(slow::begin);
        stopping.start();
        while (slow.trouble().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(stopping.isAlive()).isTrue();
        stopping.interrupt();
        stopping.join();
    }
}
