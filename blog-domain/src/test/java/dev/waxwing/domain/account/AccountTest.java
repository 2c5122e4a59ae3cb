package dev.waxwing.domain.account;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.account.Account.Person;
import dev.waxwing.domain.account.Account.Standing;
import dev.waxwing.domain.shared.BlogException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountTest {
    private static final AccountId ID = new AccountId(new UUID(0x7000, 1));
    private static final Person PERSON = new Person(new EmailAddress("ada@example.org"), "Ada", ADA);
    private static final PasswordHash FIRST = new PasswordHash("first");
    private static final PasswordHash SECOND = new PasswordHash("second");
    private static final SecondFactor CODES = new SecondFactor("KEY", 5, List.of("a", "b"));

    @Test
    void whoever_is_registered_can_sign_in_at_once() {
        Account account = Account.register(ID, PERSON, Role.EDITOR, FIRST, NOON);

        assertThat(account.id()).isEqualTo(ID);
        assertThat(account.state().standing()).isEqualTo(Standing.ACTIVE);
        assertThat(account.state().proof().password()).isEqualTo(FIRST);
        assertThat(account.drainEvents())
                .containsExactly(new AccountEvent.Registered(ID, PERSON.email(), Role.EDITOR, NOON));
    }

    @Test
    void whoever_is_invited_joins_by_choosing_a_password() {
        Account account = Account.invite(ID, PERSON, Role.AUTHOR, NOON);
        assertThat(account.state().standing()).isEqualTo(Standing.INVITED);
        assertThat(account.drainEvents())
                .containsExactly(new AccountEvent.Invited(ID, PERSON.email(), Role.AUTHOR, NOON));

        account.choosePassword(FIRST, NOON);
        account.choosePassword(SECOND, NOON);

        assertThat(account.state().standing()).isEqualTo(Standing.ACTIVE);
        assertThat(account.state().proof().password()).isEqualTo(SECOND);
        assertThat(account.drainEvents())
                .containsExactly(new AccountEvent.Joined(ID, NOON), new AccountEvent.PasswordChanged(ID, NOON));
    }

    @Test
    void a_new_password_leaves_the_codes_as_they_are() {
        Account account = withCodes();

        account.choosePassword(SECOND, NOON);

        assertThat(account.state().proof().secondFactor()).isEqualTo(CODES);
    }

    @Test
    void a_role_is_changed_once() {
        Account account = ada();

        account.changeRole(Role.EDITOR, NOON);
        account.changeRole(Role.EDITOR, NOON);

        assertThat(account.state().role()).isEqualTo(Role.EDITOR);
        assertThat(account.drainEvents())
                .containsExactly(new AccountEvent.RoleChanged(ID, Role.AUTHOR, Role.EDITOR, NOON));
    }

    @Test
    void whoever_is_suspended_chooses_no_password_until_readmitted() {
        Account account = ada();

        account.suspend(NOON);
        account.suspend(NOON);
        assertThat(account.state().standing()).isEqualTo(Standing.SUSPENDED);
        assertThatThrownBy(() -> account.choosePassword(SECOND, NOON))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessageContaining("suspended");
        account.readmit(NOON);
        account.readmit(NOON);

        assertThat(account.state().standing()).isEqualTo(Standing.ACTIVE);
        assertThat(account.drainEvents())
                .containsExactly(new AccountEvent.Suspended(ID, NOON), new AccountEvent.Readmitted(ID, NOON));
    }

    @Test
    void whoever_never_joined_is_invited_again_when_readmitted() {
        Account account = Account.invite(ID, PERSON, Role.AUTHOR, NOON);

        account.suspend(NOON);
        account.readmit(NOON);

        assertThat(account.state().standing()).isEqualTo(Standing.INVITED);
    }

    @Test
    void a_code_is_good_for_one_time_and_makes_the_earlier_ones_bad() {
        Account account = withCodes();

        assertThat(account.useCodeOf(5, NOON)).isFalse();
        assertThat(account.useCodeOf(7, NOON)).isTrue();
        assertThat(account.useCodeOf(7, NOON)).isFalse();
        assertThat(account.useCodeOf(6, NOON)).isFalse();

        assertThat(account.state().proof().secondFactor()).isEqualTo(new SecondFactor("KEY", 7, List.of("a", "b")));
        assertThat(account.drainEvents()).containsExactly(new AccountEvent.CodeUsed(ID, NOON));
    }

    @Test
    void a_code_on_paper_is_good_for_one_time() {
        Account account = withCodes();

        assertThat(account.useRecoveryCode("c", NOON)).isFalse();
        assertThat(account.useRecoveryCode("a", NOON)).isTrue();
        assertThat(account.useRecoveryCode("a", NOON)).isFalse();

        assertThat(account.state().proof().secondFactor()).isEqualTo(new SecondFactor("KEY", 5, List.of("b")));
        assertThat(account.drainEvents()).containsExactly(new AccountEvent.RecoveryCodeUsed(ID, NOON));
    }

    @Test
    void without_codes_none_is_good() {
        Account account = ada();

        assertThat(account.useCodeOf(9, NOON)).isFalse();
        assertThat(account.useRecoveryCode("a", NOON)).isFalse();
        account.askForNoCodes(NOON);

        assertThat(account.drainEvents()).isEmpty();
    }

    @Test
    void codes_are_asked_for_until_they_are_switched_off() {
        Account account = ada();

        account.askForCodes(CODES, NOON);
        assertThat(account.state().proof().secondFactor()).isEqualTo(CODES);
        account.askForNoCodes(NOON);

        assertThat(account.state().proof().secondFactor()).isNull();
        assertThat(account.state().proof().password()).isEqualTo(FIRST);
        assertThat(account.drainEvents())
                .containsExactly(
                        new AccountEvent.CodesSwitchedOn(ID, NOON), new AccountEvent.CodesSwitchedOff(ID, NOON));
    }

    @Test
    void whoever_is_signed_in_acts_as_the_author_of_the_account_in_its_role() {
        assertThat(ada().actor()).isEqualTo(new Actor(Optional.of(ADA), Role.AUTHOR, Optional.of(ID)));
    }

    @Test
    void a_name_is_one_line() {
        assertThatThrownBy(() -> new Person(PERSON.email(), " ", null)).isInstanceOf(BlogException.Invalid.class);
        assertThatThrownBy(() -> new Person(PERSON.email(), "a".repeat(101), null))
                .isInstanceOf(BlogException.Invalid.class);
        assertThat(new Person(PERSON.email(), "a".repeat(100), null).name()).hasSize(100);
    }

    @Test
    void what_is_secret_is_in_no_log() {
        assertThat(withCodes().state().toString()).doesNotContain("first", "KEY");
    }

    private static Account ada() {
        Account account = Account.register(ID, PERSON, Role.AUTHOR, FIRST, NOON);
        account.drainEvents();
        return account;
    }

    private static Account withCodes() {
        Account.State state = ada().state();
        return Account.restore(new Account.State(
                ID, PERSON, state.role(), state.standing(), new Account.Proof(FIRST, CODES), state.version()));
    }
}
