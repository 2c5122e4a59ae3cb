package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.token.RecogniseApiToken.Program;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.Context;

/** The program that a request comes from, on routes that are for programs. */
public final class Caller {
    static final String KEY = "program";

    private Caller() {}

    static void remember(Context ctx, Program program) {
        ctx.attribute(KEY, program);
    }

    /** In whose name it acts. */
    public static Actor actor(Context ctx) {
        return of(ctx).actor();
    }

    /** Whose token it has. */
    public static AccountId account(Context ctx) {
        return actor(ctx)
                .account()
                .orElseThrow(() -> new IllegalStateException("A program acts for somebody who has an account"));
    }

    /** @throws BlogException.Forbidden if the token of the program is not for this */
    public static void require(Context ctx, Scope scope) {
        if (!of(ctx).scopes().contains(scope)) {
            throw new BlogException.Forbidden("The token lacks the scope '%s'".formatted(scope.word()));
        }
    }

    private static Program of(Context ctx) {
        Program program = ctx.attribute(KEY);
        if (program == null) {
            throw new IllegalStateException(ctx.path() + " is not for programs");
        }
        return program;
    }
}
