package dev.waxwing.adapter.web.account;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Clients;
import dev.waxwing.adapter.web.shared.Cookies;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.adapter.web.shared.SignInNeeded;
import dev.waxwing.adapter.web.shared.Watcher;
import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.SignIn;
import dev.waxwing.application.account.SignOut;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /admin/sign-in} and {@code /admin/sign-out}: the door of the desk. */
public final class SignInDesk implements EndpointGroup {
    private static final Logger LOG = LoggerFactory.getLogger(SignInDesk.class);

    /** The name of the cookie by which a browser is known in which somebody has signed in before. */
    private static final String DEVICE = "waxwing-device";

    private static final Duration KNOWN_FOR = Duration.ofDays(365);

    private final AccountUseCases accounts;
    private final Desks desks;
    private final Cookies cookies;
    private final Watcher watcher;

    @Inject
    public SignInDesk(AccountUseCases accounts, Desks desks, Cookies cookies, Watcher watcher) {
        this.accounts = accounts;
        this.desks = desks;
        this.cookies = cookies;
        this.watcher = watcher;
    }

    @Override
    public void addEndpoints() {
        get(SignInNeeded.PAGE, this::show, Access.ANYONE);
        post(SignInNeeded.PAGE, this::signIn, Access.ANYONE);
        post("/admin/sign-out", this::signOut, Access.NEWCOMER);
    }

    private void show(Context ctx) {
        String next = SignInNeeded.next(Params.query(ctx, "next"));
        if (Requester.find(ctx).isPresent()) {
            ctx.redirect(next, HttpStatus.SEE_OTHER);
            return;
        }
        render(ctx, Form.empty(), next);
    }

    private void signIn(Context ctx) {
        Form form = Form.of(ctx);
        String next = SignInNeeded.next(form.value("next"));
        SignIn.Outcome outcome = accounts.signIn()
                .handle(new SignIn.Command(
                        form.value("email"),
                        form.value("password"),
                        form.value("code"),
                        Clients.of(ctx),
                        cookies.read(ctx, DEVICE)));
        if (outcome instanceof SignIn.Outcome.Welcome welcome) {
            cookies.write(ctx, DEVICE, welcome.device(), KNOWN_FOR);
            cookies.openSession(ctx, welcome.session());
            ctx.redirect(next, HttpStatus.SEE_OTHER);
            return;
        }
        watcher.refusedSignIn();
        if (outcome instanceof SignIn.Outcome.Later later) {
            LOG.info("Sign-in put off for {} seconds", seconds(later.pause()));
            form.refuse("password", "That was wrong too often. Try again in " + words(later.pause()) + ".");
            ctx.header("Retry-After", String.valueOf(seconds(later.pause())));
            render(ctx, form, next);
            ctx.status(HttpStatus.TOO_MANY_REQUESTS);
        } else {
            LOG.info("Sign-in refused");
            form.refuse(
                    "password",
                    "These do not belong together. Check the address and the password, and the code if you use codes.");
            render(ctx, form, next);
        }
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }

    private static String words(Duration pause) {
        long seconds = seconds(pause);
        if (seconds == 1) {
            return "a second";
        }
        return seconds < 100 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    private void signOut(Context ctx) {
        cookies.session(ctx).ifPresent(token -> accounts.signOut().handle(new SignOut.Command(token)));
        cookies.closeSession(ctx);
        Flash.goOn(ctx, SignInNeeded.PAGE, "You are signed out.");
    }

    private void render(Context ctx, Form form, String next) {
        ctx.status(form.status());
        ctx.render("account/signIn.jte", Map.of("page", new SignInPage(desks.around(ctx, "Sign in"), form, next)));
    }
}
