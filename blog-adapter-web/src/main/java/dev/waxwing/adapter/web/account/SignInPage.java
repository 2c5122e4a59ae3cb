package dev.waxwing.adapter.web.account;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;

/**
 * Where people sign in.
 *
 * @param next the page of the desk that they get afterwards
 */
public record SignInPage(Desk desk, Form form, String next) {}
