package dev.waxwing.adapter.web.site;

import static io.javalin.apibuilder.ApiBuilder.get;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Insiders;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Negotiation;
import dev.waxwing.adapter.web.shared.SecurityHeaders;
import dev.waxwing.adapter.web.shared.Watcher;
import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.adapter.web.site.Readiness.Loss;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code /livez} and {@code /readyz}: whether the program runs, and whether it can serve readers, with a line for each thing it
 * needs.
 */
public final class Health implements EndpointGroup {
    private static final String TEXT = "text/plain";
    private static final String JSON = "application/json";

    private final Readiness readiness;
    private final Watcher watcher;
    private final Insiders insiders;

    @Inject
    public Health(Readiness readiness, Watcher watcher, Insiders insiders) {
        this.readiness = readiness;
        this.watcher = watcher;
        this.insiders = insiders;
    }

    @Override
    public void addEndpoints() {
        get("/livez", ctx -> say(ctx, TEXT, "alive\n"), Access.ANYONE);
        get("/readyz", this::ready, Access.ANYONE);
    }

    private void ready(Context ctx) {
        List<Check> checks = readiness.checks();
        boolean serving = checks.stream().noneMatch(Check::turnsReadersAway);
        if (!serving) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            ctx.header("Retry-After", "5");
        }
        String verdict = serving ? "ready" : "not ready";
        Optional<String> version = insiders.include(ctx) ? Optional.of(watcher.version()) : Optional.empty();
        ctx.header("Vary", "Accept");
        if (Negotiation.preferred(ctx.header("Accept"), List.of(TEXT, JSON)).equals(JSON)) {
            say(ctx, JSON, json(verdict, version, checks));
        } else {
            say(ctx, TEXT, text(verdict, version, checks));
        }
    }

    private static String text(String verdict, Optional<String> version, List<Check> checks) {
        StringBuilder lines = new StringBuilder(verdict).append('\n');
        checks.forEach(check -> lines.append(check.name())
                .append(": ")
                .append(check.trouble().orElse("ok"))
                .append('\n'));
        version.ifPresent(known -> lines.append("version: ").append(known).append('\n'));
        return lines.toString();
    }

    private static String json(String verdict, Optional<String> version, List<Check> checks) {
        return Json.object(json -> {
            json.writeStringField("status", verdict);
            if (version.isPresent()) {
                json.writeStringField("version", version.get());
            }
            json.writeArrayFieldStart("checks");
            for (Check check : checks) {
                write(json, check);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Check check) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", check.name());
        json.writeBooleanField("ok", check.trouble().isEmpty());
        json.writeBooleanField("neededByReaders", check.loss() == Loss.READING);
        if (check.trouble().isPresent()) {
            json.writeStringField("trouble", check.trouble().get());
        }
        json.writeEndObject();
    }

    private static void say(Context ctx, String type, String words) {
        ctx.result(words);
        ctx.contentType(type + "; charset=utf-8");
        ctx.header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        ctx.header(SecurityHeaders.POLICY, SecurityHeaders.policyOfWords());
    }
}
