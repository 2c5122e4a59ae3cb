package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.site.SiteSettings;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Who may know how the blog does inside: whoever knows the token; and this machine itself, as long as the blog stands at
 * an address of this machine. Once readers find it elsewhere there is a proxy, and what a proxy passes on may look like this
 * machine asking.
 */
public final class Insiders {
    private static final String BEARER = "Bearer ";

    private final String token;
    private final SiteSettings site;

    /** @param token empty if there is none */
    public Insiders(String token, SiteSettings site) {
        this.token = token;
        this.site = site;
    }

    public boolean include(Context ctx) {
        return knowsToken(ctx)
                || (Clients.isThisMachine(ctx)
                        && Clients.isThisMachine(site.current().address().uri().getHost()));
    }

    private boolean knowsToken(Context ctx) {
        String presented = ctx.header("Authorization");
        return !token.isEmpty()
                && presented != null
                && MessageDigest.isEqual(
                        presented.getBytes(StandardCharsets.UTF_8), (BEARER + token).getBytes(StandardCharsets.UTF_8));
    }
}
