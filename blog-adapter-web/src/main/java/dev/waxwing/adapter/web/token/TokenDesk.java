package dev.waxwing.adapter.web.token;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.token.ApiTokenUseCases;
import dev.waxwing.application.token.IssueApiToken;
import dev.waxwing.application.token.RevokeApiToken;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.token.ApiTokenId;
import dev.waxwing.domain.token.Scope;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /admin/account/tokens}: the tokens with which programs act in one's own name. */
public final class TokenDesk implements EndpointGroup {
    private static final String TOKENS = "/admin/account/tokens";
    private static final String USUAL_DAYS = "90";

    private final ApiTokenUseCases tokens;
    private final Desks desks;

    @Inject
    public TokenDesk(ApiTokenUseCases tokens, Desks desks) {
        this.tokens = tokens;
        this.desks = desks;
    }

    @Override
    public void addEndpoints() {
        get(TOKENS, ctx -> show(ctx, Form.empty().with("days", USUAL_DAYS), ""), Access.CONTRIBUTOR);
        post(TOKENS, this::issue, Access.CONTRIBUTOR);
        post(TOKENS + "/{id}/revoke", this::revoke, Access.CONTRIBUTOR);
    }

    private void issue(Context ctx) {
        Form form = Form.of(ctx);
        try {
            String secret = tokens.issue()
                    .handle(new IssueApiToken.Command(
                            Requester.of(ctx).actor(), form.value("name"), scopes(form), life(form)))
                    .value();
            ctx.status(HttpStatus.CREATED);
            show(ctx, Form.empty().with("days", USUAL_DAYS), secret);
        } catch (BlogException.Invalid refusal) {
            form.refuse(refusal.field().equals("expires") ? "days" : refusal.field(), refusal.getMessage());
            ctx.status(form.status());
            show(ctx, form, "");
        }
    }

    private static Set<Scope> scopes(Form form) {
        return Arrays.stream(Scope.values())
                .filter(scope -> form.values("scopes").contains(scope.word()))
                .collect(Collectors.toSet());
    }

    private static Duration life(Form form) {
        String days = form.value("days");
        return days.matches("[1-9]\\d{0,2}") ? Duration.ofDays(Integer.parseInt(days)) : Duration.ZERO;
    }

    private void revoke(Context ctx) {
        tokens.revoke()
                .handle(new RevokeApiToken.Command(
                        Requester.of(ctx).actor(), ApiTokenId.parse(Params.path(ctx, "id"))));
        Flash.goOn(ctx, TOKENS, "The token is revoked; it opens nothing any more.");
    }

    private void show(Context ctx, Form form, String secret) {
        Requester requester = Requester.of(ctx);
        Desk desk = desks.around(ctx, "Tokens for programs", Desk.Section.MY_ACCOUNT);
        ctx.render(
                "token/tokens.jte",
                Map.of("page", new TokensPage(desk, form, tokens.queries().of(requester.account()), secret)));
    }
}
