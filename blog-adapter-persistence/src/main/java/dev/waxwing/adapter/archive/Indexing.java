package dev.waxwing.adapter.archive;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.ArchivedRedirect;
import dev.waxwing.application.archive.FormerAddress;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.IndexedPost;
import dev.waxwing.application.archive.LeftOut;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks through a site once: what each file is, which address each post asks for, and where readers knew it. */
final class Indexing {
    static final int TELL_EVERY = 100;

    /** So many files are parsed at a time, by all processors. What they hold is in memory until all of these are parsed. */
    private static final int AT_ONCE = 16;

    /** What a file has turned out to be, which adds it to the others. */
    private interface Finding {
        void add();
    }

    /** What is kept of a post until all are known; its number is its place among them, as files come in ascending order. */
    private record Seen(IndexedPost post, boolean main, LinkEvidence.Facts facts) {}

    /** A file that only leads elsewhere, until all posts are known. */
    private record Stub(String source, String folder, Permalinks.Known known, String goal) {}

    private final SiteFinder.Found found;
    private final Site site;
    private final MarkdownFolder.Identity identity;
    private final ImportListener listener;
    private final String content;
    private final List<FolderWalk.Item> postItems = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final List<Stub> stubs = new ArrayList<>();
    private final List<FolderWalk.Item> media = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<ArchivedRedirect> redirects = new ArrayList<>();
    private final AddressIndex addresses = new AddressIndex();
    private final LinkEvidence evidence = new LinkEvidence();
    private final HeaderKeys keys = new HeaderKeys();

    Indexing(SiteFinder.Found found, Site site, MarkdownFolder.Identity identity, ImportListener listener) {
        this.found = found;
        this.site = site;
        this.identity = identity;
        this.listener = listener;
        this.content = found.content();
    }

    MarkdownFolder.Opened run() {
        lookAtFiles();
        Listing posts = new Listing(postItems);
        Listing files = new Listing(media);
        LinkEvidence.Learned learned = learn();
        Targets targets = new Targets(site, content, posts, files, addresses);
        stubs.forEach(stub -> resolve(stub, targets));
        return new MarkdownFolder.Opened(index(), site, content, targets, addresses, learned, posts, files);
    }

    private void lookAtFiles() {
        FileRoles roles = new FileRoles(found.generator(), content);
        List<FolderWalk.Item> items = found.items();
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            List<FolderWalk.Item> some = items.subList(from, Math.min(from + AT_ONCE, items.size()));
            some.parallelStream()
                    .map(item -> look(item, roles.of(item)))
                    .toList()
                    .forEach(Finding::add);
            tell(from + some.size());
        }
        listener.looked(items.size());
    }

    private void tell(int looked) {
        if (looked % TELL_EVERY < AT_ONCE) {
            listener.looked(looked);
        }
    }

    private Finding leftOut(String source, LeftOut.Cause cause, int line, String reason) {
        return () -> leftOut.add(new LeftOut(source, cause, line, reason));
    }

    private Finding look(FolderWalk.Item item, FileRoles.Verdict verdict) {
        return switch (verdict.role()) {
            case POST, PERHAPS_POST -> parse(item, verdict);
            case MEDIA -> () -> media.add(item);
            case NO_POST -> leftOut(item.name(), LeftOut.Cause.NO_POST, 0, verdict.reason());
            case REFUSED -> leftOut(item.name(), LeftOut.Cause.REFUSED, 0, verdict.reason());
        };
    }

    private Finding parse(FolderWalk.Item item, FileRoles.Verdict verdict) {
        boolean perhaps = verdict.role() == FileRoles.Role.PERHAPS_POST;
        try {
            PostFile post = PostFile.parse(site, content, item.name(), MarkdownFolder.bytes(item.path()));
            return perhaps && !post.hasHeader()
                    ? leftOut(item.name(), LeftOut.Cause.NO_POST, 0, verdict.reason())
                    : take(item, post);
        } catch (UnreadableFile broken) {
            LeftOut.Cause cause = perhaps ? LeftOut.Cause.NO_POST : LeftOut.Cause.REFUSED;
            return leftOut(item.name(), cause, broken.line(), broken.reason());
        } catch (IOException | RuntimeException failure) {
            // One file on which a parser fails must not keep the others from being read.
            return leftOut(item.name(), LeftOut.Cause.REFUSED, 0, "it cannot be read: " + failure.getMessage());
        } catch (StackOverflowError failure) {
            return leftOut(item.name(), LeftOut.Cause.REFUSED, 0, MarkdownFolder.TOO_NESTED);
        }
    }

    private Finding take(FolderWalk.Item item, PostFile post) {
        Permalinks.Known known = Permalinks.of(post, List.of());
        Optional<String> goal = post.leadsTo();
        if (goal.isPresent()) {
            Stub stub = new Stub(item.name(), post.place().folder(), known, goal.get());
            return () -> stubs.add(stub);
        }
        Slug wished = post.wishedSlug();
        LanguageTag language = post.language();
        boolean main = language.equals(site.language());
        Optional<Slug> otherwise = main ? Optional.empty() : Slug.from(wished + "-" + language.value());
        LinkEvidence.Facts facts = new LinkEvidence.Facts(
                post.plainSlug(),
                post.place().name().name(),
                post.kind(),
                post.date().map(WrittenDate::day).orElse(null));
        Seen one = new Seen(new IndexedPost(item.name(), wished, otherwise, post.stem()), main, facts);
        List<String> links = LinkEvidence.links(post.body());
        return () -> {
            int number = seen.size();
            known.addresses().forEach(address -> addresses.claim(address.path(), number, address.evidence()));
            evidence.add(links);
            keys.read(item.name(), post.header());
            postItems.add(item);
            seen.add(one);
        };
    }

    private LinkEvidence.Learned learn() {
        List<LinkEvidence.Facts> facts = seen.stream().map(Seen::facts).toList();
        LinkEvidence.Learned learned = evidence.learn(facts, addresses);
        for (int i = 0; i < facts.size(); i++) {
            for (SitePath path : learned.paths(i, facts.get(i))) {
                addresses.claim(path, i, FormerAddress.Evidence.DERIVED);
            }
        }
        return learned;
    }

    private void resolve(Stub stub, Targets targets) {
        Optional<ArchivedRedirect.Goal> goal = goal(stub, targets);
        List<SitePath> from =
                stub.known().addresses().stream().map(FormerAddress::path).toList();
        if (goal.isPresent()) {
            redirects.add(new ArchivedRedirect(stub.source(), from, goal.get()));
        } else {
            leftOut(
                            stub.source(),
                            LeftOut.Cause.REFUSED,
                            0,
                            "it leads to '%s', which is no address that can be kept"
                                    .formatted(HeaderReader.shortened(stub.goal())))
                    .add();
        }
    }

    private static Optional<ArchivedRedirect.Goal> goal(Stub stub, Targets targets) {
        Targets.Target target =
                targets.find(stub.goal(), stub.folder(), stub.known().primary());
        if (target instanceof Targets.Target.Post post) {
            return Optional.of(new ArchivedRedirect.Goal.ToPost(post.source()));
        }
        if (stub.goal().startsWith("/") && !stub.goal().startsWith("//")) {
            try {
                return Optional.of(new ArchivedRedirect.Goal.ToPath(
                        SitePath.decode(stub.goal().replaceFirst("[?#].*$", ""))));
            } catch (BlogException.Invalid refused) {
                return Optional.empty();
            }
        }
        return Terms.address(stub.goal()).map(ArchivedRedirect.Goal.ToAddress::new);
    }

    /** Posts in the site's own language get their wished addresses before their translations. */
    private ArchiveIndex index() {
        List<IndexedPost> posts = seen.stream()
                .sorted(Comparator.comparing((Seen one) -> !one.main())
                        .thenComparing(one -> one.post().source()))
                .map(Seen::post)
                .toList();
        evidence.remark().ifPresent(listener::remarked);
        site.config().remarks().forEach(remark -> listener.remarked(remark.text()));
        return new ArchiveIndex(
                identity.name(),
                identity.place(),
                site.description(),
                posts,
                List.copyOf(redirects),
                new Listing(media).names(),
                List.copyOf(leftOut),
                keys.unused());
    }
}
