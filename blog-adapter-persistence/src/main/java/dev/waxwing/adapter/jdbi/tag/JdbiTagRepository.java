package dev.waxwing.adapter.jdbi.tag;

import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.tag.TagRepository;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagEvent;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tags in a table. */
public final class JdbiTagRepository implements TagRepository {
    private static final String SELECT = "SELECT id, name, slug, description, version FROM tag ";
    private static final String INSERT = """
            INSERT INTO tag (id, name, slug, description, version)
            VALUES (:id, :name, :slug, :description, :version + 1)
            """;
    private static final String UPDATE = """
            UPDATE tag SET name = :name, slug = :slug, description = :description, version = version + 1
            WHERE id = :id AND version = :version
            """;

    private final Database database;
    private final JdbiChangeFeed changes;

    @Inject
    public JdbiTagRepository(Database database, JdbiChangeFeed changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Optional<Tag> find(TagId id) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> Tag.restore(state(row)))
                .findOne());
    }

    @Override
    public Optional<Tag> find(Slug slug) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE slug = :slug")
                .bind("slug", slug.value())
                .map((row, context) -> Tag.restore(state(row)))
                .findOne());
    }

    @Override
    public void save(Tag tag) {
        List<TagEvent> events = tag.drainEvents();
        Tag.State state = tag.state();
        if (events.isEmpty() && state.version() > 0) {
            database.requireVersion("tag", state.id().value(), state.version());
            return;
        }
        database.write(handle -> {
            Refusals.whenTaken("Another tag has the address '%s'".formatted(state.slug()), () -> store(handle, state));
            changes.append(events);
        });
    }

    @Override
    public void remove(Tag tag) {
        List<TagEvent> events = tag.drainEvents();
        database.write(handle -> {
            Refusals.whenReferred(
                    "Posts are still under the tag '%s'".formatted(tag.state().name()), () -> delete(handle, tag.id()));
            changes.append(events);
        });
    }

    private static void store(Handle handle, Tag.State state) {
        int rows = handle.createUpdate(state.version() == 0 ? INSERT : UPDATE)
                .bind("id", state.id().value())
                .bind("name", state.name().value())
                .bind("slug", state.slug().value())
                .bind("description", state.description())
                .bind("version", state.version())
                .execute();
        Refusals.requireChanged(rows, "tag");
    }

    private static void delete(Handle handle, TagId id) {
        handle.createUpdate("DELETE FROM tag WHERE id = :id")
                .bind("id", id.value())
                .execute();
        for (String kept : List.of("tally", "listing_block")) {
            handle.createUpdate("DELETE FROM <kept> WHERE scope = :id")
                    .define("kept", kept)
                    .bind("id", id.value())
                    .execute();
        }
    }

    private static Tag.State state(ResultSet row) throws SQLException {
        return new Tag.State(
                new TagId(Columns.id(row, "id")),
                new TagName(row.getString("name")),
                new Slug(row.getString("slug")),
                row.getString("description"),
                row.getLong("version"));
    }
}
