package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPostId;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Preview;
import dev.waxwing.domain.post.PreviewEvent;
import dev.waxwing.domain.post.PreviewId;
import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link dev.waxwing.application.post.PreviewRepository} must do. */
public interface PreviewRepositoryContract {
    Storage storage();

    @Test
    default void a_preview_link_is_found_as_it_was_saved_by_its_identity_and_its_secret() {
        Preview link = link(aPost(), 1);
        storage().previews().save(link);

        Preview.State found = storage().previews().get(link.state().id()).state();
        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(link.state());
        assertThat(storage().previews().findBySecret("secret-1").orElseThrow().state())
                .isEqualTo(found);
        assertThat(storage().previews().findBySecret("secret-2")).isEmpty();
    }

    @Test
    default void the_links_to_a_post_come_newest_first() {
        PostId post = aPost();
        storage().previews().save(link(post, 1));
        storage().previews().save(link(post, 2));

        assertThat(storage().previews().of(post))
                .extracting(link -> link.state().secret())
                .containsExactly("secret-2", "secret-1");
        assertThat(storage().previews().of(aPostId())).isEmpty();
    }

    @Test
    default void links_that_expired_long_ago_are_forgotten_and_the_others_stay() {
        PostId post = aPost();
        Preview expired = link(post, 1);
        Preview open = link(post, 2);
        storage().previews().save(expired);
        storage().previews().save(open);
        long head = storage().changes().head();

        assertThat(storage().previews().forgetExpired(open.state().until(), 9)).isEqualTo(1);

        assertThat(storage().previews().find(expired.state().id())).isEmpty();
        assertThat(storage().previews().find(open.state().id())).isPresent();
        assertThat(storage().changes().head()).isEqualTo(head);
    }

    @Test
    default void a_revoked_link_stays_revoked_and_the_feed_says_so() {
        Preview link = link(aPost(), 1);
        storage().previews().save(link);
        Preview again = storage().previews().get(link.state().id());
        Preview stale = storage().previews().get(link.state().id());
        again.revoke(NOON.plusSeconds(5));
        storage().previews().save(again);

        assertThat(storage().previews().get(link.state().id()).state().revokedAt())
                .isEqualTo(NOON.plusSeconds(5));
        assertThat(storage().changes().after(storage().changes().head() - 1, 1))
                .singleElement()
                .satisfies(change -> assertThat(change.event()).isInstanceOf(PreviewEvent.Revoked.class));
        stale.revoke(NOON.plusSeconds(6));
        assertThatThrownBy(() -> storage().previews().save(stale)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void a_link_to_no_post_is_refused() {
        assertThatThrownBy(() -> storage().previews().save(link(aPostId(), 1)))
                .isInstanceOf(BlogException.Conflict.class);
    }

    private PostId aPost() {
        storage().authors().save(ada());
        Post post = aDraft();
        storage().posts().save(post);
        return post.id();
    }

    private static Preview link(PostId post, int number) {
        return Preview.share(
                new PreviewId(new UUID(0x7000, number)),
                post,
                "secret-" + number,
                Duration.ofDays(7),
                NOON.plusSeconds(number));
    }
}
