package dev.waxwing.application.archive;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links the posts that are one text in several languages, once all are stored. What somebody has linked or unlinked here stays. */
final class TranslationLinks {
    private static final int AT_ONCE = 100;

    private final PostRepository posts;
    private final LinkTranslation linkTranslation;
    private final UnitOfWork work;

    TranslationLinks(PostRepository posts, LinkTranslation linkTranslation, UnitOfWork work) {
        this.posts = posts;
        this.linkTranslation = linkTranslation;
        this.work = work;
    }

    /** A post that is to be linked with another one. */
    private record Link(String source, PostId post, PostId with) {}

    /** A post that a file became. */
    private record Stored(String source, Post.State post) {
        TranslationGroup group() {
            return post.translations();
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
            run.post(source).flatMap(posts::find).ifPresent(post -> stored.add(new Stored(source, post.state())));
        }
        return stored;
    }

    private static List<Link> missing(List<Stored> same) {
        Optional<Stored> first = linked(same).or(() -> untouched(same));
        if (first.isEmpty()) {
            return List.of();
        }
        Set<LanguageTag> languages = new HashSet<>();
        same.stream()
                .filter(post -> post.group().equals(first.get().group()))
                .map(Stored::language)
                .forEach(languages::add);
        return same.stream()
                .filter(post -> post.post().wasNeverLinked() && languages.add(post.language()))
                .map(post -> new Link(
                        post.source(), post.post().id(), first.get().post().id()))
                .toList();
    }

    private static Optional<Stored> linked(List<Stored> same) {
        List<TranslationGroup> groups = same.stream().map(Stored::group).toList();
        return same.stream()
                .filter(post -> Collections.frequency(groups, post.group()) > 1)
                .findFirst();
    }

    private static Optional<Stored> untouched(List<Stored> same) {
        return same.stream().filter(post -> post.post().wasNeverLinked()).findFirst();
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
