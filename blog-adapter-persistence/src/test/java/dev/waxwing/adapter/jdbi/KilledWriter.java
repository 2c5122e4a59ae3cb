package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.content;

import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.shared.Slug;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Publishes posts on several threads as long as somebody listens, and says which ones are kept; the test kills it. */
final class KilledWriter {
    private static final int THREADS = 4;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        JdbiPersistence persistence = JdbiPersistence.inFolder(Path.of(arguments[0]), FreeSpace.PLENTY);
        AuthorId author = new AuthorId(UUID.fromString(arguments[1]));
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> publish(persistence, author)).start();
        }
    }

    private static void publish(JdbiPersistence persistence, AuthorId author) {
        while (!System.out.checkError()) {
            PostId id = new PostId(UUID.randomUUID());
            Post post = Post.draft(
                    id,
                    Post.Kind.ARTICLE,
                    new Slug("post-" + id),
                    new Revision(1, content("Post " + id), author, NOON),
                    List.of(author));
            persistence.unitOfWork().run(() -> {
                post.publish(NOON);
                persistence.posts().save(post);
            });
            System.out.println(id);
        }
    }
}
