package dev.waxwing.adapter.web.site;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.SecurityHeaders;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code /livez} and {@code /readyz}: whether the program runs, and whether it can serve readers. */
public final class Health implements EndpointGroup {
    private final Readiness readiness;

    @Inject
    public Health(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void addEndpoints() {
        get("/livez", ctx -> say(ctx, "alive"), Access.ANYONE);
        get("/readyz", this::ready, Access.ANYONE);
    }

    private void ready(Context ctx) {
        Optional<String> obstacle = readiness.obstacle();
        if (obstacle.isPresent()) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            ctx.header("Retry-After", "5");
        }
        say(ctx, obstacle.map(reason -> "not ready: " + reason).orElse("ready"));
    }

    private static void say(Context ctx, String word) {
        ctx.result(word + "\n");
        ctx.contentType("text/plain; charset=utf-8");
        ctx.header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        ctx.header(SecurityHeaders.POLICY, SecurityHeaders.policyOfWords());
    }
}
