package dev.waxwing.application.account;

import java.time.Instant;

/** A session as its owner sees it. */
public record SessionView(SessionId id, Client client, Instant startedAt, Instant seenAt) {}
