package dev.waxwing.adapter.backup;

import dev.waxwing.application.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The seal at the end of a ZIP file: its comment, which says the SHA-256 of all bytes before those digits. A ZIP file has
 * places that unpacking never looks at, and only so a change of any byte is found.
 */
final class Seal {
    private static final String LABEL = "Waxwing backup, SHA-256 of all before: ";
    private static final int LENGTH = Sha256.LENGTH;

    private final Sha256 hash = Sha256.begin();

    /** The last bytes so far, which are the digits if nothing follows. */
    private final byte[] held = new byte[LENGTH];

    private int holding;

    /** The comment while the digits are not known yet. */
    static String blank() {
        return LABEL + "0".repeat(LENGTH);
    }

    void update(byte[] bytes, int from, int length) {
        if (length >= LENGTH) {
            hash.with(held, 0, holding);
            hash.with(bytes, from, length - LENGTH);
            System.arraycopy(bytes, from + length - LENGTH, held, 0, LENGTH);
            holding = LENGTH;
            return;
        }
        int released = Math.max(0, holding + length - LENGTH);
        hash.with(held, 0, released);
        System.arraycopy(held, released, held, 0, holding - released);
        System.arraycopy(bytes, from, held, holding - released, length);
        holding += length - released;
    }

    /** The digits that belong behind all bytes so far but the last ones. Ends the seal. */
    byte[] digits() {
        return hash.digits().getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the last bytes are the digits that belong there. Ends the seal. */
    boolean holds() {
        return holding == LENGTH && MessageDigest.isEqual(digits(), held);
    }
}
