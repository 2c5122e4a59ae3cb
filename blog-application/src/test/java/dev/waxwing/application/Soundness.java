package dev.waxwing.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.RevisionView;
import dev.waxwing.application.post.Translation;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** What must hold of a blog whatever people do, told by comparing it with its {@link Model}. */
final class Soundness {
    private final Newsroom room;
    private final Model model;
    private long read;

    Soundness(Newsroom room, Model model) {
        this.room = room;
        this.model = model;
    }

    /** Everything that must hold at any time. */
    void require() {
        room.blog.run(() -> {
            requireSamePosts();
            requireCountersToCount();
            requirePromisesToBeKept();
            requireDenseFeed();
        });
    }

    private void requireSamePosts() {
        model.posts.values().forEach(expected -> {
            Post.State post = room.state(expected.id);
            assertThat(post.slug()).hasToString(expected.slug);
            assertThat(post.status()).isEqualTo(expected.status);
            assertThat(post.tags()).isEqualTo(expected.tags);
            assertThat(post.authors()).isEqualTo(expected.byline);
            assertThat(post.publishedAt()).isEqualTo(expected.publishedAt);
            assertThat(post.scheduledFor()).isEqualTo(expected.due);
            assertThat(post.revision().number()).isEqualTo(expected.present);
            assertThat(post.pending() == null ? 0 : post.pending().number()).isEqualTo(expected.pending);
            assertThat(post.writing().submitted()).isEqualTo(expected.submitted);
            assertThat(post.writing().revisions()).isEqualTo(expected.titles.size());
            assertThat(post.newest().content().title()).hasToString(expected.title());
        });
        assertThat(model.posts.values()).extracting(post -> post.slug).doesNotHaveDuplicates();
        model.posts
                .values()
                .forEach(post -> assertThat(room.posts
                                .queries()
                                .translations(room.state(post.id).group()))
                        .extracting(Translation::post)
                        .containsExactlyInAnyOrderElementsOf(readTranslations(post)));
    }

    private List<PostId> readTranslations(Model.Entry post) {
        return model.posts.values().stream()
                .filter(other -> other.translations.equals(post.translations) && other.isRead())
                .map(other -> other.id)
                .toList();
    }

    private void requireCountersToCount() {
        List<PostId> listed = model.posts.values().stream()
                .filter(Model.Entry::isListed)
                .sorted(Comparator.comparing((Model.Entry post) -> post.publishedAt)
                        .thenComparing(post -> post.id.toString())
                        .reversed())
                .map(post -> post.id)
                .toList();
        assertThat(room.posts.queries().published(new PostScope.Articles(), 0, Integer.MAX_VALUE))
                .extracting(PostSummary::id)
                .isEqualTo(listed);
        assertThat(room.posts.queries().publishedCount())
                .isEqualTo(model.posts.values().stream()
                        .filter(Model.Entry::isRead)
                        .count());
        model.tags.forEach((tag, slug) -> assertThat(room.tags.queries().find(new Slug(slug)))
                .hasValueSatisfying(
                        view -> assertThat(view.posts()).isEqualTo(listedWith(post -> post.tags.contains(tag)))));
        assertThat(room.authors.queries().all())
                .extracting(AuthorView::posts)
                .containsExactlyInAnyOrderElementsOf(model.authors.keySet().stream()
                        .map(author -> listedWith(post -> post.byline.contains(author)))
                        .toList());
    }

    private long listedWith(Predicate<Model.Entry> condition) {
        return model.posts.values().stream()
                .filter(Model.Entry::isListed)
                .filter(condition)
                .count();
    }

    /** Readers find what the model says at every address, and what they once saw is there, elsewhere, or gone. */
    private void requirePromisesToBeKept() {
        for (String slug : World.SLUGS) {
            if (model.isPlain("/" + slug)) {
                assertThat(visit("/" + slug)).as(slug).isEqualTo(model.visit("/" + slug));
            }
        }
        model.promises.forEach((path, thing) -> {
            if (thing instanceof PostId post) {
                requireKept(path, model.posts.get(post));
            } else {
                requireKept(path, thing);
            }
        });
    }

    private void requireKept(String path, Model.Entry post) {
        if (path.equals(post.path()) && !post.isRead() && model.leads.containsKey(path)) {
            return; // where a post is hidden, somebody wrote down where its readers are to go
        }
        Optional<Object> found = visit(path);
        switch (post.status) {
            case PUBLISHED ->
                assertThat(found)
                        .as(path)
                        .contains(path.equals(post.path()) ? post.id : new Destination.Moved(encoded(post.path())));
            case ARCHIVED, TRASHED -> assertThat(found).as(path).contains(new Destination.Gone());
            case DRAFT, IN_REVIEW, SCHEDULED -> assertThat(found).as(path).isEmpty();
        }
    }

    private void requireKept(String path, Object thing) {
        String present = thing instanceof TagId tag
                ? "/tags/" + model.tags.get(tag)
                : "/authors/" + model.authors.get((AuthorId) thing);
        if (!path.equals(present)) {
            assertThat(room.follow(path)).as(path).contains(new Destination.Moved(present));
        }
    }

    private Optional<Object> visit(String path) {
        Optional<Object> read = room.posts
                .queries()
                .published(new Slug(path.substring(1)))
                .map(view -> view.summary().id());
        return read.or(() -> room.follow(path).map(found -> found));
    }

    private static String encoded(String path) {
        return new SitePath(path).encoded();
    }

    private void requireDenseFeed() {
        List<RecordedEvent> news = room.blog.after(read, Integer.MAX_VALUE);
        long head = room.blog.head();
        assertThat(news)
                .extracting(RecordedEvent::position)
                .isEqualTo(LongStream.rangeClosed(read + 1, head).boxed().toList());
        read = head;
    }

    /** What takes longer, once at the end: every word ever written is kept, and the feed alone tells the whole story. */
    void requireNothingLost() {
        model.posts
                .values()
                .forEach(expected -> assertThat(room.posts.queries().revisions(expected.id))
                        .extracting(RevisionView::title)
                        .containsExactlyElementsOf(reversed(expected.titles)));
        Retelling story = new Retelling(room.blog.after(0, Integer.MAX_VALUE));
        model.posts.values().forEach(expected -> {
            assertThat(story.slug(expected.id)).hasToString(expected.slug);
            assertThat(story.status(expected.id)).isEqualTo(expected.status);
            assertThat(story.tags(expected.id)).isEqualTo(expected.tags);
            assertThat(story.translations(expected.id))
                    .isEqualTo(room.state(expected.id).group());
        });
    }

    private static List<String> reversed(List<String> titles) {
        List<String> reversed = new ArrayList<>(titles);
        Collections.reverse(reversed);
        return reversed;
    }
}
