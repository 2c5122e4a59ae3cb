package dev.waxwing.adapter.web.account;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Cookies;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.SignInNeeded;
import dev.waxwing.adapter.web.shared.Throttles;
import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.ChoosePassword;
import dev.waxwing.application.account.FollowLink;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.Password;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/password/token}: where links lead with which somebody joins, or chooses another password. */
public final class PasswordDesk implements EndpointGroup {
    private static final String PAGE = "/admin/password/";

    private final AccountUseCases accounts;
    private final Desks desks;
    private final Cookies cookies;
    private final Throttles throttles;

    @Inject
    public PasswordDesk(AccountUseCases accounts, Desks desks, Cookies cookies, Throttles throttles) {
        this.accounts = accounts;
        this.desks = desks;
        this.cookies = cookies;
        this.throttles = throttles;
    }

    /** Where a link leads. */
    static String path(Token link) {
        return PAGE + link.value();
    }

    @Override
    public void addEndpoints() {
        get(PAGE + "{token}", ctx -> render(ctx, Form.empty()), Access.ANYONE);
        post(PAGE + "{token}", this::choose, Access.ANYONE);
    }

    private void choose(Context ctx) {
        Form form = Form.of(ctx);
        Optional<Password> password = form.read("password", Password::new);
        boolean done = form.send(
                "password",
                () -> accounts.choosePassword().handle(new ChoosePassword.Command(link(ctx), password.orElseThrow())));
        if (done) {
            cookies.closeSession(ctx);
            Flash.goOn(ctx, SignInNeeded.PAGE, "Your password is kept. Sign in with it.");
        } else {
            render(ctx, form);
        }
    }

    private void render(Context ctx, Form form) {
        Optional<Account.Person> person = accounts.followLink().handle(new FollowLink.Command(link(ctx)));
        if (person.isEmpty()) {
            throttles.wrongSecret(ctx);
        }
        ctx.status(person.isPresent() ? form.status() : HttpStatus.GONE);
        String title = person.isPresent() ? "Choose a password" : "This link does not work any more";
        ctx.render(
                "account/password.jte",
                Map.of("page", new PasswordPage(desks.around(ctx, title), form, path(link(ctx)), person.orElse(null))));
    }

    private static Token link(Context ctx) {
        return new Token(Params.path(ctx, "token"));
    }
}
