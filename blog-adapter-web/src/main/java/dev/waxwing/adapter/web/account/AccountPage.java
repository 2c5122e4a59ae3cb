package dev.waxwing.adapter.web.account;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.application.account.AccountView;

/** What somebody keeps of themselves. */
public record AccountPage(Desk desk, AccountView account) {}
