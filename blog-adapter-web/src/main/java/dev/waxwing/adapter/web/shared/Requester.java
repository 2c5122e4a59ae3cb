package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.account.SessionId;
import dev.waxwing.application.account.SignedIn;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * Who is signed in where a request comes from.
 *
 * @param codes how the codes of a device are wanted of them
 * @param csrf the token that each form of this session has to send along
 */
public record Requester(
        AccountId account, String name, Actor actor, SessionId session, SignedIn.Codes codes, String csrf) {
    static final String KEY = "requester";

    static Requester of(SignedIn who, String csrf) {
        AccountId account = who.actor()
                .account()
                .orElseThrow(() -> new IllegalStateException("Whoever is signed in has an account"));
        return new Requester(account, who.person().name(), who.actor(), who.session(), who.codes(), csrf);
    }

    /** On routes whose audience is signed in. */
    public static Requester of(Context ctx) {
        return find(ctx)
                .orElseThrow(() -> new IllegalStateException("%s %s is open to people who are not signed in"
                        .formatted(ctx.method().name(), ctx.path())));
    }

    public static Optional<Requester> find(Context ctx) {
        return Optional.ofNullable(ctx.attribute(KEY));
    }

    void remember(Context ctx) {
        ctx.attribute(KEY, this);
    }

    /** Whether nothing may be done but to switch codes on. */
    public boolean owesCodes() {
        return codes == SignedIn.Codes.OWED;
    }

    public Role role() {
        return actor.role();
    }

    public boolean isAtLeast(Role other) {
        return role().isAtLeast(other);
    }
}
