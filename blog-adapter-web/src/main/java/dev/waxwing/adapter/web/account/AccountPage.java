package dev.waxwing.adapter.web.account;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.account.AccountView;
import dev.waxwing.application.account.SessionId;
import dev.waxwing.application.account.SessionView;
import java.util.List;

/**
 * What somebody keeps of themselves.
 *
 * @param present the session in which the page is seen
 * @param sent the part whose form was sent last
 */
public record AccountPage(
        Desk desk, AccountView account, List<SessionView> sessions, SessionId present, Part sent, Form form) {

    /** What can be changed by itself. */
    public enum Part {
        PASSWORD,
        CODES,
        SESSIONS
    }

    public Form form(Part part) {
        return part == sent ? form : Form.empty();
    }

    /** The sessions that can be ended. */
    public List<SessionView> others() {
        return sessions.stream()
                .filter(session -> !session.id().equals(present))
                .toList();
    }
}
