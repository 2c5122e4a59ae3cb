package dev.waxwing.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatedLineTest {
    private final AtomicLong nanoseconds = new AtomicLong(Long.MAX_VALUE - 1);
    private final RepeatedLine line = new RepeatedLine(nanoseconds::get);
    private final List<Long> written = new ArrayList<>();

    @Test
    void one_a_minute_is_written_with_the_number_of_the_others() {
        for (int i = 0; i < 4; i++) {
            line.write(written::add);
        }
        nanoseconds.addAndGet(TimeUnit.MINUTES.toNanos(1));
        line.write(written::add);
        nanoseconds.addAndGet(TimeUnit.MINUTES.toNanos(1));
        line.write(written::add);

        assertThat(written).containsExactly(0L, 3L, 0L);
    }
}
