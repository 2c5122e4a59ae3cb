package dev.waxwing.application.shared;

import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Memory for work of one kind, in bytes: a crowd that brings much at once must not take all there is. Whoever takes some gives
 * it back, and is served in turn.
 */
public final class Room {
    private final int size;
    private final Semaphore free;

    /** @param bytes at most 2 GiB of which are used */
    public Room(long bytes) {
        size = (int) Math.min(Integer.MAX_VALUE, bytes);
        free = new Semaphore(size, /* fair= */ true);
    }

    /** One of so many equal parts of the memory that the program may have. */
    public static Room shareOfMemory(int parts) {
        return new Room(Runtime.getRuntime().maxMemory() / parts);
    }

    /** Takes so many bytes, unless they are not free at this moment; whether they are taken. */
    public boolean tryTake(int bytes) {
        return free.tryAcquire(bytes);
    }

    /**
     * Takes so many bytes as soon as they are free, or the whole room for what is larger than that.
     *
     * @param patience how long is waited for them
     * @return how many are to be given back
     * @throws BlogException.Unavailable if they are not free in time
     */
    public int take(long bytes, Duration patience) {
        int wanted = (int) Math.min(size, bytes);
        try {
            if (!free.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy(new TimeoutException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
        return wanted;
    }

    /** In bytes, what nobody has taken at this moment. */
    public int free() {
        return free.availablePermits();
    }

    public void giveBack(int bytes) {
        free.release(bytes);
    }

    private static BlogException busy(Exception cause) {
        return new BlogException.Unavailable("Too much was sent at this moment; try again shortly", cause);
    }
}
