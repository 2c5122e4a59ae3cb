package dev.waxwing.domain.account;

import dev.waxwing.domain.shared.DomainEvent;
import java.time.Instant;

/** What happens to accounts. */
public sealed interface AccountEvent extends DomainEvent {
    AccountId account();

    record Registered(AccountId account, EmailAddress email, Role role, Instant at) implements AccountEvent {}

    record Invited(AccountId account, EmailAddress email, Role role, Instant at) implements AccountEvent {}

    /** Whoever was invited has chosen a password. */
    record Joined(AccountId account, Instant at) implements AccountEvent {}

    record PasswordChanged(AccountId account, Instant at) implements AccountEvent {}

    record RoleChanged(AccountId account, Role from, Role to, Instant at) implements AccountEvent {}

    record Suspended(AccountId account, Instant at) implements AccountEvent {}

    record Readmitted(AccountId account, Instant at) implements AccountEvent {}

    record CodesSwitchedOn(AccountId account, Instant at) implements AccountEvent {}

    record CodesSwitchedOff(AccountId account, Instant at) implements AccountEvent {}

    record CodeUsed(AccountId account, Instant at) implements AccountEvent {}

    record RecoveryCodeUsed(AccountId account, Instant at) implements AccountEvent {}
}
