package dev.waxwing.adapter.web.shared;

/**
 * An error page that asks nobody for anything, for when the database does not answer.
 *
 * @param number of the request
 */
public record BareErrorPage(Assets assets, int status, String explanation, String number) {}
