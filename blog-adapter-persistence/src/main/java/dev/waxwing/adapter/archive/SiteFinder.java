package dev.waxwing.adapter.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Finds the site in the folder that somebody names: the folder may be the whole repository, the content alone, a part of
 * the content, or just files.
 */
final class SiteFinder {
    private static final int SAMPLE = 60;
    private static final int UPWARDS = 6;
    private static final Set<String> ZOLA_KEYS =
            Set.of("path", "taxonomies", "extra", "template", "page_template", "sort_by", "paginate_by", "updated");
    private static final Set<String> HUGO_KEYS = Set.of("draft", "categories", "tags", "lastmod", "url", "series");
    private static final Set<String> TELLING_NOTHING = Set.of(
            "_drafts",
            "_posts",
            "blog",
            "content",
            "contents",
            "data",
            "doc",
            "docs",
            "main",
            "master",
            "pages",
            "post",
            "posts",
            "public",
            "site",
            "source",
            "src",
            "test",
            "web",
            "website",
            "www");

    /**
     * A site and its files.
     *
     * @param base the site's own folder, below which all names are
     */
    record Found(Path base, Generator generator, SiteConfig config, List<FolderWalk.Item> items) {

        String content() {
            return generator.keepsContentApart()
                            && items.stream().anyMatch(item -> item.name().startsWith("content/"))
                    ? "content/"
                    : "";
        }

        /** What the archive is called unless somebody gives it a name: its folder, if that tells anything. */
        String name() {
            for (Path folder = base; folder != null; folder = folder.getParent()) {
                String name = String.valueOf(folder.getFileName());
                if (folder.getFileName() != null && !TELLING_NOTHING.contains(name)) {
                    return name;
                }
            }
            return "archive";
        }
    }

    private final Path folder;
    private final IntConsumer progress;
    private final List<FolderWalk.Item> items;

    private SiteFinder(Path folder, List<FolderWalk.Item> items, IntConsumer progress) {
        this.folder = folder;
        this.progress = progress;
        this.items = items;
    }

    static Found find(Path named, IntConsumer progress) throws IOException {
        Path real = named.toRealPath();
        List<FolderWalk.Item> items = FolderWalk.list(real, progress);
        Path folder = Files.isDirectory(real) ? real : real.resolveSibling("");
        return new SiteFinder(folder, items, progress).find();
    }

    private Found find() throws IOException {
        Optional<String> inside = siteInside();
        if (inside.isPresent()) {
            return found(folder.resolve(inside.get()).normalize(), items);
        }
        Optional<Path> above = siteAbove();
        if (above.isPresent()) {
            return found(above.get(), withFilesBeside(above.get()));
        }
        return found(folder, items);
    }

    private Found found(Path base, List<FolderWalk.Item> all) {
        SiteConfig config = SiteConfig.in(base);
        List<FolderWalk.Item> renamed = all.stream()
                .map(item -> new FolderWalk.Item(
                        name(base, item.path()), item.path(), item.kind(), item.size(), item.trouble()))
                .sorted(Comparator.comparing(FolderWalk.Item::name))
                .toList();
        return new Found(base, config.generator().orElseGet(() -> guess(renamed)), config, renamed);
    }

    private static String name(Path base, Path path) {
        return base.relativize(path).toString().replace(java.io.File.separatorChar, '/');
    }

    /** The outermost folder that looks like a site, if most of the posts are in it. */
    private Optional<String> siteInside() {
        TreeMap<String, Integer> posts = new TreeMap<>();
        int all = 0;
        for (FolderWalk.Item item : items) {
            siteOf(item.name()).ifPresent(site -> posts.putIfAbsent(site, 0));
        }
        for (FolderWalk.Item item : items) {
            if (!FileRoles.hasMarkdownName(item.name())) {
                continue;
            }
            all++;
            for (String site : posts.keySet()) {
                if (site.isEmpty() || item.name().startsWith(site + "/")) {
                    posts.merge(site, 1, Integer::sum);
                    break;
                }
            }
        }
        int enough = all / 2;
        return posts.entrySet().stream()
                .filter(site -> site.getValue() > 0 && site.getValue() >= enough)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static Optional<String> siteOf(String name) {
        String[] segments = name.split("/", -1);
        int length = 0;
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (last ? SiteConfig.isTelling(segments[i]) : isContent(segments[i])) {
                return Optional.of(length == 0 ? "" : name.substring(0, length - 1));
            }
            length += segments[i].length() + 1;
        }
        return Optional.empty();
    }

    private static boolean isContent(String folderName) {
        return folderName.equals("_posts") || folderName.equals("_drafts") || folderName.equals("content");
    }

    private Optional<Path> siteAbove() {
        Path below = folder;
        for (int up = 0; up < UPWARDS && below.getParent() != null; up++) {
            String name = String.valueOf(below.getFileName());
            Path above = below.getParent();
            if (isContent(name) && (up == 0 || SiteConfig.in(above).generator().isPresent())) {
                return Optional.of(above);
            }
            below = above;
        }
        return Optional.empty();
    }

    /** The pictures of a site stand beside its content, so they belong to it even if only the content was named. */
    private List<FolderWalk.Item> withFilesBeside(Path base) throws IOException {
        List<FolderWalk.Item> all = new ArrayList<>(items);
        if (SiteConfig.in(base).generator().isPresent()) {
            for (String beside : List.of("static", "assets", "images", "img")) {
                Path files = base.resolve(beside);
                if (Files.isDirectory(files, java.nio.file.LinkOption.NOFOLLOW_LINKS) && !files.startsWith(folder)) {
                    all.addAll(FolderWalk.list(files, progress));
                }
            }
        }
        return all;
    }

    /** By the headers of some files, when no configuration says it. */
    private static Generator guess(List<FolderWalk.Item> items) {
        if (items.stream()
                .anyMatch(
                        item -> item.name().startsWith("_posts/") || item.name().contains("/_posts/"))) {
            return Generator.JEKYLL;
        }
        boolean content = items.stream().anyMatch(item -> item.name().startsWith("content/"));
        Map<Generator, Integer> votes = new EnumMap<>(Generator.class);
        List<FolderWalk.Item> posts = items.stream()
                .filter(item -> FileRoles.hasMarkdownName(item.name()))
                .toList();
        int step = Math.max(1, posts.size() / SAMPLE);
        for (int i = 0; i < posts.size(); i += step) {
            votes.merge(vote(posts.get(i), content), 1, Integer::sum);
        }
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Generator.PLAIN);
    }

    private static Generator vote(FolderWalk.Item item, boolean content) {
        Generator otherwise = content ? Generator.HUGO : Generator.PLAIN;
        try {
            if (item.size() > FileRoles.LARGEST_POST || item.kind() != FolderWalk.Item.Kind.FILE) {
                return otherwise;
            }
            Header header = HeaderReader.read(
                    SourceText.decode(MarkdownFolder.bytes(item.path())).text());
            Set<String> keys = header.table().entries().keySet();
            return switch (header.style()) {
                case PELICAN -> Generator.PELICAN;
                case TOML ->
                    keys.stream().anyMatch(ZOLA_KEYS::contains) && keys.stream().noneMatch(HUGO_KEYS::contains)
                            ? Generator.ZOLA
                            : Generator.HUGO;
                case YAML, JSON, NONE -> otherwise;
            };
        } catch (IOException | UnreadableFile | RuntimeException | StackOverflowError broken) {
            return otherwise;
        }
    }
}
