package dev.waxwing.application.shared;

/** Port: tokens of 256 bits of chance, written with letters, digits, {@code -} and {@code _} (RFC 4648, section 5). */
@FunctionalInterface
public interface TokenGenerator {
    Token next();
}
