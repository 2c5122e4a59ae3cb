package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.account.AccountView;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountEvent;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.account.SecondFactor;
import dev.waxwing.domain.shared.BlogException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every storage of accounts must do. */
public interface AccountRepositoryContract {
    AccountId FIRST = new AccountId(new UUID(0x7000L << 48, 501));
    AccountId SECOND = new AccountId(new UUID(0x7000L << 48, 502));
    EmailAddress ADDRESS = new EmailAddress("ada@example.org");

    Storage storage();

    private static Account account(AccountId id, String email, String name) {
        return Account.register(
                id,
                new Account.Person(new EmailAddress(email), name, null),
                Role.AUTHOR,
                new PasswordHash("hash"),
                NOON);
    }

    @Test
    default void an_account_is_found_as_saved() {
        storage().authors().save(ada());
        Account account = Account.invite(FIRST, new Account.Person(ADDRESS, "Ada Łovelace", ADA), Role.EDITOR, NOON);
        account.choosePassword(new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"), NOON);
        account.askForCodes(
                new SecondFactor("JBSWY3DPEHPK3PXP", 55_000_000, List.of("b".repeat(64), "a".repeat(64))), NOON);
        storage().accounts().save(account);

        Account.State saved = account.state();
        assertThat(storage().accounts().get(FIRST).state())
                .isEqualTo(new Account.State(
                        FIRST, saved.person(), Role.EDITOR, Account.Standing.ACTIVE, saved.proof(), 1));
        assertThat(storage().accounts().find(ADDRESS).map(Account::id)).contains(FIRST);
        assertThat(storage().accountQueries().find(FIRST))
                .contains(new AccountView(FIRST, saved.person(), Role.EDITOR, Account.Standing.ACTIVE, 2));
    }

    @Test
    default void an_account_changes_and_its_events_are_in_the_feed() {
        storage().accounts().save(account(FIRST, "ada@example.org", "Ada"));
        Account account = storage().accounts().get(FIRST);
        account.changeRole(Role.ADMINISTRATOR, NOON);
        account.suspend(NOON);
        storage().accounts().save(account);

        assertThat(storage().accounts().get(FIRST).state())
                .returns(Role.ADMINISTRATOR, Account.State::role)
                .returns(Account.Standing.SUSPENDED, Account.State::standing)
                .returns(2L, Account.State::version);
        assertThat(storage().changes().after(0, 10))
                .extracting(RecordedEvent::event)
                .containsExactly(
                        new AccountEvent.Registered(FIRST, ADDRESS, Role.AUTHOR, NOON),
                        new AccountEvent.RoleChanged(FIRST, Role.AUTHOR, Role.ADMINISTRATOR, NOON),
                        new AccountEvent.Suspended(FIRST, NOON));
    }

    @Test
    default void codes_on_paper_are_used_up() {
        Account account = account(FIRST, "ada@example.org", "Ada");
        account.askForCodes(new SecondFactor("JBSWY3DPEHPK3PXP", 0, List.of("a".repeat(64), "b".repeat(64))), NOON);
        storage().accounts().save(account);
        Account found = storage().accounts().get(FIRST);
        found.useRecoveryCode("a".repeat(64), NOON);
        found.useCodeOf(17, NOON);
        storage().accounts().save(found);

        assertThat(storage().accounts().get(FIRST).state().proof().secondFactor())
                .isEqualTo(new SecondFactor("JBSWY3DPEHPK3PXP", 17, List.of("b".repeat(64))));
        assertThat(storage().accountQueries().find(FIRST).map(AccountView::codes))
                .contains(1);
    }

    @Test
    default void two_accounts_never_share_an_email_address() {
        storage().accounts().save(account(FIRST, "ada@example.org", "Ada"));
        Account second = account(SECOND, "Ada@Example.org", "Another Ada");

        assertThatThrownBy(() -> storage().accounts().save(second)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void a_stale_account_is_refused() {
        storage().accounts().save(account(FIRST, "ada@example.org", "Ada"));
        Account mine = storage().accounts().get(FIRST);
        Account theirs = storage().accounts().get(FIRST);
        theirs.changeRole(Role.EDITOR, NOON);
        storage().accounts().save(theirs);
        mine.changeRole(Role.CONTRIBUTOR, NOON);

        assertThatThrownBy(() -> storage().accounts().save(mine)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void accounts_are_listed_by_name() {
        assertThat(storage().accountQueries().none()).isTrue();
        storage().accounts().save(account(FIRST, "z@example.org", "bea"));
        storage().accounts().save(account(SECOND, "a@example.org", "Ada"));

        assertThat(storage().accountQueries().all())
                .extracting(view -> view.person().name())
                .containsExactly("Ada", "bea");
        assertThat(storage().accountQueries().none()).isFalse();
    }
}
