package dev.waxwing.adapter.web.site;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.SecurityHeaders;
import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.adapter.web.site.Readiness.Loss;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /livez} and {@code /readyz}: whether the program runs, and whether it can serve readers, with a line for each thing it needs. */
public final class Health implements EndpointGroup {
    private final Readiness readiness;

    @Inject
    public Health(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void addEndpoints() {
        get("/livez", ctx -> say(ctx, "alive\n"), Access.ANYONE);
        get("/readyz", this::ready, Access.ANYONE);
    }

    private void ready(Context ctx) {
        List<Check> checks = readiness.checks();
        boolean serving = checks.stream()
                .noneMatch(
                        check -> check.loss() == Loss.READING && check.trouble().isPresent());
        if (!serving) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            ctx.header("Retry-After", "5");
        }
        say(
                ctx,
                checks.stream()
                        .map(Health::line)
                        .collect(Collectors.joining("", serving ? "ready\n" : "not ready\n", "")));
    }

    private static String line(Check check) {
        return check.name() + ": " + check.trouble().orElse("ok") + "\n";
    }

    private static void say(Context ctx, String words) {
        ctx.result(words);
        ctx.contentType("text/plain; charset=utf-8");
        ctx.header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        ctx.header(SecurityHeaders.POLICY, SecurityHeaders.policyOfWords());
    }
}
