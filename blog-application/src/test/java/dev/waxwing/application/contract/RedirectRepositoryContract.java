package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.redirect.RedirectCursor;
import dev.waxwing.application.redirect.RedirectView;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.RedirectEvent;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every storage of redirects must do. */
public interface RedirectRepositoryContract {
    Storage storage();

    @Test
    default void a_redirect_of_each_kind_is_found_as_saved() {
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        Post post = published("Hello");
        List<Target> targets = List.of(
                new Target.ToPost(post.id()),
                new Target.ToTag(tag.id()),
                new Target.ToAuthor(ADA),
                new Target.ToPath(new SitePath("/tags")),
                new Target.ToAddress(new WebAddress("https://example.org/x")),
                new Target.Gone());

        for (Target target : targets) {
            Redirect redirect = redirect("/old/" + target.getClass().getSimpleName() + " ü.html", target);
            Redirect.State saved = redirect.state();
            assertThat(storage().redirects().find(redirect.from()).orElseThrow().state())
                    .isEqualTo(new Redirect.State(saved.from(), saved.target(), saved.reason(), saved.since(), 1));
        }
    }

    @Test
    default void readers_are_led_to_the_present_address() {
        Post post = published("Größe");
        redirect("/2019/size.html", new Target.ToPost(post.id()));

        assertThat(follow("/2019/size.html")).contains(new Destination.Moved("/grosse"));

        Post moved = storage().posts().get(post.id());
        moved.moveTo(new Slug("大きさ"), NOON);
        storage().posts().save(moved);
        assertThat(follow("/2019/size.html")).contains(new Destination.Moved("/%E5%A4%A7%E3%81%8D%E3%81%95"));
    }

    @Test
    default void the_list_begins_with_the_latest_and_goes_on_behind_a_cursor() {
        for (int hour = 0; hour < 5; hour++) {
            storage()
                    .redirects()
                    .save(Redirect.add(
                            new SitePath("/old/" + hour),
                            new Target.Gone(),
                            Redirect.Reason.WRITTEN,
                            NOON.plusSeconds(3_600L * (hour / 2))));
        }
        List<SitePath> listed = new ArrayList<>();
        Optional<RedirectCursor> cursor = Optional.empty();
        List<RedirectView> page;
        do {
            page = storage().redirectQueries().latest(cursor, 2);
            page.forEach(redirect -> listed.add(redirect.from()));
            cursor = page.stream().reduce((first, second) -> second).map(RedirectCursor::of);
        } while (!page.isEmpty());

        assertThat(listed).hasSize(5).doesNotHaveDuplicates();
        assertThat(listed.get(0)).isEqualTo(new SitePath("/old/4"));
        assertThat(listed.subList(1, 3)).containsExactlyInAnyOrder(new SitePath("/old/2"), new SitePath("/old/3"));
    }

    @Test
    default void a_redirect_is_shown_with_the_place_where_readers_come_out() {
        Post post = published("Hello");
        redirect("/old", new Target.ToPath(new SitePath("/older")));
        redirect("/older", new Target.ToPost(post.id()));

        assertThat(storage().redirectQueries().stored(new SitePath("/old")))
                .map(RedirectView::leads)
                .contains(Optional.of(new Destination.Moved("/hello")));
        assertThat(storage().redirectQueries().stored(new SitePath("/unknown"))).isEmpty();
    }

    @Test
    default void an_address_is_taken_by_a_post_of_any_status() {
        storage().authors().save(ada());
        storage().posts().save(aDraft("Secret"));

        assertThat(storage().redirects().isTakenByPost(new SitePath("/secret"))).isTrue();
        assertThat(storage().redirects().isTakenByPost(new SitePath("/other"))).isFalse();
    }

    @Test
    default void nobody_is_led_to_a_draft() {
        storage().authors().save(ada());
        Post draft = aDraft("Secret");
        storage().posts().save(draft);
        redirect("/old", new Target.ToPost(draft.id()));

        assertThat(follow("/old")).isEmpty();
    }

    @Test
    default void what_leads_to_an_archived_post_is_gone_and_so_is_its_own_address() {
        Post post = published("Outdated");
        redirect("/old", new Target.ToPost(post.id()));
        Post archived = storage().posts().get(post.id());
        archived.archive(NOON);
        storage().posts().save(archived);

        assertThat(follow("/old")).contains(new Destination.Gone());
        assertThat(follow("/outdated")).contains(new Destination.Gone());
    }

    @Test
    default void redirects_to_paths_are_followed_to_their_end() {
        Post post = published("Hello");
        redirect("/a", new Target.ToPath(new SitePath("/b")));
        redirect("/b", new Target.ToPath(new SitePath("/c")));
        redirect("/c", new Target.ToPost(post.id()));
        redirect("/d", new Target.ToPath(new SitePath("/tags/java")));

        assertThat(follow("/a")).contains(new Destination.Moved("/hello"));
        assertThat(follow("/d")).contains(new Destination.Moved("/tags/java"));
    }

    @Test
    default void a_chain_of_paths_never_ends_at_something_that_readers_may_not_see() {
        storage().authors().save(ada());
        storage().posts().save(aDraft("Secret"));
        Post archived = aPublished("Outdated", NOON);
        archived.archive(NOON);
        storage().posts().save(archived);
        redirect("/a", new Target.ToPath(new SitePath("/secret")));
        redirect("/b", new Target.ToPath(new SitePath("/outdated")));

        assertThat(follow("/a")).isEmpty();
        assertThat(follow("/b")).contains(new Destination.Gone());
    }

    @Test
    default void redirects_that_go_round_in_a_circle_lead_nowhere() {
        redirect("/a", new Target.ToPath(new SitePath("/b")));
        redirect("/b", new Target.ToPath(new SitePath("/c")));
        redirect("/c", new Target.ToPath(new SitePath("/a")));

        assertThat(follow("/a")).isEmpty();
    }

    @Test
    default void what_never_had_readers_is_unknown_when_it_is_archived() {
        storage().authors().save(ada());
        Post post = aDraft("Never seen");
        post.archive(NOON);
        storage().posts().save(post);

        assertThat(follow("/never-seen")).isEmpty();
    }

    @Test
    default void readers_follow_tags_and_authors_to_their_present_pages() {
        storage().authors().save(ada());
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        redirect("/category/java", new Target.ToTag(tag.id()));
        redirect("/writers/ada", new Target.ToAuthor(ADA));

        assertThat(follow("/category/java")).contains(new Destination.Moved("/tags/java"));
        assertThat(follow("/writers/ada")).contains(new Destination.Moved("/authors/ada"));

        storage().tags().remove(tag);
        assertThat(follow("/category/java")).isEmpty();
    }

    @Test
    default void the_longest_path_in_any_script_can_be_redirected() {
        String path = "/" + "漢".repeat(997) + "🦜";
        redirect(path, new Target.Gone());

        assertThat(follow(path)).contains(new Destination.Gone());
        assertThat(follow("/" + "漢".repeat(997))).isEmpty();
    }

    @Test
    default void a_stale_redirect_is_refused() {
        redirect("/old", new Target.Gone());
        Redirect mine = storage().redirects().find(new SitePath("/old")).orElseThrow();
        Redirect theirs = storage().redirects().find(new SitePath("/old")).orElseThrow();
        theirs.leadTo(new Target.ToPath(new SitePath("/tags")), Redirect.Reason.WRITTEN, NOON);
        storage().redirects().save(theirs);
        mine.leadTo(new Target.ToPath(new SitePath("/archive")), Redirect.Reason.WRITTEN, NOON);

        assertThatThrownBy(() -> storage().redirects().save(mine)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void an_address_leads_to_one_place_only() {
        redirect("/old", new Target.Gone());
        Redirect second = Redirect.add(new SitePath("/old"), new Target.ToAuthor(ADA), Redirect.Reason.WRITTEN, NOON);

        assertThatThrownBy(() -> storage().redirects().save(second)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void a_removed_redirect_leads_nowhere() {
        Redirect redirect = redirect("/old", new Target.Gone());

        storage().redirects().remove(storage().redirects().find(redirect.from()).orElseThrow());

        assertThat(follow("/old")).isEmpty();
        assertThat(follow("/never-known")).isEmpty();
    }

    @Test
    default void ten_paths_in_a_row_are_followed_and_no_more() {
        Post post = published("Hello");
        for (int n = 0; n <= 10; n++) {
            redirect("/to-post-" + n, new Target.ToPath(new SitePath("/to-post-" + (n + 1))));
            redirect("/to-path-" + n, new Target.ToPath(new SitePath("/to-path-" + (n + 1))));
        }
        redirect("/to-post-11", new Target.ToPost(post.id()));

        assertThat(follow("/to-post-1")).contains(new Destination.Moved("/hello"));
        assertThat(follow("/to-path-1")).contains(new Destination.Moved("/to-path-11"));
        assertThat(follow("/to-post-0")).isEmpty();
        assertThat(follow("/to-path-0")).isEmpty();
    }

    @Test
    default void all_redirects_to_one_target_are_found() {
        Post post = published("Hello");
        Target target = new Target.ToPost(post.id());
        Redirect one = redirect("/a", target);
        Redirect two = redirect("/b", new Target.ToPost(post.id()));
        redirect("/c", new Target.Gone());
        redirect("/d", new Target.ToPath(new SitePath("/a")));

        assertThat(storage().redirects().leadingTo(target))
                .extracting(Redirect::from)
                .containsExactlyInAnyOrder(one.from(), two.from());
        assertThat(storage().redirects().leadingTo(new Target.ToPath(new SitePath("/b"))))
                .isEmpty();
        assertThat(storage().redirects().leadingTo(new Target.Gone()))
                .extracting(Redirect::from)
                .containsExactly(new SitePath("/c"));
    }

    @Test
    default void many_are_added_and_found_in_one_step() {
        Redirect present = redirect("/a", new Target.Gone());
        Redirect one = gone("/b");
        Redirect two = gone("/c");
        long head = storage().changes().head();

        storage().redirects().addAll(List.of(one, two));

        assertThat(storage().redirects().findAll(List.of(present.from(), two.from(), new SitePath("/unknown"))))
                .extracting(Redirect::from)
                .containsExactlyInAnyOrder(present.from(), two.from());
        assertThat(storage().redirects().find(one.from()).orElseThrow().state().version())
                .isEqualTo(1);
        assertThat(storage().changes().after(head, 10))
                .extracting(RecordedEvent::event)
                .containsExactly(new RedirectEvent.Added(one.from(), NOON), new RedirectEvent.Added(two.from(), NOON));
    }

    @Test
    default void of_many_none_is_added_if_one_address_leads_somewhere_already() {
        redirect("/a", new Target.Gone());

        assertThatThrownBy(() -> storage().redirects().addAll(List.of(gone("/b"), gone("/a"))))
                .isInstanceOf(BlogException.Conflict.class);

        assertThat(storage().redirects().find(new SitePath("/b"))).isEmpty();
    }

    private static Redirect gone(String from) {
        return Redirect.add(new SitePath(from), new Target.Gone(), Redirect.Reason.IMPORTED, NOON);
    }

    private Optional<Destination> follow(String path) {
        return storage().redirectQueries().find(new SitePath(path));
    }

    private Redirect redirect(String from, Target target) {
        Redirect redirect = Redirect.add(new SitePath(from), target, Redirect.Reason.IMPORTED, NOON);
        storage().redirects().save(redirect);
        return redirect;
    }

    private Post published(String title) {
        storage().authors().save(ada());
        Post post = aPublished(title, NOON);
        storage().posts().save(post);
        return post;
    }
}
