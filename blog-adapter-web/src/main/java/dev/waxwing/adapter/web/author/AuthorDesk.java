package dev.waxwing.adapter.web.author;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.author.ChangeProfile;
import dev.waxwing.application.author.MoveAuthor;
import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.shared.Slug;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/authors}: what readers learn of those who write. One's own profile is open to everybody at the desk. */
public final class AuthorDesk implements EndpointGroup {
    private static final String LIST = "/admin/authors";

    private final AuthorUseCases authors;
    private final Desks desks;

    @Inject
    public AuthorDesk(AuthorUseCases authors, Desks desks) {
        this.authors = authors;
        this.desks = desks;
    }

    @Override
    public void addEndpoints() {
        get(LIST, ctx -> list(ctx, Form.empty()), Access.EDITOR);
        post(LIST, this::register, Access.EDITOR);
        get(LIST + "/{handle}", this::show, Access.CONTRIBUTOR);
        post(LIST + "/{handle}", this::change, Access.CONTRIBUTOR);
        post(LIST + "/{handle}/move", this::move, Access.EDITOR);
    }

    private void list(Context ctx, Form form) {
        ctx.status(form.status());
        Desk desk = desks.around(ctx, "Authors", Desk.Section.AUTHORS);
        ctx.render(
                "author/deskList.jte",
                Map.of("page", new AuthorListPage(desk, authors.queries().all(), form)));
    }

    private void register(Context ctx) {
        Form form = Form.of(ctx);
        Optional<Profile> profile = form.read("name", Profile::named);
        profile.ifPresent(named -> form.send(
                "name",
                () -> authors.register()
                        .handle(new RegisterAuthor.Command(Requester.of(ctx).actor(), named))));
        if (form.isValid()) {
            Flash.goOn(ctx, LIST, "%s is an author now.".formatted(form.value("name")));
        } else {
            list(ctx, form);
        }
    }

    private void show(Context ctx) {
        AuthorView author = author(ctx);
        render(ctx, author, filled(author));
    }

    private void change(Context ctx) {
        AuthorView author = author(ctx);
        Form form = Form.of(ctx);
        ProfileForm.read(form)
                .ifPresent(profile -> form.send(
                        "name",
                        () -> authors.changeProfile()
                                .handle(new ChangeProfile.Command(
                                        Requester.of(ctx).actor(), author.id(), profile))));
        answer(ctx, form, author, LIST + "/" + author.handle(), "The profile is saved.");
    }

    private void move(Context ctx) {
        AuthorView author = author(ctx);
        Form form = Form.of(ctx);
        Optional<Slug> handle = form.read("handle", Slug::new);
        handle.ifPresent(to -> form.send(
                "handle",
                () -> authors.move()
                        .handle(new MoveAuthor.Command(Requester.of(ctx).actor(), author.id(), to))));
        answer(
                ctx,
                form,
                author,
                LIST + "/" + form.value("handle"),
                "The page is at /authors/%s now; the former address leads there.".formatted(form.value("handle")));
    }

    private void answer(Context ctx, Form form, AuthorView author, String next, String sentence) {
        if (form.isValid()) {
            Flash.goOn(ctx, next, sentence);
        } else {
            render(ctx, author, form.orElse(filled(author)));
        }
    }

    private static Form filled(AuthorView author) {
        return ProfileForm.filled(author.profile())
                .with("handle", author.handle().value());
    }

    private void render(Context ctx, AuthorView author, Form form) {
        Actor actor = Requester.of(ctx).actor();
        actor.requireMayChangeProfile(author.id());
        ctx.status(form.status());
        Desk desk = desks.around(ctx, author.profile().name(), Desk.Section.AUTHORS);
        ctx.render("author/deskAuthor.jte", Map.of("page", new AuthorDeskPage(desk, actor, author, form)));
    }

    private AuthorView author(Context ctx) {
        return authors.queries().find(Params.slug(ctx, "handle")).orElseThrow(NotFoundResponse::new);
    }
}
