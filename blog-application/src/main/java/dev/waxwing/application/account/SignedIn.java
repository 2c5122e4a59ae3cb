package dev.waxwing.application.account;

import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import java.util.Optional;

/**
 * Whoever a session belongs to, as of this moment.
 *
 * @param actor who may do next to nothing while codes are owed: has no name to write under, and the least role
 * @param codes what the blog wants of the account beside its password
 */
public record SignedIn(SessionId session, Account.Person person, Actor actor, Codes codes) {

    /** How the codes of a device are wanted. */
    public enum Codes {
        /** As the person likes. */
        OPTIONAL,
        /** They are switched on, and stay so. */
        DEMANDED,
        /** They are to be switched on before anything else. */
        OWED
    }

    static SignedIn of(Session session, Account account, CodesDemand demand) {
        Account.State state = account.state();
        Actor actor = account.actor();
        Codes codes = codes(account, demand);
        Actor present = codes == Codes.OWED ? new Actor(Optional.empty(), Role.CONTRIBUTOR, actor.account()) : actor;
        return new SignedIn(session.id(), state.person(), present, codes);
    }

    private static Codes codes(Account account, CodesDemand demand) {
        if (!demand.isOf(account.actor().role())) {
            return Codes.OPTIONAL;
        }
        return account.state().proof().secondFactor() == null ? Codes.OWED : Codes.DEMANDED;
    }
}
