package dev.waxwing.application.archive;

import dev.waxwing.application.author.AuthorRepository;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.application.redirect.SitePages;
import dev.waxwing.application.tag.TagRepository;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects the links within the blog while posts are imported, and at last says which of them lead nowhere. */
final class LinkCheck {
    private static final int MOST_LINKS = 200_000;
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*:|//).*", Pattern.DOTALL);

    private final Map<String, List<BrokenLink>> byPath = new LinkedHashMap<>();
    private int links;
    private int unchanged;
    private boolean cutOff;

    /** The posts, tags, authors, files and redirects that a link may lead to. */
    record Known(
            PostRepository posts,
            TagRepository tags,
            AuthorRepository authors,
            RedirectQueries redirects,
            MediaStore media) {

        boolean has(SitePath path) {
            String[] segments = path.value().substring(1).split("/", -1);
            if (segments[0].equals("media")) {
                return MediaAddress.matches(path.value())
                        && media.find(new MediaAddress(path.value())).isPresent();
            }
            if (segments[0].equals("assets")) {
                return false; // the files of the site's own look have their hash in their names, which no author knows
            }
            Optional<Slug> last = Slug.from(segments[segments.length - 1])
                    .filter(slug -> slug.value().equals(segments[segments.length - 1]));
            if (segments.length == 1 && last.isPresent() && isPublished(last.get())) {
                return true;
            }
            if (segments.length == 2 && last.isPresent() && segments[0].equals("tags")) {
                return tags.find(last.get()).isPresent() || leads(path);
            }
            if (segments.length == 2 && last.isPresent() && segments[0].equals("authors")) {
                return authors.find(last.get()).isPresent() || leads(path);
            }
            return SitePages.contain(path) || leads(path);
        }

        private boolean isPublished(Slug slug) {
            return posts.findBySlug(slug)
                    .flatMap(posts::find)
                    .filter(post -> post.state().status() == Post.Status.PUBLISHED)
                    .isPresent();
        }

        private boolean leads(SitePath path) {
            return redirects.find(path).isPresent();
        }
    }

    /** Remembers the links of a rendered post that stay within the blog, each once. */
    void found(String source, List<String> addresses) {
        for (String address : new LinkedHashSet<>(addresses)) {
            String path = address.strip().replaceFirst("[?#].*", "");
            if (path.isEmpty() || ABSOLUTE.matcher(path).matches()) {
                continue;
            }
            cutOff |= links == MOST_LINKS;
            if (links < MOST_LINKS) {
                links++;
                byPath.computeIfAbsent(resolved(path), key -> new ArrayList<>()).add(new BrokenLink(source, address));
            }
        }
    }

    /** A file is not rendered again, so its links are not known. */
    void leftUnread() {
        unchanged++;
    }

    /** Against the address of a post, which is one level below the front page. */
    private static String resolved(String path) {
        return path.startsWith("/") ? path : "/" + path.replaceFirst("^(?:\\.{1,2}/)+", "");
    }

    /** Tells every link that leads nowhere; answers how many there are. */
    int check(Known known, ImportRun run) {
        if (unchanged > 0) {
            run.remark("Links in files that have not changed (%,d) were not checked again".formatted(unchanged));
        }
        if (cutOff) {
            run.remark("Only the first %,d links within the blog were checked".formatted(MOST_LINKS));
        }
        int broken = 0;
        for (Map.Entry<String, List<BrokenLink>> target : byPath.entrySet()) {
            if (!leadsSomewhere(target.getKey(), known, run)) {
                broken += target.getValue().size();
                target.getValue().forEach(run::broken);
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(String address, Known known, ImportRun run) {
        try {
            SitePath path = SitePath.decode(address);
            return run.shows(path) || known.has(path);
        } catch (BlogException.Invalid noPath) {
            return false;
        }
    }
}
