package dev.waxwing.application.account;

import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.Actor;

/** Whoever a session belongs to, as of this moment. */
public record SignedIn(SessionId session, Account.Person person, Actor actor) {}
