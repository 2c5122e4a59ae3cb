package dev.waxwing.adapter.web.post;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.post.PostListPage.Asked;
import dev.waxwing.adapter.web.post.PostListPage.Group;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.BrowsePosts;
import dev.waxwing.application.post.DeskCursor;
import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.application.post.DeskFilter;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.tag.TagId;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/posts}: what is live, what is next and what is unfinished; and any list of posts. */
public final class PostListDesk implements EndpointGroup {
    private static final int AT_A_GLANCE = 6;
    private static final int PAGE = 50;

    private final BrowsePosts browse;
    private final AuthorQueries authors;
    private final TagQueries tags;
    private final Desks desks;

    @Inject
    public PostListDesk(BrowsePosts browse, AuthorQueries authors, TagQueries tags, Desks desks) {
        this.browse = browse;
        this.authors = authors;
        this.tags = tags;
        this.desks = desks;
    }

    @Override
    public void addEndpoints() {
        get("/admin", ctx -> ctx.redirect("/admin/posts", HttpStatus.SEE_OTHER), Access.CONTRIBUTOR);
        get("/admin/posts", this::list, Access.CONTRIBUTOR);
    }

    private void list(Context ctx) {
        Actor actor = Requester.of(ctx).actor();
        Asked asked = new Asked(
                Params.query(ctx, "status"),
                Params.query(ctx, "author"),
                Params.query(ctx, "tag"),
                Params.query(ctx, "q").strip());
        List<Group> groups = new ArrayList<>();
        String more = null;
        boolean gone = isGone(asked);
        String nothing = gone ? "What you look for has gone: choose another author or tag." : "Nothing here.";
        if (asked.isNothing()) {
            groups.addAll(atAGlance(actor));
        } else if (gone) {
            groups.add(new Group("Posts", List.of(), null));
        } else {
            DeskFilter filter = filter(asked);
            List<DeskEntry> found = browse.handle(new BrowsePosts.Command(actor, filter, after(ctx), PAGE + 1));
            boolean goesOn = found.size() > PAGE;
            List<DeskEntry> shown = goesOn ? found.subList(0, PAGE) : found;
            groups.add(new Group(filter.status().map(Standing::of).orElse("Posts"), shown, null));
            more = goesOn ? more(asked, shown.get(PAGE - 1).cursor()) : null;
        }
        Desk desk = desks.around(ctx, "Posts", Desk.Section.POSTS);
        ctx.render(
                "post/posts.jte",
                Map.of("page", new PostListPage(desk, asked, groups, nothing, more, authors.all(), tags.inUse())));
    }

    private List<Group> atAGlance(Actor actor) {
        return List.of(
                group(actor, "Next", Post.Status.SCHEDULED),
                group(actor, "For review", Post.Status.IN_REVIEW),
                group(actor, "Unfinished", Post.Status.DRAFT),
                group(actor, "Live", Post.Status.PUBLISHED));
    }

    private Group group(Actor actor, String title, Post.Status status) {
        List<DeskEntry> found =
                browse.handle(new BrowsePosts.Command(actor, DeskFilter.of(status), Optional.empty(), AT_A_GLANCE + 1));
        boolean goesOn = found.size() > AT_A_GLANCE;
        return new Group(
                title,
                goesOn ? found.subList(0, AT_A_GLANCE) : found,
                goesOn ? "/admin/posts?status=" + status.name().toLowerCase(Locale.ROOT) : null);
    }

    /** Whether an address of former days names an author or a tag that there is no more. */
    private boolean isGone(Asked asked) {
        return (!asked.author().isEmpty() && author(asked).isEmpty())
                || (!asked.tag().isEmpty() && tag(asked).isEmpty());
    }

    private Optional<AuthorId> author(Asked asked) {
        return Params.slug(asked.author()).flatMap(authors::find).map(AuthorView::id);
    }

    private Optional<TagId> tag(Asked asked) {
        return Params.slug(asked.tag()).flatMap(tags::find).map(TagView::id);
    }

    private DeskFilter filter(Asked asked) {
        DeskFilter filter = DeskFilter.EVERYTHING.titled(asked.words());
        if (!asked.status().isEmpty()) {
            filter = filter.with(status(asked.status()));
        }
        filter = author(asked).map(filter::by).orElse(filter);
        return tag(asked).map(filter::under).orElse(filter);
    }

    private static Post.Status status(String name) {
        try {
            return Post.Status.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BlogException.Invalid("status", "No post stands as '%s'".formatted(name));
        }
    }

    private static Optional<DeskCursor> after(Context ctx) {
        String place = Params.query(ctx, "after");
        int middle = place.indexOf('_');
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DeskCursor(
                    Instant.parse(place.substring(0, Math.max(0, middle))), PostId.parse(place.substring(middle + 1))));
        } catch (DateTimeParseException | BlogException.NotFound e) {
            throw Params.noPlace("after", place);
        }
    }

    private static String more(Asked asked, DeskCursor place) {
        return "/admin/posts?status=%s&author=%s&tag=%s&q=%s&after=%s"
                .formatted(
                        Params.encoded(asked.status()),
                        Params.encoded(asked.author()),
                        Params.encoded(asked.tag()),
                        Params.encoded(asked.words()),
                        Params.encoded(place.editedAt() + "_" + place.post()));
    }
}
