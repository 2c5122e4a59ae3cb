package dev.waxwing.adapter.archive;

import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the file of the archive that an address inside a post means, by the habits of all generators at once. */
final class Targets {
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern WITH_HOST = Pattern.compile("(?i)(?:https?:)?//([^/?#]+)(.*)", Pattern.DOTALL);
    private static final Pattern PELICAN = Pattern.compile("[{|](?:filename|static|attach)[}|](.*)", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile("([^?#]*)(?:\\?[^#]*)?(#.*)?", Pattern.DOTALL);
    private static final Pattern ENDING = Pattern.compile("(?:/index)?\\.(?:md|markdown|html?|mkdn?|text)$|/$");
    private static final String[] POST_ENDINGS = {"", ".md", ".markdown", "/index.md", "/_index.md"};

    /** What an address means. */
    sealed interface Target {
        /** @param number of the post in the index */
        record Post(int number, String source, String suffix) implements Target {}

        record File(String source, String suffix) implements Target {}

        /** Nothing of the archive. */
        record Elsewhere() implements Target {}
    }

    private static final Target ELSEWHERE = new Target.Elsewhere();

    private final Site site;
    private final String content;
    private final Listing posts;
    private final Listing files;
    private final AddressIndex addresses;
    private final Map<String, List<String>> byName;

    Targets(Site site, String content, Listing posts, Listing files, AddressIndex addresses) {
        this.site = site;
        this.content = content;
        this.posts = posts;
        this.files = files;
        this.addresses = addresses;
        this.byName = byName(posts.names());
    }

    /**
     * What an address means in a post.
     *
     * @param folder of the post's file, with a slash behind it, or nothing
     * @param page the post's former address
     */
    Target find(String address, String folder, String page) {
        Optional<String> own = withinSite(address.strip());
        if (own.isEmpty()) {
            return ELSEWHERE;
        }
        Matcher parts = PARTS.matcher(own.get());
        if (!parts.matches() || parts.group(1).isEmpty()) {
            return ELSEWHERE;
        }
        String path = PostFile.decoded(parts.group(1));
        String suffix = parts.group(2) == null ? "" : parts.group(2);
        return byFile(path, folder, suffix)
                .or(() -> byAddress(path, page, suffix))
                .or(() -> byServedFile(path, page))
                .orElse(ELSEWHERE);
    }

    /** The address without scheme and host if they are the site's own, and without the marks of generators. */
    private Optional<String> withinSite(String address) {
        if (address.startsWith("@/")) {
            return Optional.of("/" + content + address.substring(2));
        }
        Matcher pelican = PELICAN.matcher(address);
        if (pelican.matches()) {
            String path = pelican.group(1);
            return Optional.of(path.startsWith("/") ? "/" + content + path.substring(1) : path);
        }
        Matcher host = WITH_HOST.matcher(address);
        if (host.matches()) {
            return site.hosts().contains(host.group(1).toLowerCase(Locale.ROOT))
                    ? Optional.of(host.group(2).startsWith("/") ? host.group(2) : "/" + host.group(2))
                    : Optional.empty();
        }
        return SCHEME.matcher(address).matches() ? Optional.empty() : Optional.of(address);
    }

    private Optional<Target> byFile(String path, String folder, String suffix) {
        List<String> names = new ArrayList<>();
        if (path.startsWith("/")) {
            names.add(path.substring(1));
            names.add(content + path.substring(1));
        } else {
            names.add(folder + path);
            names.add(content + path);
        }
        for (String name : names) {
            Optional<Target> target = normalized(name).flatMap(plain -> file(plain, suffix));
            if (target.isPresent()) {
                return target;
            }
        }
        return Optional.empty();
    }

    private Optional<Target> file(String name, String suffix) {
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String ending : POST_ENDINGS) {
            int number = posts.number(plain + ending);
            if (number >= 0) {
                return Optional.of(new Target.Post(number, posts.name(number), suffix));
            }
        }
        return files.contains(name) ? Optional.of(new Target.File(name, "")) : Optional.empty();
    }

    private Optional<Target> byAddress(String path, String page, String suffix) {
        String whole = resolved(path, page);
        String bare = whole.replaceFirst("(?i)/index\\.html?$", "").replaceFirst("(?i)\\.html?$", "");
        for (String form : new String[] {whole, bare, bare + ".html"}) {
            int number = owner(form);
            if (number >= 0) {
                return Optional.of(new Target.Post(number, posts.name(number), suffix));
            }
        }
        return Optional.empty();
    }

    private int owner(String path) {
        try {
            return addresses.owner(new SitePath(path));
        } catch (BlogException.Invalid noPath) {
            return -1;
        }
    }

    /** Generators serve some folders as if their files stood at the top. */
    private Optional<Target> byServedFile(String path, String page) {
        String whole = resolved(path, page);
        for (String folder : new String[] {"static", "assets", "public", "source", "extra"}) {
            Optional<String> name = normalized(folder + whole).filter(files::contains);
            if (name.isPresent()) {
                return name.map(file -> new Target.File(file, ""));
            }
        }
        return normalized(whole.substring(1)).filter(files::contains).map(file -> new Target.File(file, ""));
    }

    private static String resolved(String path, String page) {
        if (path.startsWith("/")) {
            return path;
        }
        String folder = page.substring(0, page.lastIndexOf('/') + 1);
        return "/"
                + normalized((folder.startsWith("/") ? folder.substring(1) : folder) + path)
                        .orElse("");
    }

    /** Without dots; empty if it leads out of the folder. */
    static Optional<String> normalized(String name) {
        List<String> segments = new ArrayList<>();
        for (String segment : name.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.isEmpty()) {
                    return Optional.empty();
                }
                segments.remove(segments.size() - 1);
            } else if (!segment.equals(".") && !segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    /** The post that a generator's own tag names: by path, by path without ending, or by the end of its path. */
    Optional<String> named(String reference, String folder) {
        String path = reference.replaceFirst("#.*$", "");
        Optional<Target> target = byFile(path, folder, "");
        if (target.isPresent() && target.get() instanceof Target.Post post) {
            return Optional.of(post.source());
        }
        String end = "/" + path.replaceFirst("^/+", "");
        List<String> matches = byName.getOrDefault(nameOf(end), List.of()).stream()
                .filter(source -> withoutEnding("/" + source).endsWith(withoutEnding(end)))
                .toList();
        return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
    }

    private static Map<String, List<String>> byName(List<String> posts) {
        Map<String, List<String>> byName = new HashMap<>();
        for (String source : posts) {
            byName.computeIfAbsent(nameOf(source), name -> new ArrayList<>(1)).add(source);
        }
        return byName;
    }

    private static String nameOf(String path) {
        String plain = withoutEnding(path);
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static String withoutEnding(String path) {
        return ENDING.matcher(path).replaceFirst("");
    }
}
