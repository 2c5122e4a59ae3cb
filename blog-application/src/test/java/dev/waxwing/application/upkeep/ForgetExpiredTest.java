package dev.waxwing.application.upkeep;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.account.Client;
import dev.waxwing.application.account.Failures;
import dev.waxwing.application.account.LinkStore;
import dev.waxwing.application.account.Session;
import dev.waxwing.application.account.SessionId;
import dev.waxwing.application.contract.Storage;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.token.CreationStore;
import dev.waxwing.domain.account.AccountId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgetExpiredTest {
    private static final AccountId OWNER = new AccountId(new UUID(7, 1));
    private static final String HASH = "a".repeat(64);

    private final Storage blog = new InMemoryBlog().storage();
    private final SettableClock clock = new SettableClock(NOON);
    private final ForgetExpired expired = new ForgetExpired(
            blog.sessions(),
            blog.signIns(),
            blog.links(),
            blog.previews(),
            blog.tokens(),
            blog.creations(),
            blog.allowances(),
            blog.work(),
            clock);

    @BeforeEach
    void leaveTraces() {
        Client client = new Client("203.0.113.7", "Firefox");
        blog.sessions().open(new Session(new SessionId(new UUID(7, 2)), OWNER, HASH, client, NOON, NOON));
        blog.signIns().keep(HASH, new Failures(3, NOON));
        blog.signIns().remember(OWNER, HASH, NOON);
        blog.links().keep(new LinkStore.Link(HASH, OWNER, NOON.plus(Duration.ofDays(1))));
        blog.creations().remember(new CreationStore.Creation(OWNER, HASH, HASH, "post", NOON));
        blog.allowances().keep(HASH, NOON.plusSeconds(60));
    }

    @Test
    void what_still_opens_something_is_kept() {
        assertThat(expired.handle()).isZero();

        assertThat(blog.sessions().find(HASH)).isPresent();
        assertThat(blog.signIns().lock(HASH)).isPresent();
        assertThat(blog.signIns().knows(OWNER, HASH)).isTrue();
        assertThat(blog.links().find(HASH)).isPresent();
        assertThat(blog.creations().find(OWNER, HASH)).isPresent();
        assertThat(blog.allowances().find(HASH)).isPresent();
    }

    @Test
    void each_trace_is_forgotten_when_its_time_is_over() {
        clock.set(NOON.plus(Duration.ofDays(8)));
        assertThat(expired.handle()).isEqualTo(3);
        assertThat(blog.sessions().find(HASH)).isEmpty();
        assertThat(blog.signIns().lock(HASH)).isEmpty();
        assertThat(blog.links().find(HASH)).isEmpty();
        assertThat(blog.creations().find(OWNER, HASH)).isEmpty();
        assertThat(blog.allowances().find(HASH)).isEmpty();
        assertThat(blog.signIns().knows(OWNER, HASH)).isTrue();

        clock.set(NOON.plus(Duration.ofDays(401)));
        assertThat(expired.handle()).isEqualTo(1);
        assertThat(blog.signIns().knows(OWNER, HASH)).isFalse();
        assertThat(expired.handle()).isZero();
    }

    @Test
    void of_many_one_batch_is_forgotten_at_a_time() {
        for (int number = 0; number < 600; number++) {
            blog.creations().remember(new CreationStore.Creation(OWNER, "key " + number, HASH, "post", NOON));
        }
        clock.set(NOON.plus(ForgetExpired.KEYS).plusSeconds(1));

        assertThat(expired.handle()).isEqualTo(502);
        assertThat(expired.handle()).isEqualTo(101);
        assertThat(expired.handle()).isZero();
    }
}
