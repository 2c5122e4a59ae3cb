package dev.waxwing.domain.account;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.shared.AggregateRoot;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Text;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in; not the author under whose name posts appear, though an account usually has one. */
public final class Account extends AggregateRoot<AccountEvent> {
    private static final int LONGEST_NAME = 100;

    /** Whether somebody can sign in. */
    public enum Standing {
        /** Not yet: no password was chosen. */
        INVITED,
        ACTIVE,
        /** Not any more. */
        SUSPENDED
    }

    /** Who somebody is. */
    public record Person(
            EmailAddress email, String name, @Nullable AuthorId author) {
        /** @throws BlogException.Invalid if the name is not 1 to 100 characters on one line */
        public Person {
            name = Text.line("name", name, LONGEST_NAME);
        }
    }

    /**
     * How somebody proves who they are.
     *
     * @param password null until one is chosen
     * @param secondFactor null if the password is enough
     */
    public record Proof(
            @Nullable PasswordHash password, @Nullable SecondFactor secondFactor) {}

    /** The whole state in one value: the only door for adapters that store accounts. */
    public record State(AccountId id, Person person, Role role, Standing standing, Proof proof, long version) {
        private State with(Role other) {
            return new State(id, person, other, standing, proof, version);
        }

        private State with(Standing other) {
            return new State(id, person, role, other, proof, version);
        }

        private State with(PasswordHash password) {
            return new State(id, person, role, standing, new Proof(password, proof.secondFactor()), version);
        }

        private State with(@Nullable SecondFactor secondFactor) {
            return new State(id, person, role, standing, new Proof(proof.password(), secondFactor), version);
        }
    }

    private State state;

    private Account(State state) {
        this.state = state;
    }

    /** Somebody who can sign in at once. */
    public static Account register(AccountId id, Person person, Role role, PasswordHash password, Instant now) {
        Account account = new Account(new State(id, person, role, Standing.ACTIVE, new Proof(password, null), 0));
        account.raise(new AccountEvent.Registered(id, person.email(), role, now));
        return account;
    }

    /** Somebody who can sign in once they have chosen a password. */
    public static Account invite(AccountId id, Person person, Role role, Instant now) {
        Account account = new Account(new State(id, person, role, Standing.INVITED, new Proof(null, null), 0));
        account.raise(new AccountEvent.Invited(id, person.email(), role, now));
        return account;
    }

    public static Account restore(State state) {
        return new Account(state);
    }

    /** @throws BlogException.Conflict if the account is suspended */
    public void choosePassword(PasswordHash password, Instant now) {
        requireNotSuspended();
        boolean first = state.standing() == Standing.INVITED;
        state = state.with(password).with(Standing.ACTIVE);
        raise(first ? new AccountEvent.Joined(id(), now) : new AccountEvent.PasswordChanged(id(), now));
    }

    /** Keeps the same password with more effort, unless it was changed meanwhile. Nobody has done anything, so nothing is told. */
    public void rehash(PasswordHash weak, PasswordHash strong) {
        if (weak.equals(state.proof().password())) {
            state = state.with(strong);
        }
    }

    public void changeRole(Role role, Instant now) {
        Role from = state.role();
        if (role == from) {
            return;
        }
        state = state.with(role);
        raise(new AccountEvent.RoleChanged(id(), from, role, now));
    }

    /** Keeps somebody from signing in; all they have written stays. */
    public void suspend(Instant now) {
        if (state.standing() == Standing.SUSPENDED) {
            return;
        }
        state = state.with(Standing.SUSPENDED);
        raise(new AccountEvent.Suspended(id(), now));
    }

    /** Lets somebody sign in again who was suspended. */
    public void readmit(Instant now) {
        if (state.standing() != Standing.SUSPENDED) {
            return;
        }
        state = state.with(state.proof().password() == null ? Standing.INVITED : Standing.ACTIVE);
        raise(new AccountEvent.Readmitted(id(), now));
    }

    /** From now on the password alone is not enough. */
    public void askForCodes(SecondFactor secondFactor, Instant now) {
        state = state.with(secondFactor);
        raise(new AccountEvent.CodesSwitchedOn(id(), now));
    }

    public void askForNoCodes(Instant now) {
        if (state.proof().secondFactor() == null) {
            return;
        }
        state = state.with((SecondFactor) null);
        raise(new AccountEvent.CodesSwitchedOff(id(), now));
    }

    /**
     * Uses the code of a stretch of 30 seconds, which is thereby used up.
     *
     * @return false if it, or a later one, was used before
     */
    public boolean useCodeOf(long step, Instant now) {
        SecondFactor factor = state.proof().secondFactor();
        if (factor == null || step <= factor.lastStep()) {
            return false;
        }
        state = state.with(factor.usedAt(step));
        raise(new AccountEvent.CodeUsed(id(), now));
        return true;
    }

    /**
     * Uses a code on paper, which is thereby used up.
     *
     * @return false if there is none with this hash
     */
    public boolean useRecoveryCode(String hash, Instant now) {
        SecondFactor factor = state.proof().secondFactor();
        if (factor == null || !factor.recovery().contains(hash)) {
            return false;
        }
        state = state.with(factor.without(hash));
        raise(new AccountEvent.RecoveryCodeUsed(id(), now));
        return true;
    }

    public AccountId id() {
        return state.id();
    }

    public State state() {
        return state;
    }

    /** In whose name somebody acts who is signed in with this account. */
    public Actor actor() {
        return new Actor(Optional.ofNullable(state.person().author()), state.role(), Optional.of(id()));
    }

    private void requireNotSuspended() {
        if (state.standing() == Standing.SUSPENDED) {
            throw new BlogException.Conflict("This account is suspended; an administrator can readmit it");
        }
    }
}
