package dev.waxwing.application.fake;

import dev.waxwing.application.backup.Row;
import dev.waxwing.application.backup.RowIntake;
import dev.waxwing.application.backup.RowSource;
import dev.waxwing.application.backup.RowStore;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tables in memory: what was taken can be read. */
public final class InMemoryRows implements RowStore, RowIntake {
    private static final int SCHEMA = 1;

    private final Map<String, List<Row>> tables = new LinkedHashMap<>();

    @Override
    public int schema() {
        return SCHEMA;
    }

    @Override
    public List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    @Override
    public <T> T atOneMoment(Supplier<T> work) {
        return work.get();
    }

    @Override
    public RowSource rows(String table) {
        return tables.getOrDefault(table, List.of())::forEach;
    }

    @Override
    public List<PostId> posts() {
        return List.of();
    }

    @Override
    public List<MediaAddress> media() {
        return List.of();
    }

    @Override
    public void take(int schema, Consumer<Shelf> giver) {
        if (!tables.isEmpty()) {
            throw new BlogException.Conflict("A blog lives there already");
        }
        Map<String, List<Row>> taken = new LinkedHashMap<>();
        giver.accept((table, row) ->
                taken.computeIfAbsent(table, name -> new ArrayList<>()).add(row));
        tables.putAll(taken);
    }
}
