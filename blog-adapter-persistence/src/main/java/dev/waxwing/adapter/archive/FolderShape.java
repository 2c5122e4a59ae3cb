package dev.waxwing.adapter.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The folders in which a site keeps its posts.
 *
 * @param topFolders the names directly below the content
 * @param folders the names directly below the content, or below a folder there that is named like a language
 */
record FolderShape(Set<String> topFolders, Set<String> folders) {

    /** @param content the folder of the content with a slash behind it, empty for the site's own folder */
    static FolderShape of(List<FolderWalk.Item> items, String content) {
        Set<String> top = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (FolderWalk.Item item : items) {
            if (!item.name().startsWith(content)) {
                continue;
            }
            String[] segments = item.name().substring(content.length()).split("/", -1);
            if (segments.length > 1) {
                top.add(segments[0]);
                all.add(segments[0]);
            }
            if (segments.length > 2 && Site.looksLikeLanguage(segments[0])) {
                all.add(segments[1]);
            }
        }
        return new FolderShape(Set.copyOf(top), Set.copyOf(all));
    }
}
