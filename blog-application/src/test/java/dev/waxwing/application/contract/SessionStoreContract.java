package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.waxwing.application.account.Client;
import dev.waxwing.application.account.Session;
import dev.waxwing.application.account.SessionId;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.account.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every storage of sessions must do. */
public interface SessionStoreContract {
    AccountId OWNER = new AccountId(new UUID(0x7000L << 48, 601));
    AccountId STRANGER = new AccountId(new UUID(0x7000L << 48, 602));

    Storage storage();

    private void accounts() {
        for (AccountId id : new AccountId[] {OWNER, STRANGER}) {
            EmailAddress email = new EmailAddress("a" + id.value().getLeastSignificantBits() + "@example.org");
            storage()
                    .accounts()
                    .save(Account.register(
                            id, new Account.Person(email, "Ada", null), Role.AUTHOR, new PasswordHash("hash"), NOON));
        }
    }

    private Session open(int number, AccountId account, Instant startedAt) {
        Session session = new Session(
                new SessionId(new UUID(0x7000L << 48, number)),
                account,
                ("%064x").formatted(number),
                new Client("203.0.113.7", "Firefox on Linux"),
                startedAt,
                startedAt);
        storage().sessions().open(session);
        return session;
    }

    @Test
    default void a_session_is_found_by_the_hash_of_its_token() {
        accounts();
        Session session = open(1, OWNER, NOON);
        open(2, OWNER, NOON);

        assertThat(storage().sessions().find(session.tokenHash())).contains(session);
        assertThat(storage().sessions().find("f".repeat(64))).isEmpty();
    }

    @Test
    default void the_session_used_last_is_listed_first() {
        accounts();
        Session old = open(1, OWNER, NOON);
        Session newer = open(2, OWNER, NOON.plusSeconds(60));
        open(3, STRANGER, NOON);

        assertThat(storage().sessions().of(OWNER)).containsExactly(newer, old);

        Instant later = NOON.plus(Duration.ofHours(1));
        storage().sessions().seen(old.id(), later);

        assertThat(storage().sessions().of(OWNER))
                .extracting(Session::id, Session::seenAt)
                .startsWith(tuple(old.id(), later));
    }

    @Test
    default void a_session_is_ended_by_its_owner_alone() {
        accounts();
        Session session = open(1, OWNER, NOON);

        storage().sessions().end(STRANGER, session.id());
        assertThat(storage().sessions().find(session.tokenHash())).isPresent();

        storage().sessions().end(OWNER, session.id());
        assertThat(storage().sessions().find(session.tokenHash())).isEmpty();
    }

    @Test
    default void all_sessions_of_an_account_end_together() {
        accounts();
        open(1, OWNER, NOON);
        open(2, OWNER, NOON);
        Session other = open(3, STRANGER, NOON);

        storage().sessions().endAll(OWNER);

        assertThat(storage().sessions().of(OWNER)).isEmpty();
        assertThat(storage().sessions().of(STRANGER)).containsExactly(other);
    }

    @Test
    default void sessions_of_long_ago_are_forgotten() {
        accounts();
        Session unused = open(1, OWNER, NOON);
        Session old = open(2, OWNER, NOON.minusSeconds(100));
        Session kept = open(3, OWNER, NOON.plusSeconds(5));
        storage().sessions().seen(old.id(), NOON.plusSeconds(5));

        storage().sessions().forget(NOON.plusSeconds(1), NOON.minusSeconds(50));

        assertThat(storage().sessions().of(OWNER)).containsExactly(kept);
        assertThat(storage().sessions().find(unused.tokenHash())).isEmpty();
    }
}
