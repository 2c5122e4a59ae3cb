package dev.waxwing.bootstrap;

/** A command cannot be carried out; the message is one sentence that says why and what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
