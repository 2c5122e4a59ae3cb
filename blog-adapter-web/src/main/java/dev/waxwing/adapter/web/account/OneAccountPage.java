package dev.waxwing.adapter.web.account;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.account.AccountView;

/** An account as administrators keep it. */
public record OneAccountPage(Desk desk, AccountView account, Form form) {}
