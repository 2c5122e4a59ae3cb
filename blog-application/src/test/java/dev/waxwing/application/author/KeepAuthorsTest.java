package dev.waxwing.application.author;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.Newsroom;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.redirect.RemoveRedirect;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorEvent;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.fixture.Fixtures;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepAuthorsTest {
    private final Newsroom room = new Newsroom();

    @Nested
    class Registering {

        @Test
        void gives_a_handle_that_follows_from_the_name() {
            AuthorId author = register("Grace Hopper");

            assertThat(handle(author)).isEqualTo("grace-hopper");
            assertThat(room.events())
                    .containsExactly(new AuthorEvent.Registered(author, new Slug("grace-hopper"), NOON));
        }

        @Test
        void numbers_namesakes() {
            assertThat(handle(register("Ada"))).isEqualTo("ada-2");
            assertThat(handle(register("Ada"))).isEqualTo("ada-3");
            assertThat(handle(register("🦜"))).isEqualTo("author");
            assertThat(handle(register("🐧"))).isEqualTo("author-2");
        }

        @Test
        void never_takes_the_former_address_of_another() {
            move(room.ada, "countess");

            assertThat(handle(register("Ada"))).isEqualTo("ada-2");
            assertThat(room.follow("/authors/ada")).isEqualTo(to("/authors/countess"));
        }
    }

    @Nested
    class Changing_a_profile {
        private final Profile king = Profile.named("Ada King");

        @Test
        void is_for_oneself() {
            change(Actor.of(room.ada, Role.CONTRIBUTOR), room.ada, king);

            assertThat(room.authors.queries().find(new Slug("ada")).map(AuthorView::profile))
                    .contains(king);
        }

        @Test
        void of_another_is_for_editors() {
            room.assertRefused(BlogException.Forbidden.class, () -> change(room.author, room.bob, king));

            change(room.editor, room.ada, king);

            assertThat(room.authors.queries().find(new Slug("ada")).map(AuthorView::profile))
                    .contains(king);
        }

        @Test
        void of_nobody_is_not_found() {
            room.assertRefused(BlogException.NotFound.class, () -> change(room.editor, Fixtures.ADA, king));
        }

        private void change(Actor actor, AuthorId author, Profile profile) {
            room.authors.changeProfile().handle(new ChangeProfile.Command(actor, author, profile));
        }
    }

    @Nested
    class Moving {

        @Test
        void leaves_a_redirect() {
            move(room.ada, "countess");

            assertThat(room.authors.queries().find(new Slug("countess"))).isPresent();
            assertThat(room.follow("/authors/ada")).isEqualTo(to("/authors/countess"));
        }

        @Test
        void back_turns_the_redirect_round() {
            move(room.ada, "countess");

            move(room.ada, "ada");

            assertThat(room.follow("/authors/ada")).isEmpty();
            assertThat(room.follow("/authors/countess")).isEqualTo(to("/authors/ada"));
        }

        @Test
        void nowhere_does_nothing() {
            long head = room.blog.head();

            move(room.ada, "ada");

            assertThat(room.blog.head()).isEqualTo(head);
        }

        @Test
        void to_the_handle_of_another_is_refused() {
            room.assertRefused(BlogException.Conflict.class, () -> move(room.ada, "bob"));
        }

        @Test
        void to_the_former_handle_of_another_is_refused_until_it_is_given_up() {
            move(room.ada, "countess");

            room.assertRefused(BlogException.Conflict.class, () -> move(room.bob, "ada"));

            room.redirects.remove().handle(new RemoveRedirect.Command(room.editor, new SitePath("/authors/ada")));
            move(room.bob, "ada");
            assertThat(handle(room.bob)).isEqualTo("ada");
        }

        @Test
        void nobody_is_not_found() {
            room.assertRefused(BlogException.NotFound.class, () -> move(Fixtures.ADA, "x"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CONTRIBUTOR", "AUTHOR"})
    void only_editors_keep_authors(Role role) {
        Actor actor = Actor.of(room.ada, role);

        List.<Runnable>of(
                        () -> room.authors.register().handle(new RegisterAuthor.Command(actor, Profile.named("x"))),
                        () -> room.authors.move().handle(new MoveAuthor.Command(actor, room.ada, new Slug("x"))))
                .forEach(act -> room.assertRefused(BlogException.Forbidden.class, act));
    }

    private AuthorId register(String name) {
        return room.authors.register().handle(new RegisterAuthor.Command(room.editor, Profile.named(name)));
    }

    private void move(AuthorId author, String handle) {
        room.authors.move().handle(new MoveAuthor.Command(room.editor, author, new Slug(handle)));
    }

    private String handle(AuthorId author) {
        return room.blog.authors().get(author).state().handle().value();
    }

    private static Optional<Destination> to(String location) {
        return Optional.of(new Destination.Moved(location));
    }
}
