package dev.waxwing.application.redirect;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.Newsroom;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.RedirectEvent;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.WebAddress;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepRedirectsTest {
    private final Newsroom room = new Newsroom();

    @Test
    void an_address_leads_elsewhere_by_hand() {
        add("/old", new Target.ToAddress(new WebAddress("https://example.org/new")));

        assertThat(room.follow("/old")).isEqualTo(to("https://example.org/new"));
        assertThat(room.blog.redirects().find(new SitePath("/old")).map(Redirect::state))
                .hasValueSatisfying(state -> assertThat(state.reason()).isEqualTo(Redirect.Reason.WRITTEN));
        assertThat(room.events()).containsExactly(new RedirectEvent.Added(new SitePath("/old"), NOON));
    }

    @Test
    void an_address_says_that_nothing_is_there_any_more() {
        add("/old", new Target.Gone());

        assertThat(room.follow("/old")).contains(new Destination.Gone());
    }

    @Test
    void a_redirect_is_led_elsewhere() {
        PostId post = room.published("Hello");
        add("/old", new Target.Gone());

        add("/old", new Target.ToPost(post));

        assertThat(room.follow("/old")).isEqualTo(to("/hello"));
        assertThat(room.events()).last().isEqualTo(new RedirectEvent.Retargeted(new SitePath("/old"), NOON));
    }

    @Test
    void an_address_at_which_something_stands_cannot_lead_elsewhere() {
        room.published("Hello");

        assertThatThrownBy(() -> add("/hello", new Target.Gone()))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessage("A post stands at '/hello'; move it first");
        assertThatThrownBy(() -> add("/tags", new Target.Gone()))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage("'/tags' is a page of the site itself");
    }

    @Test
    void a_circle_of_paths_is_refused() {
        add("/a", path("/b"));
        add("/b", path("/c"));

        room.assertRefused(BlogException.Conflict.class, () -> add("/c", path("/a")));
        assertThatThrownBy(() -> add("/c", path("/b"))).hasMessage("'/c' would lead back to itself");
        add("/c", path("/d"));
        assertThat(room.follow("/a")).isEqualTo(to("/d"));
    }

    @Test
    void a_redirect_to_itself_is_refused() {
        room.assertRefused(BlogException.class, () -> add("/a", path("/a/")));
        room.assertRefused(BlogException.Invalid.class, () -> add("/", path("/a")));
    }

    @Test
    void a_path_to_a_thing_is_no_circle_whatever_its_address() {
        PostId post = room.published("Hello");
        add("/a", path("/b"));

        add("/b", new Target.ToPost(post));

        assertThat(room.follow("/a")).isEqualTo(to("/hello"));
    }

    @Test
    void ten_paths_in_a_row_are_followed_and_no_more() {
        IntStream.range(0, 10).forEach(n -> add("/p" + n, path("/p" + (n + 1))));

        assertThat(room.follow("/p0")).isEqualTo(to("/p10"));
        room.assertRefused(BlogException.Conflict.class, () -> add("/q", path("/p0")));
        add("/q", path("/p1"));
        assertThat(room.follow("/q")).isEqualTo(to("/p10"));
    }

    @Test
    void a_former_address_can_be_given_up() {
        PostId post = room.published("Hello");
        room.move(post, "goodbye");

        room.redirects.remove().handle(new RemoveRedirect.Command(room.editor, new SitePath("/hello")));

        assertThat(room.follow("/hello")).isEmpty();
        assertThat(room.events()).last().isEqualTo(new RedirectEvent.Removed(new SitePath("/hello"), NOON));
    }

    @Test
    void what_leads_nowhere_cannot_be_given_up() {
        room.assertRefused(
                BlogException.NotFound.class,
                () -> room.redirects.remove().handle(new RemoveRedirect.Command(room.editor, new SitePath("/x"))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CONTRIBUTOR", "AUTHOR"})
    void only_editors_keep_redirects(Role role) {
        Actor actor = Actor.of(room.ada, role);
        SitePath old = new SitePath("/old");
        add("/old", new Target.Gone());

        room.assertRefused(
                BlogException.Forbidden.class,
                () -> room.redirects.add().handle(new AddRedirect.Command(actor, old, path("/x"))));
        room.assertRefused(
                BlogException.Forbidden.class,
                () -> room.redirects.remove().handle(new RemoveRedirect.Command(actor, old)));
    }

    private void add(String from, Target target) {
        room.redirects.add().handle(new AddRedirect.Command(room.editor, new SitePath(from), target));
    }

    private static Target path(String path) {
        return new Target.ToPath(new SitePath(path));
    }

    private static Optional<Destination> to(String location) {
        return Optional.of(new Destination.Moved(location));
    }
}
