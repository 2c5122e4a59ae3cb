package dev.waxwing.adapter.web.account;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;

/** Where a new blog gets its first administrator. */
public record SetUpPage(Desk desk, Form form) {}
