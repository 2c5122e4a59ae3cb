package dev.waxwing.domain.token;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiTokenTest {
    private static final ApiTokenId ID = new ApiTokenId(new UUID(0x7000, 1));
    private static final AccountId OWNER = new AccountId(new UUID(0x7000, 2));
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    @Test
    void a_token_is_good_from_now_until_it_expires() {
        ApiToken token = issued(EnumSet.of(Scope.READ, Scope.WRITE), TOMORROW);

        assertThat(token.id()).isEqualTo(ID);
        assertThat(token.state())
                .isEqualTo(new ApiToken.State(
                        ID, OWNER, "backup", "hash", Set.of(Scope.READ, Scope.WRITE), NOON, TOMORROW, null, null, 0));
        assertThat(token.drainEvents()).containsExactly(new ApiTokenEvent.Issued(ID, OWNER, "backup", NOON));
        assertThat(token.isGood(NOON)).isTrue();
        assertThat(token.isGood(TOMORROW.minusNanos(1))).isTrue();
        assertThat(token.isGood(TOMORROW)).isFalse();
    }

    @Test
    void a_token_that_was_revoked_is_good_for_nothing() {
        ApiToken token = issued(EnumSet.of(Scope.READ), TOMORROW);
        token.drainEvents();

        token.revoke(NOON);
        token.revoke(NOON.plusSeconds(1));

        assertThat(token.isGood(NOON)).isFalse();
        assertThat(token.state().revoked()).isEqualTo(NOON);
        assertThat(token.drainEvents()).containsExactly(new ApiTokenEvent.Revoked(ID, OWNER, "backup", NOON));
        assertThat(ApiToken.restore(token.state()).isGood(NOON)).isFalse();
    }

    @Test
    void a_token_is_for_something() {
        assertThatThrownBy(() -> issued(Set.of(), TOMORROW)).isInstanceOf(BlogException.Invalid.class);
    }

    @Test
    void a_token_expires_within_a_year() {
        Instant year = NOON.plus(Duration.ofDays(366));

        assertThat(issued(EnumSet.of(Scope.READ), year).state().expires()).isEqualTo(year);
        assertThatThrownBy(() -> issued(EnumSet.of(Scope.READ), year.plusNanos(1)))
                .isInstanceOf(BlogException.Invalid.class);
        assertThatThrownBy(() -> issued(EnumSet.of(Scope.READ), NOON)).isInstanceOf(BlogException.Invalid.class);
    }

    @Test
    void programs_read_scopes_in_lower_case() {
        assertThat(Scope.PUBLISH.word()).isEqualTo("publish");
    }

    private static ApiToken issued(Set<Scope> scopes, Instant expires) {
        return ApiToken.issue(ID, OWNER, " backup ", "hash", scopes, expires, NOON);
    }
}
