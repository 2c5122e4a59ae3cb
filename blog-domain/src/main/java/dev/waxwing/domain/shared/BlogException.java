package dev.waxwing.domain.shared;

import java.time.Duration;

/** A request the blog refuses, in one sentence that the person who asked can act on. Adapters translate {@link #kind()}. */
public abstract sealed class BlogException extends RuntimeException {
    /** Why a request is refused; every driving adapter maps each kind once. */
    public enum Kind {
        NOT_FOUND,
        INVALID,
        CONFLICT,
        FORBIDDEN,
        TOO_OFTEN,
        FULL,
        UNAVAILABLE
    }

    private static final long serialVersionUID = 1L;

    private BlogException(String message) {
        super(message);
    }

    private BlogException(String message, Throwable cause) {
        super(message, cause);
    }

    public abstract Kind kind();

    /** What was asked for does not exist. */
    public static final class NotFound extends BlogException {
        private static final long serialVersionUID = 1L;

        public NotFound(String what, Object id) {
            super("There is no %s %s".formatted(what, id));
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /** A value breaks a rule; {@link #field()} names the one to correct. */
    public static final class Invalid extends BlogException {
        private static final long serialVersionUID = 1L;
        private final String field;

        public Invalid(String field, String message) {
            super(message);
            this.field = field;
        }

        public String field() {
            return field;
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The request was right once, but the present state does not allow it. */
    public static final class Conflict extends BlogException {
        private static final long serialVersionUID = 1L;

        public Conflict(String message) {
            super(message);
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** The one who asks may not do this. */
    public static final class Forbidden extends BlogException {
        private static final long serialVersionUID = 1L;

        public Forbidden(String message) {
            super(message);
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** What was asked for may be done, but not so often; {@link #pause()} says from when on it may be done again. */
    public static final class TooOften extends BlogException {
        private static final long serialVersionUID = 1L;
        private final Duration pause;

        public TooOften(Duration pause) {
            super("That was too often; try again in %d seconds".formatted(seconds(pause)));
            this.pause = pause;
        }

        /** More than nothing. */
        public Duration pause() {
            return pause;
        }

        /** Whole ones, after which it may surely be done again. */
        public long seconds() {
            return seconds(pause);
        }

        private static long seconds(Duration pause) {
            return pause.plusNanos(999_999_999).toSeconds();
        }

        @Override
        public Kind kind() {
            return Kind.TOO_OFTEN;
        }
    }

    /** There is no room to keep anything more; nothing was changed. */
    public static final class Full extends BlogException {
        private static final long serialVersionUID = 1L;

        public Full(String message) {
            super(message);
        }

        @Override
        public Kind kind() {
            return Kind.FULL;
        }
    }

    /** Something the blog depends on does not work at the moment; nothing was changed. */
    public static final class Unavailable extends BlogException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }
}
