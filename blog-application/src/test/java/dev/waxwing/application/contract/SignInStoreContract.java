package dev.waxwing.application.contract;

import static dev.waxwing.application.contract.SessionStoreContract.OWNER;
import static dev.waxwing.application.contract.SessionStoreContract.STRANGER;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.account.Failures;
import dev.waxwing.application.account.LinkStore;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.account.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every storage of failures, known browsers, links and the set-up code must do. */
public interface SignInStoreContract {
    String HASH = "a".repeat(64);
    String OTHER = "b".repeat(64);

    Storage storage();

    private void save(AccountId id, String email, Role role) {
        storage()
                .accounts()
                .save(Account.register(
                        id,
                        new Account.Person(new EmailAddress(email), "Ada", null),
                        role,
                        new PasswordHash("hash"),
                        NOON));
    }

    @Test
    default void failures_are_kept_replaced_and_forgotten() {
        storage().signIns().keep(HASH, new Failures(1, NOON));
        storage().signIns().keep(HASH, new Failures(2, NOON.plusSeconds(1)));
        storage().signIns().keep(OTHER, new Failures(7, NOON.plusSeconds(9)));

        assertThat(storage().signIns().lock(HASH)).contains(new Failures(2, NOON.plusSeconds(1)));

        storage().signIns().forgetBefore(NOON.plusSeconds(5));
        assertThat(storage().signIns().lock(HASH)).isEmpty();
        assertThat(storage().signIns().lock(OTHER)).isPresent();

        storage().signIns().forget(OTHER);
        assertThat(storage().signIns().lock(OTHER)).isEmpty();
    }

    @Test
    default void a_browser_is_known_to_the_account_that_signed_in_there() {
        save(OWNER, "ada@example.org", Role.AUTHOR);
        save(STRANGER, "bob@example.org", Role.AUTHOR);
        storage().signIns().remember(OWNER, HASH, NOON);
        storage().signIns().remember(OWNER, HASH, NOON.plusSeconds(1));

        assertThat(storage().signIns().knows(OWNER, HASH)).isTrue();
        assertThat(storage().signIns().knows(STRANGER, HASH)).isFalse();
        assertThat(storage().signIns().knows(OWNER, OTHER)).isFalse();
    }

    @Test
    default void a_link_is_found_until_it_is_revoked() {
        save(OWNER, "ada@example.org", Role.AUTHOR);
        LinkStore.Link link = new LinkStore.Link(HASH, OWNER, NOON);
        storage().links().keep(link);

        assertThat(storage().links().find(HASH)).contains(link);
        assertThat(storage().links().find(OTHER)).isEmpty();

        storage().links().revoke(OWNER);
        assertThat(storage().links().find(HASH)).isEmpty();
    }

    @Test
    default void browsers_of_long_ago_are_forgotten_a_few_at_a_time() {
        save(OWNER, "ada@example.org", Role.AUTHOR);
        storage().signIns().remember(OWNER, HASH, NOON);
        storage().signIns().remember(OWNER, OTHER, NOON);
        storage().signIns().remember(OWNER, "c".repeat(64), NOON.plusSeconds(9));

        assertThat(storage().signIns().forgetDevices(NOON.plusSeconds(9), 1)).isEqualTo(1);
        assertThat(storage().signIns().forgetDevices(NOON.plusSeconds(9), 9)).isEqualTo(1);
        assertThat(storage().signIns().forgetDevices(NOON.plusSeconds(9), 9)).isZero();
        assertThat(storage().signIns().knows(OWNER, HASH)).isFalse();
        assertThat(storage().signIns().knows(OWNER, "c".repeat(64))).isTrue();
    }

    @Test
    default void links_that_have_ended_are_forgotten() {
        save(OWNER, "ada@example.org", Role.AUTHOR);
        LinkStore.Link open = new LinkStore.Link(OTHER, OWNER, NOON.plusSeconds(9));
        storage().links().keep(new LinkStore.Link(HASH, OWNER, NOON));
        storage().links().keep(open);

        assertThat(storage().links().forgetEnded(NOON.plusSeconds(9), 9)).isEqualTo(1);
        assertThat(storage().links().find(HASH)).isEmpty();
        assertThat(storage().links().find(OTHER)).contains(open);
    }

    @Test
    default void the_code_of_a_new_blog_is_replaced_and_taken_once() {
        storage().setUp().keep(OTHER);
        storage().setUp().keep(HASH);

        assertThat(storage().setUp().has(OTHER)).isFalse();
        assertThat(storage().setUp().take(OTHER)).isFalse();
        assertThat(storage().setUp().has(HASH)).isTrue();
        assertThat(storage().setUp().take(HASH)).isTrue();
        assertThat(storage().setUp().take(HASH)).isFalse();
    }

    @Test
    default void administrators_are_those_who_can_sign_in() {
        save(OWNER, "ada@example.org", Role.ADMINISTRATOR);
        save(STRANGER, "bob@example.org", Role.EDITOR);
        Account suspended = Account.register(
                new AccountId(new UUID(0x7000L << 48, 603)),
                new Account.Person(new EmailAddress("eve@example.org"), "Eve", null),
                Role.ADMINISTRATOR,
                new PasswordHash("hash"),
                NOON);
        suspended.suspend(NOON);
        storage().accounts().save(suspended);

        assertThat(storage().accounts().lockAdministrators()).containsExactly(OWNER);
    }
}
