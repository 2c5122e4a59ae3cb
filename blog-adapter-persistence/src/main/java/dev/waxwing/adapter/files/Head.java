package dev.waxwing.adapter.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of a file, by which its kind is told. */
final class Head {
    static final int LENGTH = 512;

    private final byte[] bytes;

    Head(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean at(int offset, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (unsigned(offset + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    boolean at(int offset, String expected) {
        return at(offset, expected.chars().toArray());
    }

    boolean contains(String expected) {
        return text().contains(expected);
    }

    /** Whether this is an ISO base media file (ISO 14496-12, section 4.3) of one of these brands. */
    boolean hasBrand(String... brands) {
        return at(4, "ftyp") && Arrays.stream(brands).anyMatch(brand -> at(8, brand) || hasCompatible(brand));
    }

    /** The byte as a number, -1 behind the end. */
    int unsigned(int offset) {
        return offset < bytes.length ? Byte.toUnsignedInt(bytes[offset]) : -1;
    }

    String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private boolean hasCompatible(String brand) {
        int end = Math.min(bytes.length, (unsigned(2) << 8) + unsigned(3));
        for (int offset = 16; offset + brand.length() <= end; offset += brand.length()) {
            if (at(offset, brand)) {
                return true;
            }
        }
        return false;
    }
}
