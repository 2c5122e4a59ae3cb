package dev.waxwing.adapter.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file's path says of its post.
 *
 * @param source the path below the site's folder
 * @param folders the folders between the content and the file, without those that stand for a language or for posts as such
 * @param above for Jekyll, the folders above {@code _posts}, which are categories
 * @param language the folder or suffix that stands for a language
 * @param name the file's name, or the folder's if the post is a folder with an {@code index} file
 * @param shelf the kind of folder it stands in
 * @param collection for Jekyll, the collection's name
 */
record Place(
        String source,
        List<String> folders,
        List<String> above,
        Optional<String> language,
        FileName name,
        Shelf shelf,
        String collection,
        boolean bundle) {

    /** Jekyll's kinds of folders. */
    enum Shelf {
        POSTS,
        DRAFTS,
        COLLECTION,
        PAGES
    }

    /** @param content the folder of the content with a slash behind it, or nothing */
    static Place of(Site site, String content, String source) {
        List<String> segments =
                new ArrayList<>(Arrays.asList(source.substring(content.length()).split("/", -1)));
        String file = segments.remove(segments.size() - 1);
        String stem =
                file.substring(0, file.length() - FileRoles.extension(file).length() - 1);
        Optional<String> language = languageFolder(site, segments);
        Optional<String> suffix = languageSuffix(site, stem);
        if (suffix.isPresent()) {
            stem = stem.substring(0, stem.length() - suffix.get().length() - 1);
            language = suffix;
        }
        boolean bundle = stem.equals("index")
                && !segments.isEmpty()
                && !segments.get(segments.size() - 1).startsWith("_");
        if (bundle) {
            stem = segments.remove(segments.size() - 1);
        }
        return site.generator() == Generator.JEKYLL
                ? jekyll(source, segments, language, FileName.of(stem), bundle)
                : new Place(
                        source, List.copyOf(segments), List.of(), language, FileName.of(stem), Shelf.PAGES, "", bundle);
    }

    private static Optional<String> languageFolder(Site site, List<String> segments) {
        if (segments.isEmpty() || !site.languages().contains(segments.get(0).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of(segments.remove(0));
    }

    private static Optional<String> languageSuffix(Site site, String stem) {
        int dot = stem.lastIndexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        String suffix = stem.substring(dot + 1);
        boolean language = site.languages().contains(suffix.toLowerCase(Locale.ROOT))
                || (stem.startsWith("index.") && Site.looksLikeLanguage(suffix));
        return language ? Optional.of(suffix) : Optional.empty();
    }

    private static Place jekyll(
            String source, List<String> segments, Optional<String> language, FileName name, boolean bundle) {
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.equals("_posts") || segment.equals("_drafts")) {
                List<String> above = List.copyOf(segments.subList(0, i));
                List<String> below = List.copyOf(segments.subList(i + 1, segments.size()));
                Shelf shelf = segment.equals("_posts") ? Shelf.POSTS : Shelf.DRAFTS;
                return new Place(source, below, above, language, name, shelf, "posts", bundle);
            }
            if (segment.startsWith("_")) {
                List<String> below = List.copyOf(segments.subList(i + 1, segments.size()));
                return new Place(
                        source, below, List.of(), language, name, Shelf.COLLECTION, segment.substring(1), bundle);
            }
        }
        return new Place(source, List.copyOf(segments), List.of(), language, name, Shelf.PAGES, "", bundle);
    }

    /** The folders and the name, as a path. */
    String path() {
        return folders.isEmpty() ? name.name() : String.join("/", folders) + "/" + name.name();
    }

    /** The path without what stands for a language, the same for all translations. */
    String stem() {
        return String.join("/", above) + " " + shelf + " " + collection + " " + path();
    }

    /** The folder of the file, with a slash behind it, or nothing. */
    String folder() {
        return source.substring(0, source.lastIndexOf('/') + 1);
    }
}
