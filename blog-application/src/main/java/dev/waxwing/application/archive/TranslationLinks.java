package dev.waxwing.application.archive;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.waxwing.application.post.DeskQueries;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links the posts that are one text in several languages, once all are stored. What somebody has linked or unlinked here stays. */
final class TranslationLinks {
    private static final int AT_ONCE = 100;

    private final PostRepository posts;
    private final DeskQueries desk;
    private final LinkTranslation linkTranslation;
    private final UnitOfWork work;

    TranslationLinks(PostRepository posts, DeskQueries desk, LinkTranslation linkTranslation, UnitOfWork work) {
        this.posts = posts;
        this.desk = desk;
        this.linkTranslation = linkTranslation;
        this.work = work;
    }

    /** A post that is to be linked with another one. */
    private record Link(String source, PostId post, Slug with) {}

    /**
     * A post that a file became.
     *
     * @param leads whether others were linked with it
     */
    private record Stored(String source, Post.State post, boolean leads) {
        boolean isUntouched() {
            return post.wasNeverLinked() && !leads;
        }

        TranslationGroup group() {
            return post.group();
        }

        LanguageTag language() {
            return post.revision().content().language();
        }
    }

    void add(ImportRun run) {
        Collection<List<String>> stems = run.index().posts().stream()
                .collect(groupingBy(IndexedPost::stem, LinkedHashMap::new, mapping(IndexedPost::source, toList())))
                .values();
        List<Link> links = new ArrayList<>();
        for (List<String> sources : stems) {
            if (sources.size() > 1) {
                links.addAll(missing(stored(run, sources)));
            }
            if (links.size() >= AT_ONCE) {
                link(run, links);
                links.clear();
            }
        }
        link(run, links);
    }

    private List<Stored> stored(ImportRun run, List<String> sources) {
        List<Stored> stored = new ArrayList<>();
        for (String source : sources) {
            run.post(source).flatMap(posts::find).map(Post::state).ifPresent(post -> stored.add(stored(source, post)));
        }
        return stored;
    }

    private Stored stored(String source, Post.State post) {
        boolean leads = post.wasNeverLinked() && desk.translations(post.group()).size() > 1;
        return new Stored(source, post, leads);
    }

    private static List<Link> missing(List<Stored> same) {
        Optional<Stored> first = linked(same).or(() -> leading(same)).or(() -> untouched(same));
        if (first.isEmpty()) {
            return List.of();
        }
        Set<LanguageTag> languages = new HashSet<>();
        same.stream()
                .filter(post -> post.group().equals(first.get().group()))
                .map(Stored::language)
                .forEach(languages::add);
        return same.stream()
                .filter(post -> post.isUntouched() && languages.add(post.language()))
                .map(post -> new Link(
                        post.source(), post.post().id(), first.get().post().slug()))
                .toList();
    }

    private static Optional<Stored> linked(List<Stored> same) {
        return same.stream().collect(groupingBy(Stored::group, LinkedHashMap::new, toList())).values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.get(0))
                .findFirst();
    }

    private static Optional<Stored> leading(List<Stored> same) {
        return same.stream().filter(Stored::leads).findFirst();
    }

    private static Optional<Stored> untouched(List<Stored> same) {
        return same.stream().filter(Stored::isUntouched).findFirst();
    }

    /** All together; in halves if one of them is refused. */
    private void link(ImportRun run, List<Link> links) {
        try {
            work.run(() -> links.forEach(link -> link(run.actor(), link)));
        } catch (BlogException.Invalid | BlogException.Conflict | BlogException.NotFound refusal) {
            if (links.size() == 1) {
                run.remark("%s is not linked with its translations: %s"
                        .formatted(links.get(0).source(), refusal.getMessage()));
                return;
            }
            int middle = links.size() / 2;
            link(run, links.subList(0, middle));
            link(run, links.subList(middle, links.size()));
        }
    }

    private void link(Actor actor, Link link) {
        linkTranslation.handle(new LinkTranslation.Command(actor, link.post(), link.with()));
    }
}
