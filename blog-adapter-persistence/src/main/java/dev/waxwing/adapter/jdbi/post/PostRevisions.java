package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Batches;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.application.post.Milestone;
import dev.waxwing.application.post.RevisionView;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Body;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The texts of posts: every revision is written once and never changed, though one that led to another may be forgotten. */
final class PostRevisions {
    private static final String INSERT = """
            INSERT INTO post_revision (post_id, number, title, excerpt, cover, cover_alt, language, canonical, markdown,
                html, contents, plain, words, written_by, written_at)
            VALUES (:post, :number, :title, :excerpt, :cover, :coverAlt, :language, :canonical, :markdown,
                :html, :contents, :plain, :words, :writtenBy, :writtenAt)
            """;

    private static final String KEEP = """
            INSERT INTO post_milestone (post_id, number, reason)
            SELECT r.post_id, r.number, CAST(:reason AS VARCHAR(10)) FROM post_revision r
            WHERE r.post_id = :post AND r.number = :number
                AND NOT EXISTS (SELECT 1 FROM post_milestone m WHERE m.post_id = :post AND m.number = :number)
            """;
    private static final String FORGET_PASSING = """
            DELETE FROM post_revision WHERE post_id = :post AND number = :number AND number > 1
                AND NOT EXISTS (SELECT 1 FROM post p WHERE p.id = :post
                    AND (p.revision = :number OR p.pending = :number OR p.revisions = :number))
                AND NOT EXISTS (SELECT 1 FROM post_milestone m WHERE m.post_id = :post AND m.number = :number)
                AND EXISTS (SELECT 1 FROM post_revision n WHERE n.post_id = :post
                    AND n.number = (SELECT MIN(l.number) FROM post_revision l WHERE l.post_id = :post AND l.number > :number)
                    AND n.written_by IS NOT DISTINCT FROM post_revision.written_by
                    AND n.written_at <= post_revision.written_at + INTERVAL '%d' MINUTE
                    AND NOT EXISTS (SELECT 1 FROM post_milestone m WHERE m.post_id = :post AND m.number = n.number))
            """.formatted(RevisionView.PAUSE.toMinutes());

    private PostRevisions() {}

    /** A text that was written for a post. */
    record Written(PostId post, Revision revision) {
        static Stream<Written> of(Post post) {
            return post.drainNewRevisions().stream().map(revision -> new Written(post.id(), revision));
        }
    }

    static void append(Handle handle, List<Written> texts) {
        Batches.execute(handle, INSERT, texts, PostRevisions::bind);
    }

    /** Keeps what readers see of the posts that are published. */
    static void keepSeen(Handle handle, List<Post.State> posts) {
        List<Post.State> published = posts.stream()
                .filter(post -> post.status() == Post.Status.PUBLISHED)
                .toList();
        Batches.execute(
                handle,
                KEEP,
                published,
                (batch, post) -> batch.bind("post", post.id().value())
                        .bind("number", post.revision().number())
                        .bind("reason", Milestone.SEEN.name()));
    }

    static void keep(Handle handle, PostId post, int revision, Milestone milestone) {
        handle.createUpdate(KEEP)
                .bind("post", post.value())
                .bind("number", revision)
                .bind("reason", milestone.name())
                .execute();
    }

    static void forgetPassing(Handle handle, PostId post, int revision) {
        handle.createUpdate(FORGET_PASSING)
                .bind("post", post.value())
                .bind("number", revision)
                .execute();
    }

    static Revision revision(ResultSet row) throws SQLException {
        UUID writer = Columns.idOrNull(row, "written_by");
        return new Revision(
                row.getInt("number"),
                content(row),
                writer == null ? null : new AuthorId(writer),
                Columns.instant(row, "written_at"));
    }

    private static Content content(ResultSet row) throws SQLException {
        Body body = new Body(
                row.getString("markdown"),
                row.getString("html"),
                row.getString("contents"),
                row.getString("plain"),
                row.getInt("words"));
        return new Content(
                new Title(row.getString("title")),
                body,
                row.getString("excerpt"),
                PostRows.cover(row),
                new LanguageTag(row.getString("language")),
                PostRows.canonical(row));
    }

    private static void bind(PreparedBatch batch, Written text) {
        Revision revision = text.revision();
        Content content = revision.content();
        Cover cover = content.cover();
        AuthorId writer = revision.by();
        batch.bind("post", text.post().value())
                .bind("number", revision.number())
                .bind("title", content.title().value())
                .bind("excerpt", content.excerpt())
                .bind("cover", cover == null ? null : cover.picture().value())
                .bind("coverAlt", cover == null ? null : cover.alt())
                .bind("language", content.language().value())
                .bind(
                        "canonical",
                        content.canonical() == null ? null : content.canonical().value())
                .bind("markdown", content.body().markdown())
                .bind("html", content.body().html())
                .bind("contents", content.body().contents())
                .bind("plain", content.body().text())
                .bind("words", content.body().words())
                .bind("writtenBy", writer == null ? null : writer.value())
                .bind("writtenAt", revision.at());
    }
}
