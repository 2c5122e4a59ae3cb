package dev.waxwing.domain.token;

import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.shared.DomainEvent;
import java.time.Instant;

/** What happens to personal tokens. */
public sealed interface ApiTokenEvent extends DomainEvent {
    ApiTokenId token();

    record Issued(ApiTokenId token, AccountId owner, String name, Instant at) implements ApiTokenEvent {}

    record Revoked(ApiTokenId token, AccountId owner, String name, Instant at) implements ApiTokenEvent {}
}
