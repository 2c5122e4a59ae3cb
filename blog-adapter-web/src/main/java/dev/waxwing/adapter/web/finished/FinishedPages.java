package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.shared.PageKey;
import dev.waxwing.domain.redirect.SitePath;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The finished pages by their address, as many as fit into a number of bytes. A page that is kept is always the page that
 * would be made now: whatever changes is removed from here before the change is acknowledged, and a page that was begun
 * before a change and has something of it is not kept when it is done.
 */
final class FinishedPages implements FinishedTally {
    /** How much is made free at once, as a share of the whole: making room page by page would look at all of them each time. */
    private static final int SHARE_FREED = 10;

    /** Of so many paths is remembered that they have no page to keep. */
    private static final int MOST_UNKEPT = 1_000;

    /** Of so many paths whose page is gone is remembered how often they were read. */
    private static final int MOST_COUNTED = 1_000;

    private final long capacity;
    private final Map<String, Kept> pages = new ConcurrentHashMap<>();
    private final Map<String, Draft> drafts = new ConcurrentHashMap<>();
    private final Map<PageKey, Made> madeFrom = new HashMap<>();
    private final Map<String, LongAdder> reads = new ConcurrentHashMap<>();
    private final Set<String> unkept = ConcurrentHashMap.newKeySet();
    private final Set<PageKey> leaving = new HashSet<>();
    private final AtomicLong uses = new AtomicLong();
    private final Map<String, Hits> hits = new ConcurrentHashMap<>();
    private final LongAdder misses = new LongAdder();
    private long size;

    /** @param capacity in bytes, all pages together; with 0 none is kept */
    FinishedPages(long capacity) {
        this.capacity = capacity;
    }

    /** A page, how often it was sent, also before it was made anew, and when it was last asked for. */
    private static final class Kept {
        private final FinishedPage page;
        private final LongAdder reads;
        private volatile long used;

        private Kept(FinishedPage page, LongAdder reads, long used) {
            this.page = page;
            this.reads = reads;
            this.used = used;
        }
    }

    /**
     * The paths of the pages that were made from something.
     *
     * @param key the one that all of these pages have: with one of its own for each, keys would take as much as pages
     */
    private record Made(PageKey key, Set<String> paths) {
        static Made from(PageKey key) {
            return new Made(key, new HashSet<>());
        }
    }

    /** A page that is being made, and what has changed since. */
    static final class Draft {
        private final String path;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final Set<PageKey> changed = new HashSet<>();
        private boolean everythingChanged;

        private Draft(String path) {
            this.path = path;
        }

        private boolean isTrue(Set<PageKey> keys) {
            return !everythingChanged && keys.stream().noneMatch(changed::contains);
        }
    }

    /** Where those pages are counted that this route makes. */
    Hits hits(String route) {
        return hits.computeIfAbsent(route, Hits::new);
    }

    @Override
    public Collection<Hits> hits() {
        return hits.values();
    }

    void countMissed() {
        misses.increment();
    }

    @Override
    public long misses() {
        return misses.sum();
    }

    @Override
    public List<SitePath> mostRead(int most) {
        return pages.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().reads.sum()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .map(entry -> new SitePath(entry.getKey()))
                .toList();
    }

    @Override
    public int pages() {
        return pages.size();
    }

    @Override
    public synchronized long size() {
        return size;
    }

    @Override
    public long capacity() {
        return capacity;
    }

    /** Browsers that are shown something otherwise than programs have it made for them. */
    @Nullable
    FinishedPage find(Asked asked) {
        Kept kept = pages.get(asked.path());
        if (kept == null || (kept.page.forPrograms() && asked.toShow())) {
            return null;
        }
        kept.used = uses.get() + 1;
        kept.reads.increment();
        return kept.page;
    }

    /**
     * The draft of a page that nobody else makes at the moment, or nothing: {@link #whenEnded} tells when that one ends.
     * Where the last draft was given up, everybody's answer is their own until something changes.
     */
    @Nullable
    Draft begin(String path) {
        if (unkept.contains(path)) {
            return null;
        }
        Draft draft = new Draft(path);
        return drafts.putIfAbsent(path, draft) == null ? draft : null;
    }

    /** Has something done when nobody makes the page any more; at once, if nobody does. */
    @SuppressWarnings("FutureReturnValueIgnored") // a draft ends one way only
    void whenEnded(String path, Runnable then) {
        Draft draft = drafts.get(path);
        if (draft == null) {
            then.run();
        } else {
            draft.ended.thenRun(then);
        }
    }

    /** Keeps a page, unless something that it was made from has changed since the draft was begun. */
    void keep(Draft draft, FinishedPage page) {
        synchronized (this) {
            if (draft.isTrue(page.keys()) && Collections.disjoint(leaving, page.keys()) && page.size() <= capacity) {
                makeRoom(page.size());
                put(draft.path, page);
            }
        }
        end(draft);
    }

    /** Ends a draft of which no page comes, such as that of an answer to a question. */
    void giveUp(Draft draft) {
        if (!draft.ended.isDone()) {
            if (unkept.size() >= MOST_UNKEPT) {
                unkept.clear();
            }
            unkept.add(draft.path);
            end(draft);
        }
    }

    /** Ends a draft, whether or not a page has come of it. */
    void end(Draft draft) {
        drafts.remove(draft.path, draft);
        draft.ended.complete(null);
    }

    /** Removes the pages that were made from any of these. */
    synchronized void remove(Set<PageKey> changed) {
        unkept.clear();
        drafts.values().forEach(draft -> draft.changed.addAll(changed));
        changed.forEach(key -> pathsOf(key).forEach(this::remove));
    }

    /** Removes the pages that were made from this, and keeps none, since what is left of it may still be found for a moment. */
    synchronized void letGo(PageKey key) {
        leaving.add(key);
        remove(Set.of(key));
    }

    /** It is there again. */
    synchronized void takeBack(PageKey key) {
        leaving.remove(key);
    }

    synchronized void removeAll() {
        unkept.clear();
        drafts.values().forEach(draft -> draft.everythingChanged = true);
        pages.clear();
        madeFrom.clear();
        size = 0;
    }

    private void put(String path, FinishedPage page) {
        remove(path);
        List<Made> from = page.keys().stream()
                .map(key -> madeFrom.computeIfAbsent(key, Made::from))
                .toList();
        from.forEach(made -> made.paths.add(path));
        Set<PageKey> keys = from.stream().map(Made::key).collect(Collectors.toUnmodifiableSet());
        pages.put(path, new Kept(page.with(keys), reads(path), uses.incrementAndGet()));
        size += page.size();
    }

    private List<String> pathsOf(PageKey key) {
        Made made = madeFrom.get(key);
        return made == null ? List.of() : List.copyOf(made.paths);
    }

    /** Of pages that are gone, those that were read least are forgotten. */
    private LongAdder reads(String path) {
        if (reads.size() > MOST_COUNTED + 2 * pages.size()) {
            reads.entrySet().stream()
                    .filter(read -> !pages.containsKey(read.getKey()))
                    .map(read -> Map.entry(read.getKey(), read.getValue().sum()))
                    .sorted(Map.Entry.comparingByValue())
                    .limit(reads.size() / 2)
                    .toList()
                    .forEach(read -> reads.remove(read.getKey()));
        }
        return reads.computeIfAbsent(path, any -> new LongAdder());
    }

    private void remove(String path) {
        Kept kept = pages.remove(path);
        if (kept == null) {
            return;
        }
        size -= kept.page.size();
        for (PageKey key : kept.page.keys()) {
            madeFrom.computeIfPresent(key, (any, made) -> {
                made.paths.remove(path);
                return made.paths.isEmpty() ? null : made;
            });
        }
    }

    private void makeRoom(long wanted) {
        if (size + wanted <= capacity) {
            return;
        }
        List<Map.Entry<String, Kept>> longestUnused = pages.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().used))
                .toList();
        for (Map.Entry<String, Kept> entry : longestUnused) {
            if (size + wanted <= capacity - capacity / SHARE_FREED) {
                return;
            }
            remove(entry.getKey());
        }
    }
}
