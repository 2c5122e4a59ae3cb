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
import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.SignIn;
import dev.waxwing.application.account.SignOut;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.Map;

/** {@code /admin/sign-in} and {@code /admin/sign-out}: the door of the desk. */
public final class SignInDesk implements EndpointGroup {
    private final AccountUseCases accounts;
    private final Desks desks;
    private final Cookies cookies;

    @Inject
    public SignInDesk(AccountUseCases accounts, Desks desks, Cookies cookies) {
        this.accounts = accounts;
        this.desks = desks;
        this.cookies = cookies;
    }

    @Override
    public void addEndpoints() {
        get(SignInNeeded.PAGE, this::show, Access.ANYONE);
        post(SignInNeeded.PAGE, this::signIn, Access.ANYONE);
        post("/admin/sign-out", this::signOut, Access.CONTRIBUTOR);
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
                .handle(new SignIn.Command(form.value("email"), form.value("password"), Clients.of(ctx)));
        if (outcome instanceof SignIn.Outcome.Welcome welcome) {
            cookies.openSession(ctx, welcome.session());
            ctx.redirect(next, HttpStatus.SEE_OTHER);
            return;
        }
        form.refuse("password", "This e-mail address and this password do not belong together");
        render(ctx, form, next);
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
