package dev.waxwing.adapter.web.account;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.SignInNeeded;
import dev.waxwing.adapter.web.shared.Throttles;
import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.SetUpBlog;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.author.Profile;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/set-up}: open until somebody has an account, and then never again. */
public final class SetUpDesk implements EndpointGroup {
    private static final String PAGE = "/admin/set-up";

    private final AccountUseCases accounts;
    private final Desks desks;
    private final Throttles throttles;

    @Inject
    public SetUpDesk(AccountUseCases accounts, Desks desks, Throttles throttles) {
        this.accounts = accounts;
        this.desks = desks;
        this.throttles = throttles;
    }

    @Override
    public void addEndpoints() {
        get(PAGE, this::show, Access.ANYONE);
        post(PAGE, this::setUp, Access.ANYONE);
    }

    private void show(Context ctx) {
        if (accounts.queries().none()) {
            render(ctx, Form.empty().with("code", Params.query(ctx, "code")));
        } else {
            ctx.redirect(SignInNeeded.PAGE, HttpStatus.SEE_OTHER);
        }
    }

    private void setUp(Context ctx) {
        Form form = Form.of(ctx);
        Optional<EmailAddress> email = form.read("email", EmailAddress::new);
        Optional<String> name = form.read("name", typed -> Profile.named(typed).name());
        Optional<Password> password = form.read("password", Password::new);
        boolean done = form.send(
                "code",
                () -> accounts.settingUp()
                        .handle(new SetUpBlog.Command(
                                new Token(form.value("code").strip()),
                                email.orElseThrow(),
                                name.orElseThrow(),
                                password.orElseThrow())));
        if (done) {
            Flash.goOn(ctx, SignInNeeded.PAGE, "Your account is ready. Sign in with it.");
        } else {
            if (!form.error("code").isEmpty()) {
                throttles.wrongSecret(ctx);
            }
            render(ctx, form);
        }
    }

    private void render(Context ctx, Form form) {
        ctx.status(form.status());
        ctx.render("account/setUp.jte", Map.of("page", new SetUpPage(desks.around(ctx, "Set up your blog"), form)));
    }
}
