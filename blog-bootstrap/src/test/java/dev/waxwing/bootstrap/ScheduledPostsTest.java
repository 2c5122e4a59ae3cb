package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduledPostsTest {
    private final CountDownLatch heldUp = new CountDownLatch(1);
    private final CountDownLatch looked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @TempDir
    private Path folder;

    /** Holds up whatever asks it in the background, and notes when somebody looks whether a post is due. */
    private final class HoldingClock extends Clock {
        @Override
        public Instant instant() {
            switch (Thread.currentThread().getName()) {
                case "background" -> hold();
                case "schedule" -> looked.countDown();
                default -> {}
            }
            return Instant.parse("2026-03-01T12:00:00Z");
        }

        private void hold() {
            heldUp.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void wait_for_nothing_that_takes_long_in_the_background() throws InterruptedException {
        Settings settings = Settings.read(folder, Map.of(), Map.of(), Map.of(Setting.PORT, "0"));
        try (House house = House.open(BlogConfig.of(folder, settings), new HoldingClock());
                Background background = house.background();
                Background schedule = house.schedule()) {
            background.start();
            heldUp.await();
            schedule.start();

            try {
                assertThat(looked.await(1, TimeUnit.MINUTES)).isTrue();
            } finally {
                released.countDown();
            }
        }
    }
}
