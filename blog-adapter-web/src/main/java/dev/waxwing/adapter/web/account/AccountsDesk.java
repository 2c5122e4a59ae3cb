package dev.waxwing.adapter.web.account;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.AccountView;
import dev.waxwing.application.account.ChangeRole;
import dev.waxwing.application.account.InviteAccount;
import dev.waxwing.application.account.IssueLink;
import dev.waxwing.application.account.ReadmitAccount;
import dev.waxwing.application.account.SuspendAccount;
import dev.waxwing.application.account.WaiveCodes;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** {@code /admin/accounts}: where administrators keep everybody's accounts. */
public final class AccountsDesk implements EndpointGroup {
    private static final String PAGE = "/admin/accounts";
    private static final String ONE = PAGE + "/{id}";

    private final AccountUseCases accounts;
    private final Desks desks;

    @Inject
    public AccountsDesk(AccountUseCases accounts, Desks desks) {
        this.accounts = accounts;
        this.desks = desks;
    }

    @Override
    public void addEndpoints() {
        get(PAGE, ctx -> renderAll(ctx, Form.empty().with("role", Role.AUTHOR.name())), Access.ADMINISTRATOR);
        post(PAGE, this::invite, Access.ADMINISTRATOR);
        get(ONE, ctx -> renderOne(ctx, Form.empty()), Access.ADMINISTRATOR);
        post(ONE + "/role", this::changeRole, Access.ADMINISTRATOR);
        post(ONE + "/link", this::issueLink, Access.ADMINISTRATOR);
        post(
                ONE + "/suspend",
                ctx -> act(
                        ctx,
                        (actor, id) -> accounts.suspend().handle(new SuspendAccount.Command(actor, id)),
                        "%s cannot sign in any more."),
                Access.ADMINISTRATOR);
        post(
                ONE + "/readmit",
                ctx -> act(
                        ctx,
                        (actor, id) -> accounts.readmit().handle(new ReadmitAccount.Command(actor, id)),
                        "%s can sign in again."),
                Access.ADMINISTRATOR);
        post(
                ONE + "/codes/off",
                ctx -> act(
                        ctx,
                        (actor, id) -> accounts.waiveCodes().handle(new WaiveCodes.Command(actor, id)),
                        "%s signs in with the password alone now."),
                Access.ADMINISTRATOR);
    }

    private void invite(Context ctx) {
        Form form = Form.of(ctx);
        Optional<EmailAddress> email = form.read("email", EmailAddress::new);
        Optional<String> name = form.read("name", typed -> Profile.named(typed).name());
        Optional<Role> role = form.read("role", AccountsDesk::role);
        Optional<Token> link = form.send(
                "email",
                () -> accounts.invite()
                        .handle(new InviteAccount.Command(
                                Requester.of(ctx).actor(),
                                email.orElseThrow(),
                                name.orElseThrow(),
                                role.orElseThrow())));
        if (link.isPresent()) {
            renderLink(ctx, "Invitation", link.get(), name.orElseThrow());
        } else {
            renderAll(ctx, form);
        }
    }

    private void changeRole(Context ctx) {
        Form form = Form.of(ctx);
        Optional<Role> role = form.read("role", AccountsDesk::role);
        AccountView account = account(ctx);
        boolean done = form.send(
                "role",
                () -> accounts.changeRole()
                        .handle(new ChangeRole.Command(Requester.of(ctx).actor(), account.id(), role.orElseThrow())));
        if (done) {
            Flash.goOn(
                    ctx,
                    page(account.id()),
                    "The role of %s is %s now.".formatted(account.person().name(), Desk.word(role.orElseThrow())));
        } else {
            renderOne(ctx, form);
        }
    }

    private void issueLink(Context ctx) {
        AccountView account = account(ctx);
        Token link = accounts.issueLink()
                .handle(new IssueLink.Command(Requester.of(ctx).actor(), account.id()));
        renderLink(ctx, "Link to choose a password", link, account.person().name());
    }

    private void act(Context ctx, BiConsumer<Actor, AccountId> act, String sentence) {
        Form form = Form.of(ctx);
        AccountView account = account(ctx);
        boolean done = form.send("role", () -> act.accept(Requester.of(ctx).actor(), account.id()));
        if (done) {
            Flash.goOn(
                    ctx, page(account.id()), sentence.formatted(account.person().name()));
        } else {
            renderOne(ctx, form);
        }
    }

    private void renderAll(Context ctx, Form form) {
        ctx.status(form.status());
        Desk desk = desks.around(ctx, "Accounts", Desk.Section.ACCOUNTS);
        ctx.render(
                "account/accounts.jte",
                Map.of("page", new AccountsPage(desk, accounts.queries().all(), form)));
    }

    private void renderOne(Context ctx, Form form) {
        AccountView account = account(ctx);
        ctx.status(form.status());
        Desk desk = desks.around(ctx, account.person().name(), Desk.Section.ACCOUNTS);
        ctx.render("account/oneAccount.jte", Map.of("page", new OneAccountPage(desk, account, form)));
    }

    private void renderLink(Context ctx, String title, Token link, String name) {
        Desk desk = desks.around(ctx, title, Desk.Section.ACCOUNTS);
        String address = desk.site().absolute(PasswordDesk.path(link));
        ctx.render("account/link.jte", Map.of("page", new LinkPage(desk, address, name)));
    }

    private AccountView account(Context ctx) {
        return accounts.queries().find(AccountId.parse(Params.path(ctx, "id"))).orElseThrow(NotFoundResponse::new);
    }

    private static String page(AccountId account) {
        return PAGE + "/" + account;
    }

    private static Role role(String typed) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new BlogException.Invalid("role", "Choose one of the roles"));
    }
}
