package dev.waxwing.application.post;

import static dev.waxwing.application.Newsroom.words;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.Newsroom;
import dev.waxwing.application.post.SuggestLinks.Suggestion;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.PostId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuggestLinksTest {
    private final Newsroom room = new Newsroom();
    private final Actor contributor = Actor.of(room.bob, Role.CONTRIBUTOR);

    @Test
    void whatever_readers_see_is_found_by_everybody() {
        room.published("A published heron");
        room.draft("A drafted heron");
        room.published("A grebe");

        assertThat(titles(room.author, "heron")).containsExactlyInAnyOrder("A published heron", "A drafted heron");
        assertThat(titles(contributor, "heron")).containsExactly("A published heron");
    }

    @Test
    void a_title_that_readers_do_not_see_yet_is_told_to_nobody_else() {
        PostId post = room.published("A heron");
        room.posts
                .save()
                .handle(new SavePost.Command(room.author, post, room.state(post).version(), words("A secret heron")));

        assertThat(titles(room.author, "heron")).containsExactly("A secret heron");
        assertThat(titles(contributor, "heron")).containsExactly("A heron");
        assertThat(titles(contributor, "secret")).isEmpty();
    }

    @Test
    void the_last_edited_come_first_whoever_wrote_them_and_no_more_than_asked_for() {
        room.published("First");
        room.clock.set(NOON.plusSeconds(60));
        room.draft("Second");

        assertThat(titles(room.author, "")).containsExactly("Second", "First");
        assertThat(room.posts.links().handle(new SuggestLinks.Command(room.author, "", 1)))
                .extracting(Suggestion::title)
                .containsExactly("Second");
    }

    @Test
    void those_that_the_writer_may_write_in_are_told_from_the_rest() {
        room.published("A heron");
        room.posts.draft().handle(DraftPost.Command.article(contributor, words("My heron")));

        assertThat(room.posts.links().handle(new SuggestLinks.Command(contributor, "heron", 8)))
                .filteredOn(Suggestion::own)
                .extracting(Suggestion::title)
                .containsExactly("My heron");
    }

    private List<String> titles(Actor actor, String words) {
        return room.posts.links().handle(new SuggestLinks.Command(actor, words, 8)).stream()
                .map(Suggestion::title)
                .toList();
    }
}
