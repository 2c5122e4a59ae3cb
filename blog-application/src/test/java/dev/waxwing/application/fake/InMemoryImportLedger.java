package dev.waxwing.application.fake;

import dev.waxwing.application.archive.ImportLedger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger of imports in memory. */
public final class InMemoryImportLedger implements ImportLedger {
    private final InMemoryBlog blog;

    InMemoryImportLedger(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public Optional<String> place(String archive) {
        return blog.read(stored -> Optional.ofNullable(stored.importedFrom.get(archive)));
    }

    @Override
    public void recordPlace(String archive, String place) {
        blog.write(stored -> stored.importedFrom.put(archive, place));
    }

    @Override
    public Map<String, Origin> posts(String archive, Collection<String> sources) {
        return blog.read(stored -> {
            Map<String, Origin> found = new HashMap<>();
            sources.forEach(source -> Optional.ofNullable(stored.importedPosts.get(key(archive, source)))
                    .ifPresent(origin -> found.put(source, origin)));
            return found;
        });
    }

    @Override
    public Optional<MediaOrigin> media(String archive, String source) {
        return blog.read(stored -> Optional.ofNullable(stored.importedMedia.get(key(archive, source))));
    }

    @Override
    public void add(String archive, List<Origin> origins) {
        origins.forEach(origin -> update(archive, origin));
    }

    @Override
    public void update(String archive, Origin origin) {
        blog.write(stored -> stored.importedPosts.put(key(archive, origin.source()), origin));
    }

    @Override
    public void record(String archive, MediaOrigin origin) {
        blog.write(stored -> stored.importedMedia.put(key(archive, origin.source()), origin));
    }

    private static String key(String archive, String source) {
        return archive + "\n" + source;
    }
}
