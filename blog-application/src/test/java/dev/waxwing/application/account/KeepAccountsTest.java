package dev.waxwing.application.account;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.account.SignIn.Outcome;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.PlainCodes;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepAccountsTest {
    private static final Password PASSWORD = new Password("correct horse battery");
    private static final Password OTHER = new Password("a whole new sentence");
    private static final EmailAddress BOB = new EmailAddress("bob@example.org");

    private final InMemoryBlog blog = new InMemoryBlog();
    private final SettableClock clock = new SettableClock(NOON);
    private final AccountUseCases accounts = blog.accountUseCases(clock);

    private AccountId register(String email, Role role) {
        return accounts.register()
                .handle(new RegisterAccount.Command(
                        Actor.operator(), new EmailAddress(email), "Somebody", role, PASSWORD));
    }

    private Outcome signIn(EmailAddress email, Password password) {
        return accounts.signIn()
                .handle(new SignIn.Command(
                        email.value(), password.value(), "", new Client("203.0.113.7", "Firefox"), Optional.empty()));
    }

    private Token invite() {
        return accounts.invite().handle(new InviteAccount.Command(Actor.operator(), BOB, "Bob Osei", Role.AUTHOR));
    }

    private void choose(Token link, Password password) {
        accounts.choosePassword().handle(new ChoosePassword.Command(link, password));
    }

    private AccountId bob() {
        return blog.accounts().find(BOB).map(Account::id).orElseThrow();
    }

    @Test
    void an_account_comes_with_an_author_of_the_same_name() {
        AccountId id = register("ada@example.org", Role.AUTHOR);

        assertThat(blog.authors().queries().all())
                .singleElement()
                .satisfies(author ->
                        assertThat(blog.accounts().get(id).actor().author()).contains(author.id()));
    }

    @Test
    void an_address_has_one_account() {
        register("ada@example.org", Role.AUTHOR);

        assertThatThrownBy(() -> register("ADA@example.org", Role.EDITOR)).isInstanceOf(BlogException.Conflict.class);
        assertThat(blog.authors().queries().all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dragonmonkey",
                "Dragon-Monkey!",
                "sunshine2026!!",
                "qwerty qwerty qwerty",
                "12345678901234",
                "aaaaaaaaaaaaaaaa",
                "waxwing sunshine",
                "Administrator1",
                "bob osei bob osei",
                "oseiosei20260101",
                "example password",
                "!!!!!!!!!!!!",
                "🦆🦆🦆🦆🦆🦆",
                "abc!!!!!!!!!",
                "111111111111112"
            })
    void what_is_guessed_first_is_no_password(String guess) {
        Token link = invite();

        assertThatThrownBy(() -> choose(link, new Password(guess)))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("password"));
        choose(link, OTHER);
        assertThat(signIn(BOB, OTHER)).isInstanceOf(Outcome.Welcome.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dragon monkey sunshine",
                "dragon of the lake",
                "bob and the dragon",
                "it was 5 o'clock",
                "夜明けの湖に鷺が立っていた",
                "%)&!~;(|_<>^-=+{?]@*#:$.}[/,%&",
                "🦆🌧️🚲🎻🍋🧭🧦",
                "83920184756610293847"
            })
    void three_words_or_one_that_nobody_knows_are_a_password(String sentence) {
        choose(invite(), new Password(sentence));

        assertThat(signIn(BOB, new Password(sentence))).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void whoever_is_invited_joins_by_choosing_a_password() {
        Token link = invite();
        assertThat(signIn(BOB, PASSWORD)).isEqualTo(new Outcome.Refused());
        assertThat(accounts.followLink().handle(new FollowLink.Command(link)).map(Account.Person::name))
                .contains("Bob Osei");

        choose(link, PASSWORD);

        assertThat(signIn(BOB, PASSWORD)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void a_link_works_once() {
        Token link = invite();
        choose(link, PASSWORD);

        assertThatThrownBy(() -> choose(link, OTHER)).isInstanceOf(BlogException.Conflict.class);
        assertThat(accounts.followLink().handle(new FollowLink.Command(link))).isEmpty();
    }

    @Test
    void an_invitation_is_good_for_a_week() {
        Token link = invite();
        clock.advance(Duration.ofDays(7));

        assertThatThrownBy(() -> choose(link, PASSWORD)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    void a_link_for_a_lost_password_is_good_for_a_day_and_replaces_the_one_before() {
        choose(invite(), PASSWORD);
        Token first = accounts.issueLink().handle(new IssueLink.Command(Actor.operator(), bob()));
        Token second = accounts.issueLink().handle(new IssueLink.Command(Actor.operator(), bob()));
        assertThatThrownBy(() -> choose(first, OTHER)).isInstanceOf(BlogException.Conflict.class);

        Outcome.Welcome before = (Outcome.Welcome) signIn(BOB, PASSWORD);
        choose(second, OTHER);
        assertThat(accounts.recognise().handle(new RecogniseSession.Command(before.session())))
                .isEmpty();
        assertThat(signIn(BOB, OTHER)).isInstanceOf(Outcome.Welcome.class);

        Token late = accounts.issueLink().handle(new IssueLink.Command(Actor.operator(), bob()));
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> choose(late, PASSWORD)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    void another_role_ends_the_sessions() {
        register("ada@example.org", Role.ADMINISTRATOR);
        choose(invite(), PASSWORD);
        Outcome.Welcome before = (Outcome.Welcome) signIn(BOB, PASSWORD);

        accounts.changeRole().handle(new ChangeRole.Command(Actor.operator(), bob(), Role.CONTRIBUTOR));

        assertThat(accounts.recognise().handle(new RecogniseSession.Command(before.session())))
                .isEmpty();
        assertThat(blog.accounts().get(bob()).state().role()).isEqualTo(Role.CONTRIBUTOR);
    }

    @Test
    void whoever_is_suspended_is_out_at_once_and_may_come_back() {
        register("ada@example.org", Role.ADMINISTRATOR);
        choose(invite(), PASSWORD);
        Outcome.Welcome before = (Outcome.Welcome) signIn(BOB, PASSWORD);
        Token link = accounts.issueLink().handle(new IssueLink.Command(Actor.operator(), bob()));

        accounts.suspend().handle(new SuspendAccount.Command(Actor.operator(), bob()));

        assertThat(accounts.recognise().handle(new RecogniseSession.Command(before.session())))
                .isEmpty();
        assertThat(signIn(BOB, PASSWORD)).isEqualTo(new Outcome.Refused());
        assertThatThrownBy(() -> choose(link, OTHER)).isInstanceOf(BlogException.Conflict.class);
        assertThatThrownBy(() -> accounts.issueLink().handle(new IssueLink.Command(Actor.operator(), bob())))
                .isInstanceOf(BlogException.Conflict.class);

        accounts.readmit().handle(new ReadmitAccount.Command(Actor.operator(), bob()));
        assertThat(signIn(BOB, PASSWORD)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void the_last_administrator_stays() {
        AccountId ada = register("ada@example.org", Role.ADMINISTRATOR);

        assertThatThrownBy(
                        () -> accounts.changeRole().handle(new ChangeRole.Command(Actor.operator(), ada, Role.EDITOR)))
                .isInstanceOf(BlogException.Conflict.class);
        assertThatThrownBy(() -> accounts.suspend().handle(new SuspendAccount.Command(Actor.operator(), ada)))
                .isInstanceOf(BlogException.Conflict.class);

        register("eve@example.org", Role.ADMINISTRATOR);
        accounts.suspend().handle(new SuspendAccount.Command(Actor.operator(), ada));
        assertThat(blog.accounts().get(ada).state().standing()).isEqualTo(Account.Standing.SUSPENDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTRIBUTOR", "AUTHOR", "EDITOR"})
    void only_administrators_keep_accounts(Role role) {
        register("ada@example.org", Role.ADMINISTRATOR);
        AccountId somebody = register("somebody@example.org", role);
        choose(invite(), PASSWORD);
        Actor actor = blog.accounts().get(somebody).actor();

        for (Runnable act : new Runnable[] {
            () -> accounts.invite()
                    .handle(new InviteAccount.Command(actor, new EmailAddress("eve@example.org"), "Eve", role)),
            () -> accounts.register()
                    .handle(new RegisterAccount.Command(
                            actor, new EmailAddress("eve@example.org"), "Eve", role, PASSWORD)),
            () -> accounts.issueLink().handle(new IssueLink.Command(actor, bob())),
            () -> accounts.changeRole().handle(new ChangeRole.Command(actor, somebody, Role.ADMINISTRATOR)),
            () -> accounts.suspend().handle(new SuspendAccount.Command(actor, bob())),
            () -> accounts.readmit().handle(new ReadmitAccount.Command(actor, bob())),
            () -> accounts.waiveCodes().handle(new WaiveCodes.Command(actor, bob())),
        }) {
            assertThatThrownBy(act::run).isInstanceOf(BlogException.Forbidden.class);
        }
    }

    @Test
    void codes_of_whoever_has_lost_the_device_are_switched_off_by_an_administrator_and_nobodys_own() {
        AccountId ada = register("ada@example.org", Role.ADMINISTRATOR);
        Actor owner = blog.accounts().get(ada).actor();
        choose(invite(), PASSWORD);
        String key = "K".repeat(32);
        accounts.switchOnCodes()
                .handle(new SwitchOnCodes.Command(
                        blog.accounts().get(bob()).actor(), PASSWORD.value(), key, PlainCodes.code(key, NOON)));
        assertThat(signIn(BOB, PASSWORD)).isEqualTo(new Outcome.Refused());

        accounts.waiveCodes().handle(new WaiveCodes.Command(owner, bob()));
        assertThat(signIn(BOB, PASSWORD)).isInstanceOf(Outcome.Welcome.class);
        assertThatThrownBy(() -> accounts.waiveCodes().handle(new WaiveCodes.Command(owner, ada)))
                .isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    void a_new_blog_is_set_up_with_the_code_of_its_last_start() {
        Token old = accounts.prepareSetUp()
                .handle(new PrepareSetUp.Command(Actor.operator()))
                .orElseThrow();
        Token code = accounts.prepareSetUp()
                .handle(new PrepareSetUp.Command(Actor.operator()))
                .orElseThrow();

        assertThatThrownBy(() -> accounts.settingUp().handle(new SetUpBlog.Command(old, BOB, "Bob", PASSWORD)))
                .isInstanceOf(BlogException.Invalid.class);
        accounts.settingUp().handle(new SetUpBlog.Command(code, BOB, "Bob", PASSWORD));

        assertThat(blog.accounts().get(bob()).state().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(accounts.prepareSetUp().handle(new PrepareSetUp.Command(Actor.operator())))
                .isEmpty();
        assertThatThrownBy(() -> accounts.settingUp()
                        .handle(new SetUpBlog.Command(code, new EmailAddress("eve@example.org"), "Eve", PASSWORD)))
                .isInstanceOf(BlogException.Conflict.class);
    }
}
