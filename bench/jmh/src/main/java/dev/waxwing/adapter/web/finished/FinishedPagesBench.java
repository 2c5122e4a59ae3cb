package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.shared.PageKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to find one of 1,000 finished pages by its address, and to note that it was asked for; beside a map from
 * addresses to pages that notes nothing and is never too large.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class FinishedPagesBench {
    private static final int PAGES = 1_000;

    private final FinishedPages pages = new FinishedPages(Long.MAX_VALUE);
    private final Map<String, FinishedPage> map = new ConcurrentHashMap<>();

    /** Fills both. */
    public FinishedPagesBench() {
        Hits hits = pages.hits("/{slug}");
        for (int number = 0; number < PAGES; number++) {
            String path = path(number);
            FinishedPage page = new FinishedPage(
                    hits,
                    Representation.of("\"1\"", Map.of("Content-Type", "text/html"), new byte[1_000]),
                    null,
                    false,
                    Set.of(PageKey.SITE));
            pages.keep(Objects.requireNonNull(pages.begin(path)), page);
            map.put(path, page);
        }
    }

    private static String path(int number) {
        return "/note-" + number;
    }

    /** Asks for one page after the other, in an order of chance. Each address is a text of its own, as from a request. */
    @State(Scope.Thread)
    public static class Reader {
        private final List<Asked> asked = new Random(1)
                .ints(4_096, 0, PAGES)
                .mapToObj(number -> new Asked(path(number), true, null, false))
                .toList();
        private int next;

        Asked next() {
            next = (next + 1) % asked.size();
            return asked.get(next);
        }
    }

    @Benchmark
    public @Nullable Object ours(Reader reader) {
        return pages.find(reader.next());
    }

    @Benchmark
    public @Nullable Object map(Reader reader) {
        return map.get(reader.next().path());
    }
}
