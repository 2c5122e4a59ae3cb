package dev.waxwing.application.audit;

import dev.waxwing.domain.account.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a thread works, and from where they asked: what the audit trail writes beside each act. Whoever takes a
 * request in says so once, before the use cases run; these need no line for it.
 *
 * @param account that is signed in, if one is
 * @param who as people read it, at most 100 characters
 * @param origin the network address of the request, empty if it came from this machine's command line or schedule
 */
public record Occasion(Optional<AccountId> account, String who, String origin) {
    private static final Occasion NOBODY = new Occasion(Optional.empty(), "the server", "");
    private static final ThreadLocal<@Nullable Occasion> CURRENT = new ThreadLocal<>();

    /** Somebody at the machine itself. */
    public static Occasion ofCommandLine() {
        return new Occasion(Optional.empty(), "the command line", "");
    }

    /** From here on this thread works on this behalf, until {@link #end()}. */
    public void begin() {
        CURRENT.set(this);
    }

    public static void end() {
        CURRENT.remove();
    }

    /** The server itself, unless somebody has asked for what this thread does. */
    public static Occasion current() {
        Occasion current = CURRENT.get();
        return current == null ? NOBODY : current;
    }
}
