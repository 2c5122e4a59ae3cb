package dev.waxwing.application.post;

import static dev.waxwing.application.Newsroom.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.Newsroom;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SharePreviewTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Newsroom room = new Newsroom();
    private final PostId post = room.draft("Hello");

    @Test
    void whoever_has_the_link_reads_the_newest_text() {
        Token link = share();
        room.posts.save().handle(new SavePost.Command(room.author, post, 1, words("Hello again")));

        PostView view = room.previews.read().handle(link);

        assertThat(view.summary().title()).isEqualTo("Hello again");
        assertThat(view.html()).isEqualTo("<p>Words about Hello again</p>");
    }

    @Test
    void a_link_expires() {
        Token link = share();
        room.clock.advance(WEEK.minusSeconds(1));
        room.previews.read().handle(link);
        room.clock.advance(Duration.ofSeconds(1));

        room.assertRefused(
                BlogException.NotFound.class, () -> room.previews.read().handle(link));
        assertThat(room.previews.list().handle(new ListPreviews.Command(room.author, post)))
                .isEmpty();
    }

    @Test
    void a_link_is_revoked_for_ever_and_the_others_work_on() {
        Token first = share();
        Token second = share();
        ListPreviews.OpenPreview open =
                room.previews.list().handle(new ListPreviews.Command(room.author, post)).stream()
                        .filter(link -> link.id()
                                .equals(room.blog
                                        .previews()
                                        .findBySecret(first.hash())
                                        .orElseThrow()
                                        .state()
                                        .id()))
                        .findFirst()
                        .orElseThrow();

        room.previews.revoke().handle(new RevokePreview.Command(room.author, open.id()));

        room.assertRefused(
                BlogException.NotFound.class, () -> room.previews.read().handle(first));
        assertThat(room.previews.read().handle(second).summary().title()).isEqualTo("Hello");
    }

    @Test
    void a_secret_that_never_was_is_told_the_same_as_an_old_one() {
        share();

        room.assertRefused(
                BlogException.NotFound.class, () -> room.previews.read().handle(new Token("guessed")));
    }

    @Test
    void the_secret_itself_is_kept_nowhere() {
        Token link = share();

        assertThat(room.blog.previews().of(post)).singleElement().satisfies(preview -> {
            assertThat(preview.state().secret()).isEqualTo(link.hash()).doesNotContain(link.value());
        });
    }

    @Test
    void nobody_opens_the_post_of_another_or_for_longer_than_90_days() {
        Actor stranger = Actor.of(room.bob, Role.AUTHOR);
        Token link = share();
        room.assertRefused(
                BlogException.Forbidden.class,
                () -> room.previews.share().handle(new SharePreview.Command(stranger, post, WEEK)));
        room.assertRefused(
                BlogException.Forbidden.class,
                () -> room.previews
                        .revoke()
                        .handle(new RevokePreview.Command(
                                stranger,
                                room.blog
                                        .previews()
                                        .findBySecret(link.hash())
                                        .orElseThrow()
                                        .state()
                                        .id())));
        for (Duration open : new Duration[] {Duration.ZERO, Duration.ofDays(91)}) {
            room.assertRefused(
                    BlogException.Invalid.class,
                    () -> room.previews.share().handle(new SharePreview.Command(room.author, post, open)));
        }
    }

    private Token share() {
        return room.previews.share().handle(new SharePreview.Command(room.author, post, WEEK));
    }
}
