package dev.waxwing.adapter.web.site;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Assets;
import dev.waxwing.adapter.web.shared.Assets.Asset;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Theme;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * {@code /assets/name.hash.ending}: style sheets, type faces, scripts and the icon. What stands at an address never changes.
 */
public final class AssetFiles implements EndpointGroup {
    private final Assets assets;

    @Inject
    public AssetFiles(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void addEndpoints() {
        get("/assets/{file}", this::asset, Access.ANYONE);
        get("/favicon.ico", ctx -> ctx.redirect(assets.icon(), HttpStatus.FOUND), Access.ANYONE);
    }

    private void asset(Context ctx) {
        String address = "/assets/" + Params.path(ctx, "file");
        Delivery.isForEverybody(ctx);
        Optional<Theme> theme = Theme.at(address);
        if (theme.isPresent()) {
            ctx.result(theme.get().css()).contentType("text/css; charset=utf-8");
        } else {
            Asset asset = assets.find(address).orElseThrow(NotFoundResponse::new);
            ctx.result(asset.open());
            ctx.contentType(asset.type());
        }
        ctx.header(Delivery.CACHE_CONTROL, Delivery.IMMUTABLE);
    }
}
