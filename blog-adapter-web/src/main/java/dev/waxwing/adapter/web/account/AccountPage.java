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
 * @param form for another password
 */
public record AccountPage(Desk desk, AccountView account, List<SessionView> sessions, SessionId present, Form form) {}
