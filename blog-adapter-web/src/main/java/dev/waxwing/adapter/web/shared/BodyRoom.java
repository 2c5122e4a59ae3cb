package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.shared.Room;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.http.Context;
import java.time.Duration;
import org.eclipse.jetty.util.Attributes;

/** The memory that a large body takes while it is read and understood, which it keeps until its request is answered. */
public final class BodyRoom {
    /** In bytes: the longest text that a post can have, written as a form does it, nine bytes for a letter at worst. */
    public static final long LARGEST = 5_000_000;

    private static final String KEY = BodyRoom.class.getName();

    /** What a byte that was sent takes as bytes, as text, and as what is made of it. */
    private static final int COPIES = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Room room;
    private int taken;

    private BodyRoom(Room room) {
        this.room = room;
    }

    /** For a request that is about to be handed to the site; to be ended when it is answered. */
    public static BodyRoom of(Attributes request, Room room) {
        BodyRoom body = new BodyRoom(room);
        request.setAttribute(KEY, body);
        return body;
    }

    /**
     * To be called before the body is read as a whole.
     *
     * @throws BlogException.Unavailable if there is no room for it in time
     */
    static void take(Context ctx) {
        long length = ctx.req().getContentLengthLong();
        take(ctx, length < 0 ? LARGEST : Math.min(length, LARGEST));
    }

    /**
     * The same for a part of the body.
     *
     * @param bytes of it
     */
    static void take(Context ctx, long bytes) {
        BodyRoom body = ctx.attribute(KEY);
        if (body != null && !WholeBody.isHere(ctx)) {
            body.take(bytes * COPIES);
        }
    }

    /** Only once: whoever reads a body again finds it there. */
    private synchronized void take(long bytes) {
        if (taken == 0) {
            taken = room.take(bytes, PATIENCE);
        }
    }

    public synchronized void end() {
        room.giveBack(taken);
        taken = 0;
    }
}
