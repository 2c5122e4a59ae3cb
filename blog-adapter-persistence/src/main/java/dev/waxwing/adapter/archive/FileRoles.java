package dev.waxwing.adapter.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What part a file plays in a site, judged by its name and size alone. */
final class FileRoles {
    static final int LARGEST_POST = 5 * 1024 * 1024;

    private static final Set<String> MARKDOWN =
            Set.of("md", "markdown", "mkd", "mkdn", "mdown", "mdwn", "rmd", "rmarkdown");
    private static final Set<String> PERHAPS_MARKDOWN = Set.of("text", "txt", "html", "htm");
    private static final Set<String> UNREAD =
            Set.of("mdx", "rst", "adoc", "asciidoc", "org", "textile", "ipynb", "article", "pandoc", "wiki", "rdoc");
    private static final Set<String> MACHINERY =
            Set.of("_layouts", "_includes", "_sass", "_data", "_plugins", "_site", "_scss", "_assets", "_config");
    private static final Set<String> HOUSEHOLD = Set.of(
            "readme", "license", "licence", "contributing", "code_of_conduct", "changelog", "security", "authors");

    /** What is to be done with a file. */
    enum Role {
        POST,
        /** A post if it has a header. */
        PERHAPS_POST,
        MEDIA,
        NO_POST,
        REFUSED
    }

    /** @param reason empty for posts and media */
    record Verdict(Role role, String reason) {}

    private static final Verdict POST = new Verdict(Role.POST, "");
    private static final Verdict PERHAPS = new Verdict(Role.PERHAPS_POST, "no header, so it is no page of the site");
    private static final Verdict MEDIA = new Verdict(Role.MEDIA, "");

    private final Generator generator;
    private final String content;

    /** @param content the folder of the content with a slash behind it, or nothing */
    FileRoles(Generator generator, String content) {
        this.generator = generator;
        this.content = content;
    }

    static boolean hasMarkdownName(String name) {
        return MARKDOWN.contains(extension(name));
    }

    static String extension(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 1 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    Verdict of(FolderWalk.Item item) {
        if (item.kind() == FolderWalk.Item.Kind.UNOPENED) {
            return noPost(item.trouble());
        }
        if (item.kind() == FolderWalk.Item.Kind.STRANGE) {
            return new Verdict(Role.REFUSED, item.trouble());
        }
        String name = item.name();
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (name.startsWith("../")) {
            return noPost("outside the site's folder");
        }
        if (last.startsWith(".") || last.endsWith("~")) {
            return noPost("a file of tools");
        }
        if ((SiteConfig.isConfiguration(last) && name.indexOf('/') < 0) || name.startsWith("config/_default/")) {
            return noPost("the site's configuration");
        }
        return ofContent(item, name, last);
    }

    private Verdict ofContent(FolderWalk.Item item, String name, String last) {
        if (name.startsWith("archetypes/")
                || name.startsWith("themes/")
                || name.startsWith("layouts/")
                || name.startsWith("templates/")) {
            return noPost("a template");
        }
        Optional<String> machinery = machinery(name);
        if (machinery.isPresent()) {
            return noPost("part of the site's machinery (%s)".formatted(machinery.get()));
        }
        String extension = extension(name);
        boolean markdown = MARKDOWN.contains(extension);
        if (!content.isEmpty() && !name.startsWith(content)) {
            return markdown ? noPost("outside the site's content") : MEDIA;
        }
        if (UNREAD.contains(extension)) {
            return new Verdict(Role.REFUSED, "." + extension + " files are not read");
        }
        if (!markdown && !PERHAPS_MARKDOWN.contains(extension)) {
            return MEDIA;
        }
        return ofText(item, last, markdown, extension);
    }

    private Verdict ofText(FolderWalk.Item item, String last, boolean markdown, String extension) {
        boolean dated = isDated(item.name());
        if (markdown && item.size() > LARGEST_POST) {
            return new Verdict(
                    Role.REFUSED,
                    String.format(Locale.ROOT, "%,d bytes are more than the 5 MiB a file may have", item.size()));
        }
        String stem = last.substring(0, last.length() - extension.length() - 1).toLowerCase(Locale.ROOT);
        if (stem.equals("_index") || stem.startsWith("_index.")) {
            return noPost("a section page; the blog makes its own overviews");
        }
        if (stem.equals("readme") || (HOUSEHOLD.contains(stem) && item.name().indexOf('/') < 0)) {
            return noPost("a note about the files, not a post");
        }
        if ((markdown && (generator != Generator.JEKYLL || dated)) || (extension.equals("text") && dated)) {
            return POST;
        }
        if (extension.startsWith("htm") && generator == Generator.JEKYLL && !dated) {
            return noPost("a template");
        }
        return item.size() > LARGEST_POST ? MEDIA : PERHAPS;
    }

    private static boolean isDated(String name) {
        return name.startsWith("_posts/")
                || name.contains("/_posts/")
                || name.startsWith("_drafts/")
                || name.contains("/_drafts/");
    }

    private Optional<String> machinery(String name) {
        if (generator != Generator.JEKYLL) {
            return Optional.empty();
        }
        for (String segment : name.split("/", -1)) {
            if (MACHINERY.contains(segment)) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    private static Verdict noPost(String reason) {
        return new Verdict(Role.NO_POST, reason);
    }
}
