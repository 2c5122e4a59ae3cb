package dev.waxwing.adapter.web.shared;

import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/** A client that went away before it had sent all, or taken all: no fault of the blog, and nobody is left to be told. */
public final class Departure {
    private static final int DEEPEST = 10;

    private Departure() {}

    /** Whether this is why something failed. */
    public static boolean is(@Nullable Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause == null ? null : cause.getCause())
                .limit(DEEPEST)
                .takeWhile(cause -> cause != null)
                .anyMatch(Departure::isOne);
    }

    private static boolean isOne(@Nullable Throwable cause) {
        return cause instanceof EofException || cause instanceof ClosedChannelException || isSilence(cause);
    }

    /** A connection on which nothing came any more, in the words of the server below. */
    private static boolean isSilence(@Nullable Throwable cause) {
        String words = cause instanceof TimeoutException ? cause.getMessage() : null;
        return words != null && words.startsWith("Idle timeout");
    }
}
