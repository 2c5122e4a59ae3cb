package dev.waxwing.adapter.web.account;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.account.AccountView;
import dev.waxwing.application.account.SessionId;
import dev.waxwing.application.account.SessionView;
import dev.waxwing.application.account.SignedIn;
import dev.waxwing.application.author.AuthorView;
import java.util.List;
import java.util.Optional;

/**
 * What somebody keeps of themselves.
 *
 * @param profile how readers know them, if they write under a name
 * @param codes how the codes of a device are wanted of them
 * @param present the session in which the page is seen
 * @param sent the part whose form was sent last
 */
public record AccountPage(
        Desk desk,
        AccountView account,
        Optional<AuthorView> profile,
        SignedIn.Codes codes,
        List<SessionView> sessions,
        SessionId present,
        Part sent,
        Form form) {

    /** What can be changed by itself. */
    public enum Part {
        PASSWORD,
        CODES,
        SESSIONS
    }

    public Form form(Part part) {
        return part == sent ? form : Form.empty();
    }

    /** Whether codes that are switched on may be switched off. */
    public boolean mayDoWithoutCodes() {
        return codes == SignedIn.Codes.OPTIONAL;
    }

    /** The sessions that can be ended. */
    public List<SessionView> others() {
        return sessions.stream()
                .filter(session -> !session.id().equals(present))
                .toList();
    }
}
