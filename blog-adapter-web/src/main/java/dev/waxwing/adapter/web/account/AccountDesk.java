package dev.waxwing.adapter.web.account;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.AccountView;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.Map;

/** {@code /admin/account}: one's own account. */
public final class AccountDesk implements EndpointGroup {
    private final AccountUseCases accounts;
    private final Desks desks;

    @Inject
    public AccountDesk(AccountUseCases accounts, Desks desks) {
        this.accounts = accounts;
        this.desks = desks;
    }

    @Override
    public void addEndpoints() {
        get("/admin", ctx -> ctx.redirect("/admin/account", HttpStatus.SEE_OTHER), Access.CONTRIBUTOR);
        get("/admin/account", this::show, Access.CONTRIBUTOR);
    }

    private void show(Context ctx) {
        AccountView own = accounts.queries().find(Requester.of(ctx).account()).orElseThrow(NotFoundResponse::new);
        Desk desk = desks.around(ctx, "My account", Desk.Section.MY_ACCOUNT);
        ctx.render("account/account.jte", Map.of("page", new AccountPage(desk, own)));
    }
}
