package dev.waxwing.application;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aSite;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.PlainRenderer;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.post.MovePost;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PreviewUseCases;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.post.TagPost;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.redirect.RedirectUseCases;
import dev.waxwing.application.site.SiteUseCases;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.DomainEvent;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A blog in memory at noon with two people in it, and the everyday acts of its tests: Ada writes, Bob edits. */
public final class Newsroom {
    public final SettableClock clock = new SettableClock(NOON);
    public final InMemoryBlog blog = new InMemoryBlog();
    public final PostUseCases posts = blog.postUseCases(new PlainRenderer(), clock);
    public final PreviewUseCases previews = blog.previewUseCases(clock);
    public final AuthorUseCases authors = blog.authorUseCases(clock);
    public final TagUseCases tags = blog.tagUseCases(clock);
    public final RedirectUseCases redirects = blog.redirectUseCases(clock);
    public final SiteUseCases site = blog.siteUseCases(() -> aSite("Grain & Wing"), clock);

    public final AuthorId ada = register("Ada");
    public final AuthorId bob = register("Bob");
    public final Actor author = Actor.of(ada, Role.AUTHOR);
    public final Actor editor = Actor.of(bob, Role.EDITOR);

    private final long start = blog.head();

    private AuthorId register(String name) {
        return authors.register().handle(new RegisterAuthor.Command(Actor.operator(), Profile.named(name)));
    }

    public static Draft words(String title) {
        return Draft.of(new Title(title), "Words about " + title, LanguageTag.ENGLISH);
    }

    /** A draft of Ada's. */
    public PostId draft(String title) {
        return posts.draft().handle(DraftPost.Command.article(author, words(title)));
    }

    /** A post of Ada's that readers see. */
    public PostId published(String title) {
        PostId post = draft(title);
        posts.publish().handle(new PublishPost.Command(author, post));
        return post;
    }

    public void move(PostId post, String slug) {
        posts.move().handle(new MovePost.Command(editor, post, new Slug(slug)));
    }

    public TagId tag(String name) {
        return tags(name).get(0);
    }

    public List<TagId> tags(String... names) {
        return tags.findOrCreate()
                .handle(new FindOrCreateTags.Command(
                        Stream.of(names).map(TagName::new).toList()));
    }

    public void tag(PostId post, TagId... under) {
        posts.tag().handle(new TagPost.Command(editor, post, List.of(under)));
    }

    public Post.State state(PostId post) {
        return blog.posts().get(post).state();
    }

    public String slug(PostId post) {
        return state(post).slug().value();
    }

    /** Whether readers find the post at the address. */
    public boolean reads(String slug) {
        return posts.queries().published(new Slug(slug)).isPresent();
    }

    /** What readers are told at an address where nothing stands. */
    public Optional<Destination> follow(String path) {
        return redirects.queries().find(new SitePath(path));
    }

    /** What has happened since Ada and Bob joined. */
    public List<DomainEvent> events() {
        return blog.after(start, Integer.MAX_VALUE).stream()
                .map(change -> change.event())
                .toList();
    }

    /** Refused for this reason, and nothing has happened. */
    public void assertRefused(Class<? extends BlogException> reason, Runnable act) {
        long before = blog.head();
        assertThatThrownBy(act::run).isInstanceOf(reason);
        if (blog.head() != before) {
            throw new AssertionError("Refused, but something has happened: " + blog.after(before, 9));
        }
    }
}
