package dev.waxwing.adapter.jdbi.shared;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.jdbi.Databases;
import dev.waxwing.adapter.jdbi.JdbiPersistence;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.shared.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.h2.mvstore.MVStoreTool;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompactionTest {
    private static final int POSTS = 300;
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    private Path data;

    @Test
    void the_file_grows_with_what_is_in_it_and_not_with_how_often_something_is_saved() throws IOException {
        Path file = data.resolve("blog.mv.db");
        long running;
        try (JdbiPersistence blog = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            blog.authors().save(ada());
            for (int n = 0; n < POSTS; n++) {
                blog.posts().save(aPost(n));
            }
            running = Files.size(file);
        }
        long stopped = Files.size(file);
        MVStoreTool.compact(file.toString(), false);
        long content = Files.size(file);

        assertThat(running).isLessThan(3 * content + 4 * MEBIBYTE);
        assertThat(stopped).isLessThan(3 * content + 4 * MEBIBYTE);
        try (JdbiPersistence blog = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            assertThat(blog.postQueries().publishedCount()).isEqualTo(POSTS);
        }
    }

    @Test
    void a_database_without_a_file_has_no_need_of_it() throws SQLException {
        try (Connection connection = Databases.h2InMemory().getConnection()) {
            assertThat(Compaction.of(connection)).isEmpty();
        }
    }

    private static Post aPost(int number) {
        Post post = Post.draft(
                new PostId(new UUID(0, number)),
                Post.Kind.ARTICLE,
                new Slug("post-" + number),
                new Revision(1, content("Post " + number), ADA, NOON),
                List.of(ADA));
        post.publish(NOON);
        return post;
    }
}
