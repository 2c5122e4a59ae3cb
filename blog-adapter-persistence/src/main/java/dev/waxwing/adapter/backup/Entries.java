package dev.waxwing.adapter.backup;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.Slug;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the parts of a backup are called. */
final class Entries {
    static final String MANIFEST = "manifest.json";
    static final String SUMS = "SHA256SUMS";
    static final String CONFIGURATION = "waxwing.properties";

    private static final String MEDIA = "media/";
    private static final String ROWS = "rows/";
    private static final String ROWS_END = ".jsonl";
    private static final String POSTS = "posts/";
    private static final String POSTS_END = ".md";

    /** In bytes: file systems take names of 255. */
    private static final int LONGEST_NAME = 200;

    private Entries() {}

    /** Media lie in 256 folders, as they do in a data folder. */
    static String ofMedium(MediaAddress address) {
        return MEDIA + address.fileName().substring(0, 2) + "/" + address.fileName();
    }

    static Optional<MediaAddress> medium(String entry) {
        String address = "/media/" + entry.substring(entry.lastIndexOf('/') + 1);
        return Optional.of(address)
                .filter(MediaAddress::matches)
                .map(MediaAddress::new)
                .filter(medium -> ofMedium(medium).equals(entry));
    }

    static boolean isMedium(String entry) {
        return entry.startsWith(MEDIA);
    }

    static String ofTable(String table) {
        return ROWS + table + ROWS_END;
    }

    static Optional<String> table(String entry) {
        return Optional.of(entry)
                .filter(name -> isIn(ROWS, name, ROWS_END))
                .map(name -> name.substring(ROWS.length(), name.length() - ROWS_END.length()));
    }

    /** By its slug, or by its identity where letters of many bytes would make the name too long. */
    static String ofPost(Slug slug, Object id) {
        boolean fits = slug.value().getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
        return POSTS + (fits ? slug : id) + POSTS_END;
    }

    static boolean isPost(String entry) {
        return isIn(POSTS, entry, POSTS_END);
    }

    /** Directly in that folder: a name that leads out of it again would be unpacked anywhere. */
    private static boolean isIn(String folder, String entry, String end) {
        return entry.startsWith(folder)
                && entry.endsWith(end)
                && entry.length() > folder.length() + end.length()
                && entry.indexOf('/', folder.length()) < 0
                && entry.indexOf('\\') < 0;
    }
}
