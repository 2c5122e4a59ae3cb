package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.site.SiteSettings;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts pages onto the desk. */
public final class Desks {
    private static final int NONCE_LENGTH = 24;

    private final SiteSettings settings;
    private final Assets assets;
    private final Cookies cookies;
    private final TokenGenerator tokens;

    @Inject
    public Desks(SiteSettings settings, Assets assets, Cookies cookies, TokenGenerator tokens) {
        this.settings = settings;
        this.assets = assets;
        this.cookies = cookies;
        this.tokens = tokens;
    }

    /** A page with a place in the navigation. */
    public Desk around(Context ctx, String title, Desk.Section section) {
        return frame(ctx, title, section);
    }

    /** A page beside the navigation. */
    public Desk around(Context ctx, String title) {
        return frame(ctx, title, null);
    }

    private Desk frame(Context ctx, String title, Desk.@Nullable Section section) {
        String nonce = tokens.next().value();
        nonce = nonce.substring(0, Math.min(NONCE_LENGTH, nonce.length()));
        ctx.header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        ctx.header(SecurityHeaders.POLICY, SecurityHeaders.policyOfDesk(nonce));
        Optional<Requester> requester = Requester.find(ctx);
        String csrf = requester.map(Requester::csrf).orElseGet(() -> Csrf.of(cookies.visitor(ctx)));
        return new Desk(
                settings.current(), assets, title, section, requester.orElse(null), csrf, nonce, Flash.take(ctx));
    }
}
