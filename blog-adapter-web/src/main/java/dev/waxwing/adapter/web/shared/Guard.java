package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.account.RecogniseSession;
import dev.waxwing.application.account.SignedIn;
import dev.waxwing.application.audit.Occasion;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.application.token.RecogniseApiToken;
import dev.waxwing.application.token.RecogniseApiToken.Program;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.UnauthorizedResponse;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/**
 * Stands before every route and asks who comes: lets in whoever the route is for, sends to the sign-in page whoever is not
 * signed in, and refuses forms that come from other sites.
 */
public final class Guard {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_NAME = 100;

    private final RecogniseSession recognise;
    private final RecogniseApiToken programs;
    private final Cookies cookies;
    private final SiteSettings site;
    private final Throttles throttles;

    @Inject
    public Guard(
            RecogniseSession recognise,
            RecogniseApiToken programs,
            Cookies cookies,
            SiteSettings site,
            Throttles throttles) {
        this.recognise = recognise;
        this.programs = programs;
        this.cookies = cookies;
        this.site = site;
        this.throttles = throttles;
    }

    /**
     * To be called before the handler of a route.
     *
     * @throws SignInNeeded if a page is for people who are signed in, and nobody is, or they owe codes
     * @throws UnauthorizedResponse if that is so of anything else
     * @throws ContentTooLargeResponse if the route is for anybody, and more is sent than strangers have to send
     * @throws BlogException.Forbidden if the route is for higher roles, or the request comes from another site
     */
    public void check(Context ctx) {
        Access access = access(ctx);
        boolean reading = isReading(ctx.method());
        if (access == Access.PROGRAM) {
            admitProgram(ctx);
            return;
        }
        if (access == Access.ANYONE && reading && !isDesk(ctx)) {
            return;
        }
        if (access == Access.ANYONE && !reading) {
            WholeBody.require(ctx);
        }
        Optional<Requester> requester = recognised(ctx);
        requester.ifPresent(found -> found.remember(ctx));
        occasion(ctx, requester).begin();
        access.leastRole().ifPresent(least -> admit(ctx, requester, access, least));
        if (!reading) {
            Csrf.require(
                    ctx,
                    site.current().address(),
                    requester
                            .map(Requester::csrf)
                            .or(() -> cookies.presentVisitor(ctx).map(Csrf::of)));
        }
    }

    /** Whether another site made the request. */
    boolean isForeign(Context ctx) {
        return Csrf.isForeign(ctx, site.current().address());
    }

    /** A program has no session that another site could use, so it needs no token for forms. */
    private void admitProgram(Context ctx) {
        ctx.header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        String presented = ctx.header("Authorization");
        if (presented == null || !presented.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            ctx.header("WWW-Authenticate", "Bearer");
            throw new UnauthorizedResponse();
        }
        Token secret = new Token(presented.substring(BEARER.length()).strip());
        Program program = programs.handle(new RecogniseApiToken.Command(secret)).orElseThrow(() -> {
            throttles.wrongSecret(ctx);
            ctx.header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            return new UnauthorizedResponse();
        });
        Caller.remember(ctx, program);
        occasion(ctx, program).begin();
    }

    private static Occasion occasion(Context ctx, Program program) {
        String who = program.name()
                .substring(0, Math.min(LONGEST_NAME, program.name().length()));
        return new Occasion(program.actor().account(), who, Clients.of(ctx).address());
    }

    private static Access access(Context ctx) {
        return ctx.routeRoles().stream()
                .filter(Access.class::isInstance)
                .map(Access.class::cast)
                .findFirst()
                .orElse(Access.ADMINISTRATOR);
    }

    /** Who sits at the desk, also at an address that no route is for. */
    Optional<Requester> atDesk(Context ctx) {
        if (!isDesk(ctx)) {
            return Optional.empty();
        }
        Optional<Requester> requester = Requester.find(ctx).or(() -> recognised(ctx));
        requester.ifPresent(found -> found.remember(ctx));
        return requester;
    }

    private Optional<Requester> recognised(Context ctx) {
        Optional<Token> token = cookies.session(ctx);
        Optional<SignedIn> who = token.flatMap(present -> recognise.handle(new RecogniseSession.Command(present)));
        return who.flatMap(found -> token.map(present -> Requester.of(found, Csrf.of(present))));
    }

    private static Occasion occasion(Context ctx, Optional<Requester> requester) {
        return new Occasion(
                requester.map(Requester::account),
                requester.map(Requester::name).orElse("a visitor"),
                Clients.of(ctx).address());
    }

    private static void admit(Context ctx, Optional<Requester> requester, Access access, Role least) {
        ctx.header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        if (requester.isEmpty()) {
            if (isReading(ctx.method())) {
                throw SignInNeeded.first(ctx);
            }
            throw new UnauthorizedResponse();
        }
        if (requester.get().owesCodes() && access != Access.NEWCOMER) {
            if (isReading(ctx.method())) {
                throw SignInNeeded.withCodes();
            }
            throw new BlogException.Forbidden("Switch codes on first: this blog asks you for them");
        }
        if (!requester.get().isAtLeast(least)) {
            throw new BlogException.Forbidden("This page is for people with the role of %s"
                    .formatted(least.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static boolean isReading(HandlerType method) {
        return method.equals(HandlerType.GET) || method.equals(HandlerType.HEAD);
    }

    private static boolean isDesk(Context ctx) {
        return ctx.path().equals("/admin") || ctx.path().startsWith("/admin/");
    }
}
