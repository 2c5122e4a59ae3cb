package dev.waxwing.application.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is read often and changes seldom: read once, and again after somebody has said that it may have changed. */
public final class Kept<T> {
    private final Supplier<T> source;
    private volatile @Nullable T value;
    private long changes;

    public Kept(Supplier<T> source) {
        this.source = source;
    }

    public T get() {
        T present = value;
        return present == null ? read() : present;
    }

    /** To be called when a change can be read, and before anybody relies on its being seen. */
    public synchronized void letGo() {
        changes++;
        value = null;
    }

    /** What somebody began to read before a change may lack it, so that it is not kept. */
    private T read() {
        long before = changes();
        T read = source.get();
        keep(read, before);
        return read;
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized void keep(T read, long before) {
        if (changes == before) {
            value = read;
        }
    }
}
