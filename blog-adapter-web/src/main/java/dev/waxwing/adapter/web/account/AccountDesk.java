package dev.waxwing.adapter.web.account;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Clients;
import dev.waxwing.adapter.web.shared.Cookies;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.adapter.web.shared.SignInNeeded;
import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.AccountView;
import dev.waxwing.application.account.ChangePassword;
import dev.waxwing.application.account.EndSessions;
import dev.waxwing.application.account.OneTimeCodes;
import dev.waxwing.application.account.OwnSessions;
import dev.waxwing.application.account.SessionId;
import dev.waxwing.application.account.SwitchOffCodes;
import dev.waxwing.application.account.SwitchOnCodes;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.Password;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/account}: one's own account. */
public final class AccountDesk implements EndpointGroup {
    private static final String PAGE = "/admin/account";
    private static final String CODES = SignInNeeded.CODES;

    private final AccountUseCases accounts;
    private final OneTimeCodes codes;
    private final AuthorQueries authors;
    private final Desks desks;
    private final Cookies cookies;

    @Inject
    public AccountDesk(
            AccountUseCases accounts, OneTimeCodes codes, AuthorQueries authors, Desks desks, Cookies cookies) {
        this.accounts = accounts;
        this.codes = codes;
        this.authors = authors;
        this.desks = desks;
        this.cookies = cookies;
    }

    @Override
    public void addEndpoints() {
        get(PAGE, ctx -> render(ctx, AccountPage.Part.PASSWORD, Form.empty()), Access.CONTRIBUTOR);
        post(PAGE + "/password", this::changePassword, Access.CONTRIBUTOR);
        post(PAGE + "/sessions/end", this::endSessions, Access.CONTRIBUTOR);
        get(CODES, ctx -> renderCodes(ctx, Form.empty().with("key", codes.newKey()), List.of()), Access.NEWCOMER);
        post(CODES, this::switchOnCodes, Access.NEWCOMER);
        post(CODES + "/off", this::switchOffCodes, Access.CONTRIBUTOR);
    }

    private void changePassword(Context ctx) {
        Form form = Form.of(ctx);
        Optional<Password> wished = form.read("password", Password::new);
        Optional<Token> session = form.send(
                "present",
                () -> accounts.changePassword()
                        .handle(new ChangePassword.Command(
                                Requester.of(ctx).actor(),
                                form.value("present"),
                                wished.orElseThrow(),
                                Clients.of(ctx))));
        if (session.isPresent()) {
            cookies.openSession(ctx, session.get());
            Flash.goOn(ctx, PAGE, "Your password is another now. Everywhere else you are signed out.");
        } else {
            render(ctx, AccountPage.Part.PASSWORD, form);
        }
    }

    /** One session that the form names; all but the present one, if it names none. */
    private void endSessions(Context ctx) {
        Requester requester = Requester.of(ctx);
        Form form = Form.of(ctx);
        String named = form.value("session");
        EndSessions.Which which = named.isEmpty()
                ? new EndSessions.Which.AllBut(requester.session())
                : new EndSessions.Which.One(SessionId.parse(named));
        boolean done = form.send(
                "present",
                () -> accounts.endSessions()
                        .handle(new EndSessions.Command(requester.actor(), form.value("present"), which)));
        if (done) {
            Flash.goOn(
                    ctx, PAGE, named.isEmpty() ? "Everywhere else you are signed out." : "You are signed out there.");
        } else {
            render(ctx, AccountPage.Part.SESSIONS, form);
        }
    }

    private void switchOnCodes(Context ctx) {
        Form form = Form.of(ctx);
        Optional<List<String>> recovery = form.send(
                "code",
                () -> accounts.switchOnCodes()
                        .handle(new SwitchOnCodes.Command(
                                Requester.of(ctx).actor(),
                                form.value("present"),
                                form.value("key"),
                                form.value("code"))));
        renderCodes(ctx, form, recovery.orElse(List.of()));
    }

    private void switchOffCodes(Context ctx) {
        Form form = Form.of(ctx);
        boolean done = form.send(
                "present",
                () -> accounts.switchOffCodes()
                        .handle(new SwitchOffCodes.Command(Requester.of(ctx).actor(), form.value("present"))));
        if (done) {
            Flash.goOn(ctx, PAGE, "You sign in with your password alone now.");
        } else {
            render(ctx, AccountPage.Part.CODES, form);
        }
    }

    private void render(Context ctx, AccountPage.Part sent, Form form) {
        Requester requester = Requester.of(ctx);
        ctx.status(form.status());
        Desk desk = desks.around(ctx, "My account", Desk.Section.MY_ACCOUNT);
        AccountView account = own(ctx);
        AccountPage page = new AccountPage(
                desk,
                account,
                profile(account),
                requester.codes(),
                accounts.ownSessions().handle(new OwnSessions.Command(requester.actor())),
                requester.session(),
                sent,
                form);
        ctx.render("account/account.jte", Map.of("page", page));
    }

    private Optional<AuthorView> profile(AccountView account) {
        return authors.all().stream()
                .filter(author -> author.id().equals(account.person().author()))
                .findFirst();
    }

    private void renderCodes(Context ctx, Form form, List<String> recovery) {
        ctx.status(form.status());
        Desk desk = desks.around(ctx, "Codes", Desk.Section.MY_ACCOUNT);
        CodesPage page =
                new CodesPage(desk, own(ctx), Requester.of(ctx).owesCodes(), form, form.value("key"), recovery);
        ctx.render("account/codes.jte", Map.of("page", page));
    }

    private AccountView own(Context ctx) {
        return accounts.queries().find(Requester.of(ctx).account()).orElseThrow(NotFoundResponse::new);
    }
}
