package dev.waxwing.application.account;

import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import java.util.Optional;

/**
 * Whoever a session belongs to, as of this moment.
 *
 * @param actor who may do next to nothing while codes are owed: has no name to write under, and the least role
 * @param owesCodes whether codes are demanded of the account that are not switched on yet
 */
public record SignedIn(SessionId session, Account.Person person, Actor actor, boolean owesCodes) {
    static SignedIn of(Session session, Account account, CodesDemand demand) {
        Account.State state = account.state();
        Actor actor = account.actor();
        boolean owes = demand.isOf(actor.role()) && state.proof().secondFactor() == null;
        Actor present = owes ? new Actor(Optional.empty(), Role.CONTRIBUTOR, actor.account()) : actor;
        return new SignedIn(session.id(), state.person(), present, owes);
    }
}
