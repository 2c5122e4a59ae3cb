package dev.waxwing.adapter.web.site;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.domain.site.Site;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import jakarta.inject.Inject;

/**
 * {@code /robots.txt} (RFC 9309): everything may be read but the search, which would be read without end, or nothing at all.
 */
public final class Robots implements EndpointGroup {
    private final SiteSettings settings;

    @Inject
    public Robots(SiteSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addEndpoints() {
        get("/robots.txt", this::robots, Access.ANYONE);
    }

    private void robots(Context ctx) {
        Site site = settings.current();
        Delivery.isForEverybody(ctx);
        ctx.result(
                site.isListed()
                        ? "User-agent: *%nDisallow: /search%nDisallow: /admin%n%nSitemap: %s%n"
                                .formatted(site.absolute("/sitemap.xml"))
                        : "User-agent: *%nDisallow: /%n".formatted());
        ctx.contentType("text/plain; charset=utf-8");
    }
}
