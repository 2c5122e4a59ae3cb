package dev.waxwing.adapter.web.account;

import dev.waxwing.adapter.web.shared.Desk;

/**
 * A link to be handed over.
 *
 * @param address where it leads
 * @param to the name of whom it is for
 */
public record LinkPage(Desk desk, String address, String to) {}
