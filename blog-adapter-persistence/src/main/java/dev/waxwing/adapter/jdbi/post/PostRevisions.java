package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Body;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The texts of posts: every revision is written once and never changed. */
final class PostRevisions {
    private static final String INSERT = """
            INSERT INTO post_revision (post_id, number, title, excerpt, cover, cover_alt, language, canonical, markdown,
                html, contents, plain, words, written_by, written_at)
            VALUES (:post, :number, :title, :excerpt, :cover, :coverAlt, :language, :canonical, :markdown,
                :html, :contents, :plain, :words, :writtenBy, :writtenAt)
            """;

    private PostRevisions() {}

    static void append(Handle handle, Post.State post, List<Revision> written) {
        written.forEach(revision -> insert(handle, post, revision));
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

    private static void insert(Handle handle, Post.State post, Revision revision) {
        Content content = revision.content();
        Cover cover = content.cover();
        AuthorId writer = revision.by();
        handle.createUpdate(INSERT)
                .bind("post", post.id().value())
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
                .bind("writtenAt", revision.at())
                .execute();
    }
}
