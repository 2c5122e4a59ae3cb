package dev.waxwing.adapter.web.site;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.post.FrontPage;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Frames;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.site.ChangeSettings;
import dev.waxwing.application.site.SettingsView;
import dev.waxwing.application.site.SiteUseCases;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.site.Settings;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/settings}: what the blog says of itself and how it looks, shown on its front page before it is saved. */
public final class SettingsDesk implements EndpointGroup {
    private static final String SETTINGS = "/admin/settings";

    private final SiteUseCases site;
    private final PostQueries posts;
    private final Desks desks;
    private final Frames frames;

    @Inject
    public SettingsDesk(SiteUseCases site, PostQueries posts, Desks desks, Frames frames) {
        this.site = site;
        this.posts = posts;
        this.desks = desks;
        this.frames = frames;
    }

    @Override
    public void addEndpoints() {
        get(SETTINGS, this::show, Access.ADMINISTRATOR);
        post(SETTINGS, this::save, Access.ADMINISTRATOR);
        post(SETTINGS + "/preview", this::preview, Access.ADMINISTRATOR);
    }

    private void show(Context ctx) {
        SettingsView saved = saved(ctx);
        render(ctx, saved, SettingsForm.filled(saved));
    }

    private void save(Context ctx) {
        Form form = Form.of(ctx);
        SettingsForm.read(form).ifPresent(settings -> change(ctx, form, settings));
        if (form.isValid()) {
            Flash.goOn(ctx, SETTINGS, "The settings are saved. Readers see them from now on.");
        } else {
            render(ctx, saved(ctx), form);
        }
    }

    private void change(Context ctx, Form form, Settings settings) {
        try {
            site.change()
                    .handle(new ChangeSettings.Command(
                            Requester.of(ctx).actor(), SettingsForm.version(form), settings));
        } catch (BlogException.Invalid refusal) {
            form.refuse(refusal.field(), refusal.getMessage());
        } catch (BlogException.Conflict conflict) {
            SettingsForm.compare(form, settings, saved(ctx));
        }
    }

    private void preview(Context ctx) {
        Form form = Form.of(ctx);
        SettingsView saved = saved(ctx);
        Optional<Settings> settings = SettingsForm.read(form);
        if (settings.isEmpty()) {
            render(ctx, saved, form);
            return;
        }
        ctx.header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        ctx.header("X-Robots-Tag", "noindex");
        Frames tried = frames.trying(
                settings.get(), "This is a preview. Nothing is saved; go back to the settings to change or save them.");
        ctx.render("post/front.jte", Map.of("page", FrontPage.of(tried, posts, 1)));
    }

    private void render(Context ctx, SettingsView saved, Form form) {
        ctx.status(form.status());
        if (!form.error("accent").isEmpty()) {
            // A field for colours can hold nothing else; a browser would make black of it.
            form.with("accent", saved.settings().accent().value());
        }
        Desk desk = desks.around(ctx, "Settings", Desk.Section.SETTINGS);
        ctx.render("site/settings.jte", Map.of("page", new SettingsPage(desk, saved, form)));
    }

    private SettingsView saved(Context ctx) {
        return site.read().handle(Requester.of(ctx).actor());
    }
}
