package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.BOB;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPostId;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.bob;
import static dev.waxwing.domain.fixture.Fixtures.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.fake.PlainRenderer;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.post.ChangeSeenPost;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.FreeLanguage;
import dev.waxwing.application.post.FreeSlug;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.OpenPost;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.ReconcilePost;
import dev.waxwing.application.post.SavePost;
import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a storage must do when many write at once. */
public interface ConcurrencyContract {
    int WRITERS = 16;
    Actor EDITOR = Actor.of(BOB, Role.EDITOR);

    Storage storage();

    @Test
    default void a_reader_of_the_feed_misses_no_event_while_many_write() throws Exception {
        int posts = 200;
        authors();
        long before = storage().changes().head();
        List<RecordedEvent> seen = new ArrayList<>();
        try (Workers workers = new Workers()) {
            List<Future<Boolean>> writing = workers.start(IntStream.range(0, posts)
                    .<Callable<Boolean>>mapToObj(n -> () -> saveTwo("Writer " + n))
                    .toList());
            boolean last = false;
            while (!last) {
                last = writing.stream().allMatch(Future::isDone);
                long place = seen.isEmpty() ? before : seen.get(seen.size() - 1).position();
                for (List<RecordedEvent> batch = storage().changes().after(place, 7);
                        !batch.isEmpty();
                        batch = storage().changes().after(place, 7)) {
                    seen.addAll(batch);
                    place = batch.get(batch.size() - 1).position();
                }
            }
            Workers.finish(writing);
        }

        assertThat(seen)
                .extracting(RecordedEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + 2L * posts)
                        .boxed()
                        .toList());
    }

    private boolean saveTwo(String title) {
        storage().work().run(() -> {
            storage().posts().save(aDraft(title));
            Thread.yield();
            storage().posts().save(aDraft(title + " again"));
        });
        return true;
    }

    @Test
    default void many_who_begin_posts_with_one_title_get_an_address_each() throws Exception {
        authors();
        FreeSlug slugs = new FreeSlug(storage().posts(), storage().redirects());
        try (Workers workers = new Workers()) {
            Workers.finish(workers.start(IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(writer -> () -> begin(slugs, "One title"))
                    .toList()));
        }

        assertThat(IntStream.rangeClosed(2, WRITERS).mapToObj(number -> new Slug("one-title-" + number)))
                .allSatisfy(
                        slug -> assertThat(storage().posts().findBySlug(slug)).isPresent());
    }

    private boolean begin(FreeSlug slugs, String title) {
        storage().work().run(() -> {
            PostId id = aPostId();
            Revision first = new Revision(1, content(title), ADA, NOON);
            Slug slug = slugs.forTitle(title, id);
            Thread.yield();
            storage().posts().save(Post.draft(id, Post.Kind.ARTICLE, slug, first, List.of(ADA)));
        });
        return true;
    }

    @Test
    default void of_many_editors_of_one_version_exactly_one_succeeds() throws Exception {
        authors();
        Post post = aDraft("Contested");
        storage().posts().save(post);

        for (int round = 1; round <= 5; round++) {
            String title = "Round %d, editor ".formatted(round);
            long version = storage().posts().get(post.id()).state().version();
            List<Post> editors = IntStream.range(0, WRITERS)
                    .mapToObj(editor -> storage().posts().get(post.id()))
                    .toList();
            Collection<Integer> winners = new ConcurrentLinkedQueue<>();
            try (Workers workers = new Workers()) {
                Workers.finish(workers.start(IntStream.range(0, WRITERS)
                        .<Callable<Boolean>>mapToObj(editor -> () -> {
                            editors.get(editor).revise(content(title + editor), ADA, NOON);
                            return tried(() -> storage().posts().save(editors.get(editor))) && winners.add(editor);
                        })
                        .toList()));
            }

            assertThat(winners).as("winners of round %d", round).hasSize(1);
            Post.State after = storage().posts().get(post.id()).state();
            assertThat(after.version()).isEqualTo(version + 1);
            assertThat(after.revision().number()).isEqualTo(round + 1);
            assertThat(after.revision().content().title().value())
                    .isEqualTo(title + winners.iterator().next());
        }
        assertThat(storage().postQueries().revisions(post.id())).hasSize(6);
    }

    @Test
    default void of_many_programs_that_have_seen_one_version_exactly_one_changes_it() throws Exception {
        authors();
        Post post = aDraft("Contested");
        storage().posts().save(post);
        ChangeSeenPost changes = new ChangeSeenPost(storage().posts(), storage().work());

        for (int round = 1; round <= 5; round++) {
            String title = "Round %d, program ".formatted(round);
            long seen = storage().posts().get(post.id()).state().version();
            Collection<Integer> winners = new ConcurrentLinkedQueue<>();
            try (Workers workers = new Workers()) {
                Workers.finish(workers.start(IntStream.range(0, WRITERS)
                        .<Callable<Boolean>>mapToObj(program -> () -> tried(() -> {
                            ChangeSeenPost.Command change = new ChangeSeenPost.Command(
                                    post.id(), seen, () -> revise(post.id(), title + program));
                            if (changes.handle(change).isEmpty()) {
                                winners.add(program);
                            }
                        }))
                        .toList()));
            }

            assertThat(winners).as("winners of round %d", round).hasSize(1);
            Post.State after = storage().posts().get(post.id()).state();
            assertThat(after.version()).isEqualTo(seen + 1);
            assertThat(after.revision().content().title().value())
                    .isEqualTo(title + winners.iterator().next());
        }
    }

    private void revise(PostId id, String title) {
        Thread.yield();
        Post post = storage().posts().get(id);
        post.revise(content(title), ADA, NOON);
        storage().posts().save(post);
    }

    /** As many writers as {@code waxwing.writers} says, each of whom saves as often as {@code waxwing.saves} says. */
    @Test
    default void no_word_of_many_who_write_in_one_post_is_lost_and_none_is_passed_over() throws Exception {
        authors();
        int writers = Integer.getInteger("waxwing.writers", 8);
        int saves = Integer.getInteger("waxwing.saves", 5);
        Post post = aPublished("Contested", NOON);
        storage().posts().save(post);
        SavePost save = new SavePost(
                storage().posts(),
                new FreeSlug(storage().posts(), storage().redirects()),
                new FormerAddresses(storage().redirects()),
                new PlainRenderer(),
                storage().work(),
                new SettableClock(NOON));
        ReconcilePost reconcile = new ReconcilePost(
                new OpenPost(
                        storage().posts(), storage().deskQueries(), storage().work()),
                storage().posts());
        long begun = storage().posts().get(post.id()).state().version();
        Collection<String> accepted = new ConcurrentLinkedQueue<>();
        Collection<ReconcilePost.Reconciliation> refused = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            Workers.finish(threads.invokeAll(IntStream.range(0, writers)
                    .<Callable<Boolean>>mapToObj(writer -> () -> {
                        long seen = begun;
                        for (int n = 0; n < saves; n++) {
                            String text = "Writer %d, save %d".formatted(writer, n);
                            try {
                                seen = save.handle(new SavePost.Command(EDITOR, post.id(), seen, draft(text)));
                                accepted.add(text);
                            } catch (BlogException.Conflict refusal) {
                                // Each save here makes one version and one revision, so they have the same numbers.
                                ReconcilePost.Reconciliation both = reconcile.handle(
                                        new ReconcilePost.Command(EDITOR, post.id(), (int) seen, draft(text)));
                                assertThat(both.theirs().version()).isGreaterThan(seen);
                                refused.add(both);
                                seen = both.theirs().version();
                            }
                        }
                        return true;
                    })
                    .toList()));
        } finally {
            threads.shutdownNow();
        }

        Post.State after = storage().posts().get(post.id()).state();
        List<String> kept = IntStream.rangeClosed(2, after.writing().revisions())
                .mapToObj(number ->
                        storage().posts().findRevision(post.id(), number).orElseThrow())
                .map(revision -> revision.content().body().markdown())
                .toList();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(accepted).isNotEmpty();
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(both -> assertThat(kept)
                        .contains(both.theirs().text().content().body().markdown()));
        assertThat(refused)
                .extracting(both -> both.mine().markdown())
                .doesNotContainAnyElementsOf(accepted)
                .doesNotHaveDuplicates()
                .hasSize(writers * saves - accepted.size());
        assertThat(after.version()).isEqualTo(1 + accepted.size());
        assertThat(after.revision().number()).isEqualTo(1);
    }

    private static Draft draft(String text) {
        return Draft.of(new Title("Contested"), text, LanguageTag.ENGLISH);
    }

    @Test
    default void two_posts_that_are_linked_with_each_other_at_once_are_linked() throws Exception {
        authors();
        LinkTranslation link = new LinkTranslation(
                storage().posts(),
                new FreeLanguage(
                        storage().posts(),
                        storage().deskQueries(),
                        () -> aPostId().value()),
                storage().work(),
                new SettableClock(NOON));

        for (int round = 1; round <= 20; round++) {
            Post one = aDraft("One " + round, LanguageTag.ENGLISH);
            Post two = aDraft("Two " + round, new LanguageTag("de"));
            storage().posts().save(one);
            storage().posts().save(two);
            try (Workers workers = new Workers()) {
                Workers.finish(workers.start(List.of(() -> linked(link, one, two), () -> linked(link, two, one))));
            }

            assertThat(storage().posts().get(one.id()).state().group())
                    .as("round %d", round)
                    .isEqualTo(storage().posts().get(two.id()).state().group());
        }
    }

    private static boolean linked(LinkTranslation link, Post post, Post other) {
        link.handle(new LinkTranslation.Command(EDITOR, post.id(), other.state().slug()));
        return true;
    }

    @Test
    default void of_many_posts_that_want_one_address_exactly_one_gets_it() throws Exception {
        authors();
        Collection<PostId> winners = new ConcurrentLinkedQueue<>();
        try (Workers workers = new Workers()) {
            Workers.finish(workers.start(IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(n -> () -> {
                        Post post = aDraft("Same title");
                        return tried(() -> storage().posts().save(post)) && winners.add(post.id());
                    })
                    .toList()));
        }

        assertThat(winners).hasSize(1);
    }

    @Test
    default void counts_stay_right_while_many_publish_and_take_back() throws Exception {
        authors();
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        try (Workers workers = new Workers()) {
            Workers.finish(workers.start(IntStream.range(0, 48)
                    .<Callable<Boolean>>mapToObj(n -> () -> publishAndTakeBackEveryThird(n, tag))
                    .toList()));
        }

        int listed = storage()
                .postQueries()
                .published(new PostScope.Tagged(tag.id()), 0, 100)
                .size();
        assertThat(listed).isEqualTo(32);
        assertThat(storage().tagQueries().find(tag.state().slug()).orElseThrow().posts())
                .isEqualTo(32);
        assertThat(storage().postQueries().publishedCount()).isEqualTo(32);
        assertThat(storage()
                        .authorQueries()
                        .find(ada().state().handle())
                        .orElseThrow()
                        .posts())
                .isEqualTo(32);
    }

    private boolean publishAndTakeBackEveryThird(int n, Tag tag) {
        Post post = aPublished("Post " + n, NOON.plusSeconds(n));
        post.tag(List.of(tag.id()), NOON);
        storage().posts().save(post);
        if (n % 3 == 0) {
            Post found = storage().posts().get(post.id());
            found.unpublish(NOON);
            storage().posts().save(found);
        }
        return true;
    }

    @Test
    default void every_due_post_is_given_to_one_publisher_only() throws Exception {
        authors();
        Instant due = NOON.plusSeconds(60);
        for (int n = 0; n < 40; n++) {
            Post post = aDraft("Scheduled " + n);
            post.schedule(due, NOON);
            storage().posts().save(post);
        }

        List<Integer> published;
        try (Workers workers = new Workers()) {
            published = Workers.finish(workers.start(IntStream.range(0, WRITERS)
                    .<Callable<Integer>>mapToObj(n -> () -> publishDue(due))
                    .toList()));
        }

        assertThat(published.stream().mapToInt(Integer::intValue).sum() + publishAll(due))
                .isEqualTo(40);
        assertThat(storage().postQueries().publishedCount()).isEqualTo(40);
    }

    private int publishAll(Instant now) {
        int all = 0;
        for (int published = publishDue(now); published > 0; published = publishDue(now)) {
            all += published;
        }
        return all;
    }

    private int publishDue(Instant now) {
        return storage().work().execute(() -> {
            List<PostId> due = storage().posts().due(now, 5);
            for (PostId id : due) {
                Post post = storage().posts().get(id);
                post.publishIfDue(now);
                storage().posts().save(post);
            }
            return due.size();
        });
    }

    @Test
    default void nobody_waits_for_ever_when_publishers_and_editors_meet() throws Exception {
        authors();
        Instant due = NOON.plusSeconds(60);
        List<PostId> posts = IntStream.range(0, 20)
                .mapToObj(n -> {
                    Post post = aDraft("Scheduled " + n);
                    post.schedule(due, NOON);
                    storage().posts().save(post);
                    return post.id();
                })
                .toList();
        List<Callable<Boolean>> jobs = new ArrayList<>();
        for (PostId id : posts) {
            jobs.add(() -> publishDue(due) >= 0);
            jobs.add(() -> tried(() -> storage().work().run(() -> {
                Post post = storage().posts().get(id);
                post.credit(List.of(BOB), NOON);
                storage().posts().save(post);
            })));
        }

        try (Workers workers = new Workers()) {
            Workers.finish(workers.start(jobs));
        }

        publishAll(due);
        assertThat(storage().postQueries().publishedCount()).isEqualTo(20);
    }

    @Test
    default void of_many_nodes_that_read_under_one_name_one_gets_each_change() throws Exception {
        authors();
        for (int n = 0; n < 60; n++) {
            storage().tags().save(aTag("Tag " + n));
        }
        Collection<Long> read = new ConcurrentLinkedQueue<>();

        try (Workers workers = new Workers()) {
            Workers.finish(workers.start(IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(n -> () -> {
                        while (readBatch(read)) {
                            Thread.yield();
                        }
                        return true;
                    })
                    .toList()));
        }

        assertThat(read)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, storage().changes().head())
                                .boxed()
                                .toList());
    }

    private boolean readBatch(Collection<Long> read) {
        return storage().work().execute(() -> {
            Bookmark bookmark = storage().changes().bookmark("search");
            OptionalLong place = bookmark.claim();
            if (place.isEmpty()) {
                return true;
            }
            List<RecordedEvent> batch = storage().changes().after(place.getAsLong(), 3);
            if (batch.isEmpty()) {
                return false;
            }
            batch.forEach(change -> read.add(change.position()));
            bookmark.advance(batch.get(batch.size() - 1).position());
            return true;
        });
    }

    /** Threads that begin together. */
    final class Workers implements AutoCloseable {
        private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

        <T> List<Future<T>> start(List<Callable<T>> jobs) {
            return jobs.stream().map(threads::submit).toList();
        }

        /** Waits for all and hands on the first failure. */
        static <T> List<T> finish(List<Future<T>> jobs) throws InterruptedException, ExecutionException {
            List<T> results = new ArrayList<>();
            for (Future<T> job : jobs) {
                results.add(job.get());
            }
            return results;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    private static boolean tried(Runnable save) {
        try {
            save.run();
            return true;
        } catch (BlogException.Conflict refused) {
            return false;
        }
    }

    private void authors() {
        storage().authors().save(ada());
        storage().authors().save(bob());
    }
}
