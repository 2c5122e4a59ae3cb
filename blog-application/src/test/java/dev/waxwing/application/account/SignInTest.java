package dev.waxwing.application.account;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.account.SignIn.Outcome;
import dev.waxwing.application.audit.AuditEntry;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.PlainCodes;
import dev.waxwing.application.fake.PlainPasswordHasher;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Client HOME = new Client("203.0.113.7", "Firefox");
    private static final Client ELSEWHERE = new Client("198.51.100.9", "curl");

    private final InMemoryBlog blog = new InMemoryBlog();
    private final SettableClock clock = new SettableClock(NOON);
    private final AccountUseCases accounts = blog.accountUseCases(clock);
    private final AccountId ada = accounts.register()
            .handle(new RegisterAccount.Command(
                    Actor.operator(),
                    new EmailAddress("ada@example.org"),
                    "Ada",
                    Role.ADMINISTRATOR,
                    new Password(PASSWORD)));

    private Outcome signIn(String email, String password, Client client, Optional<Token> device, String code) {
        return accounts.signIn().handle(new SignIn.Command(email, password, code, client, device));
    }

    private Outcome signIn(String email, String password) {
        return signIn(email, password, HOME, Optional.empty(), "");
    }

    private Outcome.Welcome welcome() {
        return (Outcome.Welcome) signIn("ada@example.org", PASSWORD);
    }

    private Optional<SignedIn> recognised(Token token) {
        return accounts.recognise().handle(new RecogniseSession.Command(token));
    }

    private Actor actor() {
        return blog.accounts().get(ada).actor();
    }

    @Test
    void whoever_knows_the_password_gets_a_session() {
        Outcome.Welcome welcome = (Outcome.Welcome) signIn(" Ada@Example.org ", PASSWORD);

        assertThat(recognised(welcome.session())).hasValueSatisfying(who -> {
            assertThat(who.actor().account()).contains(ada);
            assertThat(who.actor().role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(who.actor().author()).isPresent();
            assertThat(who.person().name()).isEqualTo("Ada");
        });
    }

    @Test
    void a_password_that_was_hashed_with_less_effort_is_hashed_anew_and_nothing_else_changes() {
        Outcome.Welcome before = welcome();
        weaken();

        welcome();

        assertThat(passwordOf(ada)).isEqualTo(blog.passwordHasher().hash(new Password(PASSWORD)));
        assertThat(recognised(before.session())).isPresent();
        assertThat(blog.audit().latest(Long.MAX_VALUE, 2))
                .extracting(AuditEntry::act)
                .containsExactly("Account.SignedIn", "Account.SignedIn");
    }

    @Test
    void it_is_left_as_it_is_for_whoever_does_not_know_it() {
        weaken();

        signIn("ada@example.org", "wrong");

        assertThat(passwordOf(ada)).isEqualTo(PlainPasswordHasher.weak(new Password(PASSWORD)));
    }

    private void weaken() {
        Account account = blog.accounts().get(ada);
        account.rehash(passwordOf(ada), PlainPasswordHasher.weak(new Password(PASSWORD)));
        blog.accounts().save(account);
    }

    private PasswordHash passwordOf(AccountId id) {
        return Optional.ofNullable(blog.accounts().get(id).state().proof().password())
                .orElseThrow();
    }

    @Test
    void each_sign_in_has_a_session_of_its_own() {
        assertThat(welcome().session()).isNotEqualTo(welcome().session());
        assertThat(accounts.ownSessions().handle(new OwnSessions.Command(actor())))
                .hasSize(2);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_are_refused_alike() {
        assertThat(signIn("ada@example.org", "wrong")).isEqualTo(new Outcome.Refused());
        assertThat(signIn("bob@example.org", "wrong")).isEqualTo(new Outcome.Refused());
        assertThat(signIn("no address", "wrong")).isEqualTo(new Outcome.Refused());
        assertThat(signIn("bob@example.org", "")).isEqualTo(new Outcome.Refused());
    }

    @Test
    void one_password_is_compared_for_each_attempt_whether_there_is_an_account_or_not() {
        for (String email : List.of("ada@example.org", "nobody@example.org", "no address")) {
            int before = blog.passwordHasher().comparisons();

            signIn(email, "wrong");

            assertThat(blog.passwordHasher().comparisons()).as(email).isEqualTo(before + 1);
        }
    }

    @Test
    void unknown_addresses_wait_as_long_as_known_ones() {
        for (String email : List.of("ada@example.org", "nobody@example.org")) {
            for (int guess = 0; guess < 5; guess++) {
                assertThat(signIn(email, "wrong")).isEqualTo(new Outcome.Refused());
            }
            assertThat(signIn(email, "wrong")).isEqualTo(new Outcome.Later(Duration.ofSeconds(15)));
        }
    }

    @Test
    void waiting_grows_and_even_the_right_password_has_to_wait() {
        for (int guess = 0; guess < 5; guess++) {
            signIn("ada@example.org", "wrong");
        }
        clock.advance(Duration.ofSeconds(15));
        assertThat(signIn("ada@example.org", "wrong")).isEqualTo(new Outcome.Refused());
        assertThat(signIn("ada@example.org", PASSWORD)).isEqualTo(new Outcome.Later(Duration.ofSeconds(30)));

        clock.advance(Duration.ofSeconds(30));
        assertThat(signIn("ada@example.org", PASSWORD)).isInstanceOf(Outcome.Welcome.class);
        assertThat(signIn("ada@example.org", "wrong")).isEqualTo(new Outcome.Refused());
    }

    @Test
    void of_a_thousand_guesses_within_a_quarter_of_an_hour_ten_are_looked_at() {
        int before = blog.passwordHasher().comparisons();

        for (int guess = 0; guess < 1_000; guess++) {
            signIn("ada@example.org", "wrong " + guess);
            clock.advance(Duration.ofMillis(900));
        }

        assertThat(blog.passwordHasher().comparisons() - before).isEqualTo(10);
    }

    @Test
    void of_a_guess_for_each_of_a_thousand_accounts_from_one_address_few_are_looked_at() {
        int before = blog.passwordHasher().comparisons();

        for (int guess = 0; guess < 1_000; guess++) {
            signIn("somebody" + guess + "@example.org", "wrong");
            clock.advance(Duration.ofMillis(900));
        }

        assertThat(blog.passwordHasher().comparisons() - before).isEqualTo(35);
    }

    @Test
    void nobody_waits_longer_than_a_quarter_of_an_hour() {
        for (int guess = 0; guess < 40; guess++) {
            signIn("ada@example.org", "wrong");
            clock.advance(Duration.ofMinutes(15));
        }
        assertThat(signIn("ada@example.org", PASSWORD)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void who_guesses_from_elsewhere_does_not_keep_the_owner_out_of_a_browser_that_is_known() {
        Token device = welcome().device();
        for (int guess = 0; guess < 20; guess++) {
            signIn("ada@example.org", "wrong", ELSEWHERE, Optional.empty(), "");
        }

        assertThat(signIn("ada@example.org", PASSWORD, ELSEWHERE, Optional.empty(), ""))
                .isInstanceOf(Outcome.Later.class);
        assertThat(signIn("ada@example.org", PASSWORD, HOME, Optional.of(device), ""))
                .isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void a_browser_that_was_made_up_is_not_known() {
        for (int guess = 0; guess < 5; guess++) {
            signIn("ada@example.org", "wrong", HOME, Optional.of(new Token("made up " + guess)), "");
        }

        assertThat(signIn("ada@example.org", PASSWORD, HOME, Optional.of(new Token("made up")), ""))
                .isInstanceOf(Outcome.Later.class);
    }

    @Test
    void a_network_address_that_tries_many_accounts_has_to_wait() {
        for (int guess = 0; guess < 30; guess++) {
            signIn("somebody" + guess + "@example.org", "wrong");
        }

        assertThat(signIn("ada@example.org", PASSWORD)).isInstanceOf(Outcome.Later.class);
        assertThat(signIn("ada@example.org", PASSWORD, ELSEWHERE, Optional.empty(), ""))
                .isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void a_session_ends_when_nobody_uses_it_for_a_week() {
        Token session = welcome().session();
        clock.advance(Duration.ofDays(6));
        assertThat(recognised(session)).isPresent();
        clock.advance(Duration.ofDays(6));
        assertThat(recognised(session)).isPresent();
        clock.advance(Duration.ofDays(7));
        assertThat(recognised(session)).isEmpty();
    }

    @Test
    void a_session_ends_after_thirty_days_however_much_it_is_used() {
        Token session = welcome().session();
        for (int day = 1; day < 30; day++) {
            clock.advance(Duration.ofDays(1));
            assertThat(recognised(session)).isPresent();
        }
        clock.advance(Duration.ofDays(1));
        assertThat(recognised(session)).isEmpty();
    }

    @Test
    void signing_out_ends_this_session_alone() {
        Token here = welcome().session();
        Token there = welcome().session();
        accounts.signOut().handle(new SignOut.Command(here));

        assertThat(recognised(here)).isEmpty();
        assertThat(recognised(there)).isPresent();
    }

    @Test
    void other_sessions_can_be_ended_one_by_one_or_together() {
        Token here = welcome().session();
        Token there = welcome().session();
        welcome();
        SessionId thereId = recognised(there).orElseThrow().session();
        SessionId hereId = recognised(here).orElseThrow().session();

        accounts.endSessions().handle(new EndSessions.Command(actor(), PASSWORD, new EndSessions.Which.One(thereId)));
        assertThat(recognised(there)).isEmpty();

        accounts.endSessions().handle(new EndSessions.Command(actor(), PASSWORD, new EndSessions.Which.AllBut(hereId)));
        assertThat(accounts.ownSessions().handle(new OwnSessions.Command(actor())))
                .extracting(SessionView::id)
                .containsExactly(hereId);
    }

    @Test
    void another_password_ends_every_session_and_opens_a_new_one() {
        Token before = welcome().session();
        Token after = accounts.changePassword()
                .handle(new ChangePassword.Command(actor(), PASSWORD, new Password("a whole new sentence"), HOME));

        assertThat(recognised(before)).isEmpty();
        assertThat(recognised(after)).isPresent();
        assertThat(signIn("ada@example.org", PASSWORD)).isEqualTo(new Outcome.Refused());
        assertThat(signIn("ada@example.org", "a whole new sentence")).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void the_present_password_is_asked_for_first() {
        assertThatThrownBy(() -> accounts.changePassword()
                        .handle(new ChangePassword.Command(
                                actor(), "wrong", new Password("a whole new sentence"), HOME)))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("present"));
    }

    @Test
    void who_guesses_the_present_password_has_to_wait_and_keeps_nobody_from_signing_in() {
        for (int guess = 0; guess < 5; guess++) {
            assertThatThrownBy(() -> changePassword("wrong")).hasMessageContaining("not your present password");
        }

        assertThatThrownBy(() -> changePassword(PASSWORD))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage("This was wrong too often; wait 15 seconds");
        assertThat(signIn("ada@example.org", PASSWORD)).isInstanceOf(Outcome.Welcome.class);
        clock.advance(Duration.ofSeconds(15));
        assertThat(recognised(changePassword(PASSWORD))).isPresent();
    }

    private Token changePassword(String present) {
        return accounts.changePassword()
                .handle(new ChangePassword.Command(actor(), present, new Password("a whole new sentence"), HOME));
    }

    @Test
    void codes_and_other_sessions_are_for_whoever_knows_the_password() {
        String key = "K".repeat(32);
        Token there = welcome().session();
        SessionId thereId = recognised(there).orElseThrow().session();
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> accounts.switchOnCodes()
                        .handle(new SwitchOnCodes.Command(actor(), "wrong", key, PlainCodes.code(key, NOON))),
                () -> accounts.switchOffCodes().handle(new SwitchOffCodes.Command(actor(), "wrong")),
                () -> accounts.endSessions()
                        .handle(new EndSessions.Command(actor(), "wrong", new EndSessions.Which.One(thereId))))) {
            assertThatThrownBy(act)
                    .isInstanceOfSatisfying(
                            BlogException.Invalid.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("present"));
        }
        assertThat(recognised(there)).isPresent();
        assertThat(signIn("ada@example.org", PASSWORD)).isInstanceOf(Outcome.Welcome.class);

        accounts.switchOnCodes().handle(new SwitchOnCodes.Command(actor(), PASSWORD, key, PlainCodes.code(key, NOON)));
        assertThatThrownBy(() -> accounts.switchOffCodes().handle(new SwitchOffCodes.Command(actor(), "wrong")))
                .hasMessage("This is not your present password");
        assertThat(signIn("ada@example.org", PASSWORD)).isEqualTo(new Outcome.Refused());
    }

    @Test
    void of_whom_codes_are_demanded_they_may_do_nothing_until_they_have_them_and_keep_them() {
        AccountUseCases strict = blog.accountUseCases(CodesDemand.from(actor().role()), clock);
        Token session = welcome().session();
        SignedIn owing =
                strict.recognise().handle(new RecogniseSession.Command(session)).orElseThrow();
        assertThat(owing.codes()).isEqualTo(SignedIn.Codes.OWED);
        assertThat(owing.actor()).isEqualTo(new Actor(Optional.empty(), Role.CONTRIBUTOR, Optional.of(ada)));

        String key = "K".repeat(32);
        strict.switchOnCodes()
                .handle(new SwitchOnCodes.Command(owing.actor(), PASSWORD, key, PlainCodes.code(key, NOON)));

        SignedIn free =
                strict.recognise().handle(new RecogniseSession.Command(session)).orElseThrow();
        assertThat(free.codes()).isEqualTo(SignedIn.Codes.DEMANDED);
        assertThat(free.actor()).isEqualTo(actor());
        assertThatThrownBy(() -> strict.switchOffCodes().handle(new SwitchOffCodes.Command(actor(), PASSWORD)))
                .isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    void of_lower_roles_than_that_no_codes_are_demanded() {
        assertThat(CodesDemand.from(Role.EDITOR).isOf(Role.AUTHOR)).isFalse();
        assertThat(CodesDemand.from(Role.EDITOR).isOf(Role.EDITOR)).isTrue();
        assertThat(CodesDemand.from(Role.EDITOR).isOf(Role.ADMINISTRATOR)).isTrue();
        assertThat(CodesDemand.ofNobody().isOf(Role.ADMINISTRATOR)).isFalse();
    }

    @Test
    void with_codes_the_password_alone_is_not_enough() {
        String key = "K".repeat(32);
        List<String> recovery = accounts.switchOnCodes()
                .handle(new SwitchOnCodes.Command(actor(), PASSWORD, key, PlainCodes.code(key, NOON)));
        assertThat(signIn("ada@example.org", PASSWORD)).isEqualTo(new Outcome.Refused());

        clock.advance(Duration.ofSeconds(30));
        String code = PlainCodes.code(key, clock.instant());
        assertThat(signIn("ada@example.org", "wrong", HOME, Optional.empty(), code))
                .isEqualTo(new Outcome.Refused());
        assertThat(signIn("ada@example.org", PASSWORD, HOME, Optional.empty(), code))
                .isInstanceOf(Outcome.Welcome.class);
        assertThat(signIn("ada@example.org", PASSWORD, HOME, Optional.empty(), code))
                .as("a code is good for one time")
                .isEqualTo(new Outcome.Refused());

        String paper = recovery.get(3).toUpperCase(Locale.ROOT).replace("-", " ");
        assertThat(signIn("ada@example.org", PASSWORD, HOME, Optional.empty(), paper))
                .isInstanceOf(Outcome.Welcome.class);
        assertThat(signIn("ada@example.org", PASSWORD, HOME, Optional.empty(), paper))
                .as("and so is one on paper")
                .isEqualTo(new Outcome.Refused());

        accounts.switchOffCodes().handle(new SwitchOffCodes.Command(actor(), PASSWORD));
        assertThat(signIn("ada@example.org", PASSWORD)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void codes_on_paper_have_120_bits_and_none_is_like_another() {
        String key = "K".repeat(32);

        List<String> recovery = accounts.switchOnCodes()
                .handle(new SwitchOnCodes.Command(actor(), PASSWORD, key, PlainCodes.code(key, NOON)));

        assertThat(recovery)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(
                        code -> code.matches("[a-z0-9]{4}(-[a-z0-9]{4}){5}"),
                        "24 letters and digits of five bits each");
    }

    @Test
    void a_key_that_the_device_does_not_have_is_refused() {
        assertThatThrownBy(() -> accounts.switchOnCodes()
                        .handle(new SwitchOnCodes.Command(actor(), PASSWORD, "K".repeat(32), "000000")))
                .isInstanceOf(BlogException.Invalid.class);
        assertThat(signIn("ada@example.org", PASSWORD)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void signing_in_and_failing_to_are_in_the_audit_trail() {
        signIn("ada@example.org", "wrong");
        signIn("nobody@example.org", "wrong");
        Outcome.Welcome welcome = welcome();
        accounts.signOut().handle(new SignOut.Command(welcome.session()));

        assertThat(blog.audit().latest(Long.MAX_VALUE, 4))
                .extracting(AuditEntry::act)
                .containsExactly(
                        "Account.SignedOut", "Account.SignedIn", "Account.SignInRefused", "Account.SignInRefused");
        assertThat(blog.audit().latest(Long.MAX_VALUE, 4))
                .extracting(AuditEntry::subject)
                .contains("unknown address")
                .noneMatch(subject -> subject.contains("nobody@"));
    }
}
