package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Hashes that stand for a content. */
public final class Digests {
    private static final int LENGTH = 24;

    private Digests() {}

    /** 24 hexadecimal digits of SHA-256: enough that no two answers of a site share them by chance. */
    public static String of(byte[] content) {
        return Sha256.of(content).substring(0, LENGTH);
    }

    /** The same of what may be too much for memory; reads it to its end. */
    public static String of(InputStream content) throws IOException {
        Sha256 hash = Sha256.begin();
        hash.reading(content).transferTo(OutputStream.nullOutputStream());
        return hash.digits().substring(0, LENGTH);
    }
}
