package dev.waxwing.adapter.web.account;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.account.AccountView;
import java.util.List;

/**
 * Everybody who can sign in.
 *
 * @param form to invite somebody
 */
public record AccountsPage(Desk desk, List<AccountView> accounts, Form form) {}
