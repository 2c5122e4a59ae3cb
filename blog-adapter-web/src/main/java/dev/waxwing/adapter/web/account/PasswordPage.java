package dev.waxwing.adapter.web.account;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.domain.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody who has a link chooses a password.
 *
 * @param person nobody if the link is of no use
 */
public record PasswordPage(Desk desk, Form form, String action, Account.@Nullable Person person) {}
