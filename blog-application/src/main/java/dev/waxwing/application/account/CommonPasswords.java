package dev.waxwing.application.account;

/** Port: what many people choose as a password, or as the larger part of one. */
@FunctionalInterface
public interface CommonPasswords {
    /** Whether this is one of them. */
    boolean contain(String word);
}
