package example;

import dev.waxwing.adapter.files.FolderSpace;
import dev.waxwing.adapter.jdbi.JdbiPersistence;
import dev.waxwing.adapter.markdown.CommonMarkRenderer;
import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A program of somebody else that keeps news in an H2 file beside its own data. */
final class NewsDesk {
    private NewsDesk() {}

    static List<PostSummary> publish(Path folder, String headline, String markdown) {
        try (JdbiPersistence db = JdbiPersistence.inFolder(folder, new FolderSpace(folder))) {
            Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
            AuthorUseCases authors = AuthorUseCases.of(
                    db.authors(), db.authorQueries(), db.redirects(), UUID::randomUUID, db.unitOfWork(), clock);
            PostUseCases posts = PostUseCases.of(
                    db.posts(),
                    db.postQueries(),
                    db.deskQueries(),
                    db.redirects(),
                    new CommonMarkRenderer(),
                    UUID::randomUUID,
                    db.unitOfWork(),
                    clock);

            AuthorId ada =
                    authors.register().handle(new RegisterAuthor.Command(Actor.operator(), Profile.named("Ada")));
            Actor actor = Actor.of(ada, Role.AUTHOR);
            Draft draft = Draft.of(new Title(headline), markdown, LanguageTag.ENGLISH);
            PostId post = posts.draft().handle(DraftPost.Command.article(actor, draft));
            posts.publish().handle(new PublishPost.Command(actor, post));

            return posts.queries().published(new PostScope.Articles(), 0, 10);
        }
    }
}
