package dev.waxwing.domain.author;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorTest {
    private static final Slug HANDLE = new Slug("ada");
    private static final Profile PROFILE = Profile.named("Ada");
    private static final Profile.Link LINK = new Profile.Link("Home", new WebAddress("https://example.org/"));

    private final Author ada = Author.restore(new Author.State(ADA, HANDLE, PROFILE, 4));

    @Test
    void an_author_is_registered_under_a_handle() {
        Author author = Author.register(ADA, HANDLE, PROFILE, NOON);

        assertThat(author.state()).isEqualTo(new Author.State(ADA, HANDLE, PROFILE, 0));
        assertThat(author.id()).isEqualTo(ADA);
        assertThat(author.drainEvents()).containsExactly(new AuthorEvent.Registered(ADA, HANDLE, NOON));
    }

    @Test
    void a_profile_is_changed() {
        Profile king = Profile.named("Ada King");

        ada.changeProfile(king, NOON);

        assertThat(ada.state()).isEqualTo(new Author.State(ADA, HANDLE, king, 4));
        assertThat(ada.drainEvents()).containsExactly(new AuthorEvent.ProfileChanged(ADA, HANDLE, NOON));
    }

    @Test
    void the_same_profile_changes_nothing() {
        ada.changeProfile(Profile.named(" Ada "), NOON);

        assertThat(ada.drainEvents()).isEmpty();
    }

    @Test
    void an_author_moves_to_another_handle() {
        ada.moveTo(new Slug("countess"), NOON);

        assertThat(ada.state()).isEqualTo(new Author.State(ADA, new Slug("countess"), PROFILE, 4));
        assertThat(ada.drainEvents()).containsExactly(new AuthorEvent.Moved(ADA, HANDLE, new Slug("countess"), NOON));
    }

    @Test
    void moving_to_the_same_handle_changes_nothing() {
        ada.moveTo(new Slug("ada"), NOON);

        assertThat(ada.drainEvents()).isEmpty();
    }

    @Test
    void a_name_is_a_line_of_at_most_100_characters() {
        assertThat(Profile.named(" Ada\n Lovelace").name()).isEqualTo("Ada Lovelace");
        assertThat(Profile.named("a".repeat(100)).name()).hasSize(100);
        assertRefused("name", () -> Profile.named("a".repeat(101)));
        assertRefused("name", () -> Profile.named("\u200B"));
    }

    @Test
    void a_biography_has_at_most_2000_characters_and_keeps_its_lines() {
        assertThat(profile(" one\r\ntwo ", List.of()).biography()).isEqualTo("one\ntwo");
        assertThat(profile("a".repeat(2_000), List.of()).biography()).hasSize(2_000);
        assertRefused("biography", () -> profile("a".repeat(2_001), List.of()));
    }

    @Test
    void at_most_ten_links_are_kept() {
        assertThat(profile("", Collections.nCopies(10, LINK)).links()).hasSize(10);
        assertRefused("links", () -> profile("", Collections.nCopies(11, LINK)));
    }

    @Test
    void a_link_has_a_label_of_at_most_60_characters() {
        assertThat(new Profile.Link(" My\tcode ", LINK.address()).label()).isEqualTo("My code");
        assertThat(new Profile.Link("a".repeat(60), LINK.address()).label()).hasSize(60);
        assertRefused("label", () -> new Profile.Link("a".repeat(61), LINK.address()));
        assertRefused("label", () -> new Profile.Link("", LINK.address()));
    }

    @Test
    void an_identity_is_read_from_its_text() {
        assertThat(AuthorId.parse(ADA.toString())).isEqualTo(ADA);
        assertThatThrownBy(() -> AuthorId.parse("ada"))
                .isInstanceOf(BlogException.NotFound.class)
                .hasMessage("There is no author ada");
    }

    private static Profile profile(String biography, List<Profile.Link> links) {
        return new Profile("Ada", biography, links, null);
    }

    private static void assertRefused(String field, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
