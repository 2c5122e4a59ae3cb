package dev.waxwing.application.shared;

/**
 * A secret that opens something for whoever has it: a session, a link. Only its {@link #hash()} is ever kept, so that nobody
 * who reads the database can use it.
 *
 * @param value as it was handed out, or as somebody presents it
 */
public record Token(String value) {

    /** SHA-256 in 64 hexadecimal digits; enough without salt, because a token is never anything that can be guessed. */
    public String hash() {
        return Sha256.of(value);
    }

    /** Without the secret, which must not end up in a log. */
    @Override
    public String toString() {
        return "Token";
    }
}
