package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.shared.Sha256;

/** Hashes that stand for a content. */
public final class Digests {
    private static final int LENGTH = 24;

    private Digests() {}

    /** 24 hexadecimal digits of SHA-256: enough that no two answers of a site share them by chance. */
    public static String of(byte[] content) {
        return Sha256.of(content).substring(0, LENGTH);
    }
}
