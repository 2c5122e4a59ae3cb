package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The things that belong to a post in an order: its tags and its authors. */
enum PostRelation {
    TAGS("post_tag", "tag_id"),
    AUTHORS("post_author", "author_id");

    private final String select;
    private final String delete;
    private final String insert;

    PostRelation(String table, String column) {
        select = "SELECT %2$s AS other FROM %1$s WHERE post_id = :post ORDER BY position".formatted(table, column);
        delete = "DELETE FROM %s WHERE post_id = :post".formatted(table);
        insert = "INSERT INTO %s (post_id, position, %s) VALUES (:post, :position, :other)".formatted(table, column);
    }

    List<UUID> of(Handle handle, PostId post) {
        return handle.createQuery(select)
                .bind("post", post.value())
                .map((row, context) -> Columns.id(row, "other"))
                .list();
    }

    void store(Handle handle, Post.State post, List<UUID> others) {
        List<UUID> present = post.version() == 0 ? List.of() : of(handle, post.id());
        if (present.equals(others)) {
            return;
        }
        if (!present.isEmpty()) {
            handle.createUpdate(delete).bind("post", post.id().value()).execute();
        }
        insert(handle, post.id(), others);
    }

    private void insert(Handle handle, PostId post, List<UUID> others) {
        if (others.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(insert)) {
            int position = 0;
            for (UUID other : others) {
                batch.bind("post", post.value())
                        .bind("position", position++)
                        .bind("other", other)
                        .add();
            }
            batch.execute();
        }
    }
}
