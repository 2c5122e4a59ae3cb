package dev.waxwing.application.archive;

import static java.util.stream.Collectors.toMap;

import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.application.redirect.SitePages;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.Slug;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets former addresses lead to what stands here now, without ever taking an address from something else. */
final class RedirectWriter {

    private final PostRepository posts;
    private final RedirectRepository redirects;
    private final Clock clock;

    RedirectWriter(PostRepository posts, RedirectRepository redirects, Clock clock) {
        this.posts = posts;
        this.redirects = redirects;
        this.clock = clock;
    }

    /** Begins to lead the former addresses of some posts here. */
    Leading begin(ImportRun run, List<ArchivedPost> posts) {
        List<SitePath> paths = posts.stream()
                .flatMap(post -> post.formerAddresses().stream())
                .map(FormerAddress::path)
                .toList();
        return new Leading(
                run,
                redirects.findAll(paths).stream()
                        .collect(toMap(
                                Redirect::from, redirect -> redirect.state().target())));
    }

    /** Redirects of several posts, which are stored in one step. */
    final class Leading {
        private final ImportRun run;
        private final Map<SitePath, Target> present;
        private final List<Redirect> added = new ArrayList<>();

        private Leading(ImportRun run, Map<SitePath, Target> present) {
            this.run = run;
            this.present = present;
        }

        /** Those of the addresses that will lead to the post; a note says of the stated ones why they do not. */
        List<SitePath> leadTo(PostId post, Slug slug, List<FormerAddress> addresses, List<Note> notes) {
            Target target = new Target.ToPost(post);
            Set<SitePath> leading = new LinkedHashSet<>();
            for (FormerAddress address : addresses) {
                SitePath path = address.path();
                if (path.equals(SitePath.ofPost(slug))) {
                    continue;
                }
                Optional<String> obstacle = obstacle(run, path, post)
                        .or(() -> present.getOrDefault(path, target).equals(target)
                                ? Optional.empty()
                                : Optional.of("leads elsewhere already"));
                if (obstacle.isEmpty()) {
                    leading.add(path);
                } else if (address.evidence() == FormerAddress.Evidence.STATED) {
                    notes.add(new Note(0, "its former address %s %s".formatted(path, obstacle.get())));
                }
            }
            for (SitePath path : leading) {
                if (present.putIfAbsent(path, target) == null) {
                    added.add(imported(path, target));
                }
            }
            return List.copyOf(leading);
        }

        void store() {
            add(run, added);
        }
    }

    private Redirect imported(SitePath from, Target target) {
        return Redirect.add(from, target, Redirect.Reason.IMPORTED, clock.instant());
    }

    /** A trial stores nothing. */
    private void add(ImportRun run, List<Redirect> added) {
        if (run.mode() == ImportArchive.Mode.STORE) {
            redirects.addAll(added);
        }
        added.forEach(redirect -> run.show(redirect.from()));
    }

    /** Lets the addresses of a file that only points elsewhere do so here. */
    Settled store(ImportRun run, ArchivedRedirect file) {
        Optional<Target> target = target(run, file.to());
        if (target.isEmpty()) {
            return Settled.refused(file.source(), 0, "it leads to a file that was not imported");
        }
        List<SitePath> leading = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        boolean changed = false;
        for (SitePath path : file.from()) {
            Optional<String> obstacle = obstacle(run, path, null).or(() -> loop(path, target.get()));
            Change change = obstacle.isPresent() ? Change.REFUSED : lead(run, path, target.get());
            changed |= change == Change.MADE;
            if (change == Change.REFUSED) {
                notes.add(new Note(0, "%s %s".formatted(path, obstacle.orElse("leads elsewhere already"))));
            } else {
                leading.add(path);
            }
        }
        if (leading.isEmpty()) {
            String reason = notes.isEmpty() ? "it has no address" : notes.get(0).reason();
            return Settled.refused(file.source(), 0, reason);
        }
        Settled.Outcome outcome = changed ? Settled.Outcome.REDIRECT : Settled.Outcome.UNCHANGED;
        return new Settled(file.source(), outcome, Optional.empty(), Optional.empty(), leading, notes);
    }

    private enum Change {
        MADE,
        NOT_NEEDED,
        REFUSED
    }

    private Change lead(ImportRun run, SitePath from, Target target) {
        Optional<Redirect> present = redirects.find(from);
        if (present.isPresent()) {
            return present.get().state().target().equals(target) ? Change.NOT_NEEDED : Change.REFUSED;
        }
        add(run, List.of(imported(from, target)));
        return Change.MADE;
    }

    /** Why an address cannot lead away, as the end of a sentence that begins with the address. */
    private Optional<String> obstacle(ImportRun run, SitePath path, @Nullable PostId own) {
        if (SitePages.contain(path)) {
            return Optional.of("is a page of the site itself");
        }
        return slug(path)
                .filter(slug -> run.slugs().owner(slug).isPresent()
                        || posts.findBySlug(slug)
                                .filter(post -> !post.equals(own))
                                .isPresent())
                .map(slug -> "is the address of another post");
    }

    private static Optional<Slug> slug(SitePath path) {
        String segment = path.value().substring(1);
        if (segment.length() > Slug.LONGEST || segment.indexOf('/') >= 0 || segment.indexOf('.') >= 0) {
            return Optional.empty();
        }
        return Slug.from(segment).filter(slug -> slug.value().equals(segment));
    }

    private Optional<Target> target(ImportRun run, ArchivedRedirect.Goal goal) {
        if (goal instanceof ArchivedRedirect.Goal.ToPost to) {
            return run.post(to.source()).map(Target.ToPost::new);
        }
        if (goal instanceof ArchivedRedirect.Goal.ToPath to) {
            return Optional.of(new Target.ToPath(to.path()));
        }
        return Optional.of(new Target.ToAddress(((ArchivedRedirect.Goal.ToAddress) goal).address()));
    }

    private Optional<String> loop(SitePath from, Target target) {
        Target next = target;
        for (int hops = 0; next instanceof Target.ToPath to; hops++) {
            if (to.path().equals(from) || hops == RedirectQueries.LONGEST_CHAIN) {
                return Optional.of("would lead back to itself");
            }
            Optional<Redirect> further = redirects.find(to.path());
            if (further.isEmpty()) {
                break;
            }
            next = further.get().state().target();
        }
        return Optional.empty();
    }
}
