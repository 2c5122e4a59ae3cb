package dev.waxwing.application.publication;

import static dev.waxwing.application.Newsroom.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.Newsroom;
import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.throttle.Allowance;
import dev.waxwing.application.throttle.SpendAllowance;
import dev.waxwing.application.throttle.SpendAllowance.Charge;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BeginPostTest {
    private static final AccountId ACCOUNT = new AccountId(new UUID(7, 1));

    private final Newsroom room = new Newsroom();
    private final Actor ada = new Actor(Optional.of(room.ada), Role.AUTHOR, Optional.of(ACCOUNT));
    private final SpendAllowance allowances =
            new SpendAllowance(room.blog.storage().allowances(), room.blog, room.clock);
    private final BeginPost begin = new BeginPost(room.posts.draft(), allowances, room.blog);

    private static DraftPost.Command draft(Actor actor, AuthorId byline) {
        return new DraftPost.Command(actor, Post.Kind.ARTICLE, words("Hello"), Optional.empty(), List.of(byline));
    }

    private PostId begin(DraftPost.Command draft) {
        return begin.handle(new BeginPost.Command(draft));
    }

    private void leaveOne() {
        int others = Allowance.POSTS_OF_AN_ACCOUNT.atOnce() - 1;
        allowances.handle(new SpendAllowance.Command(
                List.of(new Charge(Allowance.POSTS_OF_AN_ACCOUNT, ACCOUNT.toString(), others))));
    }

    private void assertNoneIsLeft() {
        room.assertRefused(BlogException.TooOften.class, () -> begin(draft(ada, room.ada)));
    }

    @Test
    void an_account_begins_so_many_posts_and_then_has_to_wait() {
        leaveOne();
        begin(draft(ada, room.ada));

        assertNoneIsLeft();
        room.clock.advance(Duration.ofSeconds(1));
        assertThat(room.slug(begin(draft(ada, room.ada)))).isEqualTo("hello-2");
    }

    @Test
    void a_post_that_is_refused_or_was_begun_before_does_not_count() {
        DraftPost.Command first = draft(ada, room.ada).as(new PostId(new UUID(7, 2)));
        begin(first);
        room.clock.advance(Duration.ofSeconds(1));
        leaveOne();

        room.assertRefused(BlogException.Forbidden.class, () -> begin(draft(ada, room.bob)));
        room.assertRefused(BlogException.Conflict.class, () -> begin(first));

        begin(draft(ada, room.ada));
        assertNoneIsLeft();
    }

    @Test
    void whoever_has_no_account_is_not_counted() {
        leaveOne();

        begin(draft(room.author, room.ada));

        begin(draft(ada, room.ada));
        assertNoneIsLeft();
    }
}
