package dev.waxwing.adapter.web.shared;

/**
 * A page instead of the one that somebody at the desk asked for.
 *
 * @param explanation what is wrong, in a sentence
 * @param number of the request
 */
public record DeskErrorPage(Desk desk, int status, String explanation, String number) {

    /** Whether a form was refused that may still be filled in, one step back. */
    public boolean isRefusal() {
        return status < 500 && status != 404;
    }
}
