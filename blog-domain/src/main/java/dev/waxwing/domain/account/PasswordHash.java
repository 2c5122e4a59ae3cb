package dev.waxwing.domain.account;

/** What is kept of a password: enough to know it again, too little to find it out. */
public record PasswordHash(String value) {

    /** Without the hash, which must not end up in a log either. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
