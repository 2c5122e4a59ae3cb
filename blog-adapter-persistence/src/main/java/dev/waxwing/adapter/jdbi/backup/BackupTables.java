package dev.waxwing.adapter.jdbi.backup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables belong into a backup. */
final class BackupTables {

    /** What lets somebody in for a while, or passes by itself, or is about the nodes and not about the blog. */
    static final List<String> LEFT_OUT = List.of(
            "account_session", "account_device", "account_link", "sign_in_failure", "allowance", "set_up", "duty");

    private static final Set<String> OF_LETTERS =
            Set.of("path_hash", "address", "name_hash", "file_hash", "key_hash", "reader");

    /** Each with its key, which gives its rows their order. None refers to a later one, so they can be filled in this order. */
    private static final Map<String, List<String>> KEYS = keys();

    private BackupTables() {}

    private static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("author", List.of("id"));
        keys.put("author_link", List.of("author_id", "position"));
        keys.put("tag", List.of("id"));
        keys.put("post", List.of("id"));
        keys.put("post_revision", List.of("post_id", "number"));
        keys.put("post_milestone", List.of("post_id", "number"));
        keys.put("post_tag", List.of("post_id", "tag_id"));
        keys.put("post_author", List.of("post_id", "author_id"));
        keys.put("post_preview", List.of("id"));
        keys.put("listing", List.of("scope", "published_at", "post_id"));
        keys.put("listing_block", List.of("scope", "published_at", "post_id"));
        keys.put("tally", List.of("scope"));
        keys.put("redirect", List.of("path_hash"));
        keys.put("media", List.of("address"));
        keys.put("media_use", List.of("address", "post_id"));
        keys.put("import_archive", List.of("name_hash"));
        keys.put("import_post", List.of("file_hash"));
        keys.put("import_medium", List.of("file_hash"));
        keys.put("account", List.of("id"));
        keys.put("account_recovery", List.of("account_id", "position"));
        keys.put("api_token", List.of("id"));
        keys.put("api_creation", List.of("owner_id", "key_hash"));
        keys.put("site_settings", List.of("id"));
        keys.put("site_navigation", List.of("position"));
        keys.put("change_feed", List.of("position"));
        keys.put("change_bookmark", List.of("reader"));
        keys.put("change_head", List.of("id"));
        keys.put("audit_entry", List.of("number"));
        return Collections.unmodifiableMap(keys);
    }

    /** The tables that are carried, in the order in which they can be filled. */
    static List<String> carried() {
        return List.copyOf(KEYS.keySet());
    }

    /** @throws IllegalArgumentException if the table is not carried */
    static List<String> key(String table) {
        List<String> key = KEYS.get(table);
        if (key == null) {
            throw new IllegalArgumentException("No table '%s' is carried".formatted(table));
        }
        return key;
    }

    /** Whether a column of a key holds a text; those are of ASCII letters, digits and signs alone. */
    static boolean isOfLetters(String column) {
        return OF_LETTERS.contains(column);
    }
}
