package dev.waxwing.adapter.web.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that stand for a content. */
public final class Digests {
    private static final int LENGTH = 24;

    private Digests() {}

    /** 24 hexadecimal digits of SHA-256: enough that no two answers of a site share them by chance. */
    public static String of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
