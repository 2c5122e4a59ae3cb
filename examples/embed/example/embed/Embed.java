package example.embed;

import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.PlainRenderer;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import java.time.Clock;

/** A program of your own with a blog inside: drafts a post, publishes it and reads it. */
public final class Embed {
    public static void main(String[] args) {
        InMemoryBlog blog = new InMemoryBlog();
        AuthorUseCases authors = blog.authorUseCases(Clock.systemUTC());
        PostUseCases posts = blog.postUseCases(new PlainRenderer(), Clock.systemUTC());

        AuthorId ada = authors.register().handle(new RegisterAuthor.Command(Actor.operator(), Profile.named("Ada")));
        Actor actor = Actor.of(ada, Role.AUTHOR);
        Draft words = Draft.of(new Title("Hello, hexagon"), "First words.", LanguageTag.ENGLISH);
        PostId post = posts.draft().handle(DraftPost.Command.article(actor, words));
        posts.publish().handle(new PublishPost.Command(actor, post));

        posts.queries()
                .latest(new PostScope.Articles(), 10)
                .forEach(view -> System.out.println("/" + view.summary().slug() + ": " + view.html()));
    }
}
