package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.account.Client;
import io.javalin.http.Context;

/** Where requests come from: the proxies in between that are trusted have been looked through already. */
public final class Clients {
    private Clients() {}

    public static Client of(Context ctx) {
        String address = ctx.ip();
        String program = ctx.userAgent();
        return new Client(
                address.startsWith("[") ? address.substring(1, address.length() - 1) : address,
                program == null ? "" : program);
    }
}
