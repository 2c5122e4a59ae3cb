package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Batches;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.tag.TagId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The things that belong to a post in an order: its tags and its authors. */
enum PostRelation {
    TAGS("post_tag", "tag_id") {
        @Override
        Stream<UUID> others(Post.State post) {
            return post.tags().stream().map(TagId::value);
        }
    },
    AUTHORS("post_author", "author_id") {
        @Override
        Stream<UUID> others(Post.State post) {
            return post.authors().stream().map(AuthorId::value);
        }
    };

    private final String select;
    private final String delete;
    private final String insert;

    private record Row(UUID post, int position, UUID other) {}

    PostRelation(String table, String column) {
        select = "SELECT %2$s AS other FROM %1$s WHERE post_id = :post ORDER BY position".formatted(table, column);
        delete = "DELETE FROM %s WHERE post_id = :post".formatted(table);
        insert = "INSERT INTO %s (post_id, position, %s) VALUES (:post, :position, :other)".formatted(table, column);
    }

    abstract Stream<UUID> others(Post.State post);

    List<UUID> of(Handle handle, PostId post) {
        return handle.createQuery(select)
                .bind("post", post.value())
                .map((row, context) -> Columns.id(row, "other"))
                .list();
    }

    void store(Handle handle, Post.State post) {
        List<UUID> present = post.version() == 0 ? List.of() : of(handle, post.id());
        if (present.equals(others(post).toList())) {
            return;
        }
        if (!present.isEmpty()) {
            handle.createUpdate(delete).bind("post", post.id().value()).execute();
        }
        add(handle, List.of(post));
    }

    /** To be called for posts that have none so far. */
    void add(Handle handle, List<Post.State> posts) {
        List<Row> rows = posts.stream().flatMap(this::rows).toList();
        Batches.execute(
                handle,
                insert,
                rows,
                (batch, row) -> batch.bind("post", row.post())
                        .bind("position", row.position())
                        .bind("other", row.other()));
    }

    private Stream<Row> rows(Post.State post) {
        List<UUID> wanted = others(post).toList();
        return IntStream.range(0, wanted.size())
                .mapToObj(position -> new Row(post.id().value(), position, wanted.get(position)));
    }
}
