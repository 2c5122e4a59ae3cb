package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.bob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.waxwing.application.author.AuthorView;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every storage of authors must do. */
public interface AuthorRepositoryContract {
    Storage storage();

    @Test
    default void an_author_is_found_as_saved() {
        Author author = ada();
        author.changeProfile(
                new Profile(
                        "Ada Łovelace",
                        "Wrote the first program.\nAnd notes.",
                        List.of(
                                new Profile.Link("Home", new WebAddress("https://example.org/~ada")),
                                new Profile.Link(
                                        "Code, \"and\" more", new WebAddress("https://example.com/a%7Cb?c=d"))),
                        new MediaAddress("/media/0123456789abcdef0123456789abcdef-96x96.png")),
                NOON);
        storage().authors().save(author);

        Author.State saved = author.state();
        assertThat(storage().authors().get(ADA).state())
                .isEqualTo(new Author.State(saved.id(), saved.handle(), saved.profile(), 1));
        assertThat(storage().authors().find(new Slug("ada")).map(Author::id)).contains(ADA);
        assertThat(storage().authorQueries().find(new Slug("ada")).map(AuthorView::profile))
                .contains(saved.profile());
    }

    @Test
    default void two_authors_never_share_a_handle() {
        storage().authors().save(ada());
        Author bob = bob();
        bob.moveTo(new Slug("ada"), NOON);

        assertThatThrownBy(() -> storage().authors().save(bob)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void a_stale_profile_is_refused() {
        storage().authors().save(ada());
        Author mine = storage().authors().get(ADA);
        Author theirs = storage().authors().get(ADA);
        theirs.changeProfile(Profile.named("Ada King"), NOON);
        storage().authors().save(theirs);
        mine.changeProfile(Profile.named("Ada Byron"), NOON);

        assertThatThrownBy(() -> storage().authors().save(mine)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void pages_of_authors_hold_each_once_with_what_readers_learn_of_them() {
        Profile profile =
                new Profile("Zoe", "", List.of(new Profile.Link("Home", new WebAddress("https://example.org/"))), null);
        Author bob = bob();
        bob.changeProfile(profile, NOON);
        storage().authors().save(bob);
        storage().authors().save(ada());
        storage().posts().save(aPublished("Seen", NOON));

        List<AuthorView> first = storage().authorQueries().byHandle(Optional.empty(), 1);
        List<AuthorView> second = storage().authorQueries().byHandle(Optional.of(new Slug("ada")), 9);

        assertThat(first)
                .extracting(author -> author.profile().name(), AuthorView::posts)
                .containsExactly(tuple("Ada", 1L));
        assertThat(second).extracting(AuthorView::profile).containsExactly(profile);
        assertThat(storage().authorQueries().byHandle(Optional.of(new Slug("bob")), 9))
                .isEmpty();
    }

    @Test
    default void authors_are_listed_by_name_with_their_published_articles() {
        storage().authors().save(bob());
        storage().authors().save(ada());
        storage().posts().save(aPublished("Seen", NOON));
        storage().posts().save(aDraft("Unseen"));

        assertThat(storage().authorQueries().all())
                .extracting(author -> author.profile().name(), AuthorView::posts)
                .containsExactly(tuple("Ada", 1L), tuple("Bob", 0L));
    }
}
