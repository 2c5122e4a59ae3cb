package dev.waxwing.adapter.web.site;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.domain.site.Site;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** {@code /.well-known/security.txt} (RFC 9116), if it is configured whom to tell of weaknesses. */
public final class SecurityFile implements EndpointGroup {
    private static final String PATH = "/.well-known/security.txt";

    /** Less than a year, as section 2.5.5 recommends; it begins anew each day. */
    private static final Duration GOOD_FOR = Duration.ofDays(180);

    private final Optional<SecurityContact> contact;
    private final SiteSettings settings;
    private final Clock clock;

    public SecurityFile(Optional<SecurityContact> contact, SiteSettings settings, Clock clock) {
        this.contact = contact;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void addEndpoints() {
        get(PATH, this::show, Access.ANYONE);
    }

    private void show(Context ctx) {
        SecurityContact told = contact.orElseThrow(NotFoundResponse::new);
        Site site = settings.current();
        ctx.result("Contact: %s%nExpires: %s%nPreferred-Languages: %s%nCanonical: %s%n"
                .formatted(
                        told.uri(),
                        clock.instant().truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR),
                        site.language().value(),
                        site.absolute(PATH)));
        ctx.contentType("text/plain; charset=utf-8");
        ctx.header(Delivery.CACHE_CONTROL, "public, max-age=3600");
    }
}
