package dev.waxwing.adapter.web.site;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Insiders;
import dev.waxwing.adapter.web.shared.SecurityHeaders;
import dev.waxwing.adapter.web.shared.Watcher;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import jakarta.inject.Inject;

/** {@code /metrics}: how the blog does in figures, for programs of those who run it. */
public final class Metrics implements EndpointGroup {
    private final Watcher watcher;
    private final Insiders insiders;

    @Inject
    public Metrics(Watcher watcher, Insiders insiders) {
        this.watcher = watcher;
        this.insiders = insiders;
    }

    @Override
    public void addEndpoints() {
        get("/metrics", this::show, Access.ANYONE);
    }

    private void show(Context ctx) {
        if (!insiders.include(ctx)) {
            throw new BlogException.Forbidden("The figures are for whoever brings the metrics-token as"
                    + " Authorization: Bearer; without one, for this machine itself while the base-url is its own");
        }
        ctx.result(watcher.figures());
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8");
        ctx.header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        ctx.header(SecurityHeaders.POLICY, SecurityHeaders.policyOfWords());
    }
}
