package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.token.ApiTokenView;
import dev.waxwing.application.token.CreationStore;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.fixture.Fixtures;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.token.ApiToken;
import dev.waxwing.domain.token.ApiTokenId;
import dev.waxwing.domain.token.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every storage of personal tokens must do. */
public interface ApiTokenRepositoryContract {
    AccountId OWNER = new AccountId(new UUID(0x7000, 71));

    Storage storage();

    @Test
    default void a_token_is_found_as_saved_and_by_its_hash_alone() {
        owner();
        ApiToken token = issued(1, Set.of(Scope.READ, Scope.MEDIA));

        ApiToken.State saved = token.state();
        ApiToken.State found = storage().tokens().get(token.id()).state();
        assertThat(found)
                .isEqualTo(new ApiToken.State(
                        saved.id(),
                        OWNER,
                        "Backup 1",
                        saved.hash(),
                        saved.scopes(),
                        NOON,
                        saved.expires(),
                        null,
                        null,
                        1));
        assertThat(storage().tokens().findByHash("1".repeat(64)).map(ApiToken::id))
                .contains(token.id());
        assertThat(storage().tokens().findByHash("2".repeat(64))).isEmpty();
    }

    @Test
    default void its_owner_sees_tokens_until_they_are_revoked() {
        owner();
        ApiToken first = issued(1, Set.of(Scope.READ));
        ApiToken second = issued(2, Set.of(Scope.WRITE, Scope.READ));
        storage().tokens().used(second.id(), NOON.plusSeconds(5));
        ApiToken gone = storage().tokens().get(first.id());
        gone.revoke(NOON);
        storage().tokens().save(gone);

        assertThat(storage().tokenQueries().of(OWNER))
                .containsExactly(new ApiTokenView(
                        second.id(),
                        "Backup 2",
                        List.of(Scope.READ, Scope.WRITE),
                        NOON,
                        NOON.plus(Duration.ofDays(30)),
                        NOON.plusSeconds(5)));
        assertThat(storage().tokens().get(first.id()).isGood(NOON)).isFalse();
    }

    @Test
    default void a_stale_token_is_refused() {
        owner();
        ApiToken token = issued(1, Set.of(Scope.READ));
        ApiToken mine = storage().tokens().get(token.id());
        ApiToken theirs = storage().tokens().get(token.id());
        theirs.revoke(NOON);
        storage().tokens().save(theirs);
        mine.revoke(NOON);

        assertThatThrownBy(() -> storage().tokens().save(mine)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void what_was_created_under_a_key_is_remembered() {
        owner();
        CreationStore.Creation creation =
                new CreationStore.Creation(OWNER, "a".repeat(64), "b".repeat(64), "post 1", NOON);
        assertThat(creation("a")).isEmpty();

        storage().work().run(() -> storage().creations().remember(creation));

        assertThat(creation("a")).contains(creation);
        assertThat(creation("c")).isEmpty();
        assertThatThrownBy(() -> storage().creations().remember(creation)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void tokens_that_ended_long_ago_are_forgotten_a_little_at_a_time() {
        owner();
        ApiToken good = issued(1, Set.of(Scope.READ));
        ApiToken revoked = issued(2, Set.of(Scope.READ));
        revoke(revoked.id(), NOON.plusSeconds(1));
        revoke(issued(3, Set.of(Scope.READ)).id(), NOON.plusSeconds(1));

        assertThat(storage().tokens().forgetEnded(NOON.plusSeconds(1), 9)).isZero();
        assertThat(storage().tokens().forgetEnded(NOON.plusSeconds(2), 1)).isEqualTo(1);
        assertThat(storage().tokens().forgetEnded(NOON.plusSeconds(2), 9)).isEqualTo(1);
        assertThat(storage().tokens().find(revoked.id())).isEmpty();
        assertThat(storage().tokens().find(good.id())).isPresent();
        assertThat(storage().tokens().forgetEnded(good.state().expires().plusSeconds(1), 9))
                .isEqualTo(1);
        assertThat(storage().tokens().find(good.id())).isEmpty();
    }

    private void revoke(ApiTokenId id, Instant at) {
        ApiToken token = storage().tokens().get(id);
        token.revoke(at);
        storage().tokens().save(token);
    }

    @Test
    default void what_was_created_long_ago_is_forgotten_a_little_at_a_time() {
        owner();
        for (String letter : List.of("a", "b", "c")) {
            storage()
                    .creations()
                    .remember(new CreationStore.Creation(
                            OWNER,
                            letter.repeat(64),
                            "d".repeat(64),
                            "post",
                            letter.equals("c") ? NOON.plusSeconds(9) : NOON));
        }

        assertThat(storage().creations().forgetBefore(NOON.plusSeconds(9), 1)).isEqualTo(1);
        assertThat(storage().creations().forgetBefore(NOON.plusSeconds(9), 9)).isEqualTo(1);
        assertThat(creation("a")).isEmpty();
        assertThat(creation("b")).isEmpty();
        assertThat(creation("c")).isPresent();
    }

    private Optional<CreationStore.Creation> creation(String letter) {
        return storage().work().execute(() -> storage().creations().find(OWNER, letter.repeat(64)));
    }

    private void owner() {
        storage().authors().save(ada());
        storage()
                .accounts()
                .save(Account.invite(
                        OWNER,
                        new Account.Person(new EmailAddress("ada@example.org"), "Ada", Fixtures.ADA),
                        Role.AUTHOR,
                        NOON));
    }

    private ApiToken issued(int number, Set<Scope> scopes) {
        ApiToken token = ApiToken.issue(
                new ApiTokenId(new UUID(0x7000, number)),
                OWNER,
                "Backup " + number,
                String.valueOf(number).repeat(64),
                scopes,
                NOON.plus(Duration.ofDays(30)),
                NOON);
        storage().tokens().save(token);
        return token;
    }
}
