package dev.waxwing.adapter.web.redirect;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.redirect.AddRedirect;
import dev.waxwing.application.redirect.RedirectCursor;
import dev.waxwing.application.redirect.RedirectUseCases;
import dev.waxwing.application.redirect.RedirectView;
import dev.waxwing.application.redirect.RemoveRedirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.WebAddress;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/redirects}: the addresses at which nothing stands, and where they lead. */
public final class RedirectDesk implements EndpointGroup {
    private static final String LIST = "/admin/redirects";
    private static final int PAGE = 50;

    private final RedirectUseCases redirects;
    private final Desks desks;

    @Inject
    public RedirectDesk(RedirectUseCases redirects, Desks desks) {
        this.redirects = redirects;
        this.desks = desks;
    }

    @Override
    public void addEndpoints() {
        get(LIST, ctx -> render(ctx, Form.empty()), Access.EDITOR);
        post(LIST, this::add, Access.EDITOR);
        post(LIST + "/remove", this::remove, Access.EDITOR);
    }

    private void add(Context ctx) {
        Form form = Form.of(ctx);
        Optional<SitePath> from = form.read("path", RedirectDesk::path);
        Optional<Target> target = form.read("target", this::target);
        if (from.isPresent() && target.isPresent()) {
            form.send(
                    "path",
                    () -> redirects
                            .add()
                            .handle(new AddRedirect.Command(Requester.of(ctx).actor(), from.get(), target.get())));
        }
        if (form.isValid()) {
            Flash.goOn(ctx, LIST, "%s leads elsewhere now.".formatted(form.value("path")));
        } else {
            render(ctx, form);
        }
    }

    private void remove(Context ctx) {
        SitePath from = path(Form.of(ctx).value("path"));
        redirects.remove().handle(new RemoveRedirect.Command(Requester.of(ctx).actor(), from));
        Flash.goOn(ctx, LIST, "%s leads nowhere any more.".formatted(from));
    }

    /** A path as it is typed, or pasted with the site in front of it. */
    private static SitePath path(String typed) {
        return SitePath.decode(typed.strip().replaceFirst("^https?://[^/]+", ""));
    }

    /** An address of this site, written as a whole, is a path like any other: loops are looked for among paths. */
    private Target target(String typed) {
        String target = typed.strip();
        String here = desks.site().absolute("/");
        if (target.startsWith(here)) {
            target = target.substring(here.length() - 1);
        }
        if (target.isEmpty()) {
            return new Target.Gone();
        }
        if (!target.startsWith("/")) {
            return new Target.ToAddress(new WebAddress(target));
        }
        if (target.matches(".*[?#].*")) {
            throw new BlogException.Invalid("target", "Lead to a page of this site without ? and #");
        }
        return new Target.ToPath(SitePath.decode(target));
    }

    private void render(Context ctx, Form form) {
        ctx.status(form.status());
        List<RedirectView> found = redirects.queries().latest(cursor(ctx), PAGE + 1);
        List<RedirectView> shown = found.subList(0, Math.min(PAGE, found.size()));
        Optional<RedirectCursor> next =
                found.size() > PAGE ? Optional.of(RedirectCursor.of(shown.get(PAGE - 1))) : Optional.empty();
        Desk desk = desks.around(ctx, "Redirects", Desk.Section.REDIRECTS);
        ctx.render("redirect/deskList.jte", Map.of("page", new RedirectPage(desk, shown, next, form)));
    }

    private static Optional<RedirectCursor> cursor(Context ctx) {
        String since = Params.query(ctx, "since");
        if (since.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RedirectCursor(Instant.parse(since), new SitePath(Params.query(ctx, "from"))));
        } catch (DateTimeException | BlogException.Invalid e) {
            throw Params.noPlace("since", since);
        }
    }
}
