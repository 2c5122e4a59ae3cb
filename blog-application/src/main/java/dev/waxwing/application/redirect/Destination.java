package dev.waxwing.application.redirect;

/** What answers a former address. */
public sealed interface Destination {

    /** Permanently elsewhere: a percent-encoded path of this site, or an absolute address. */
    record Moved(String location) implements Destination {}

    /** Nowhere, for good. */
    record Gone() implements Destination {}
}
