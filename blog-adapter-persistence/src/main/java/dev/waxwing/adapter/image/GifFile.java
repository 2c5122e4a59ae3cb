package dev.waxwing.adapter.image;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** The blocks of a GIF picture (GIF89a, section 17 onwards): those that draw or move it are kept, the others left out. */
final class GifFile {
    private static final int HEADER = 13;
    private static final int TABLE = 0x80;
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2C;
    private static final int END = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int WORDS = 0x01;
    private static final int APPLICATION = 0xFF;
    private static final Set<String> REPEATING = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private GifFile() {}

    static boolean is(byte[] picture) {
        Bytes file = new Bytes(picture);
        return file.has(0, "GIF87a") || file.has(0, "GIF89a");
    }

    /** What lies behind a block that nobody knows is left out too. */
    static byte[] clean(byte[] picture) {
        Bytes file = new Bytes(picture);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(picture.length);
        int at = HEADER + table(file.u8(10));
        file.copy(0, at, kept);
        while (at < file.length() && (file.u8(at) == EXTENSION || file.u8(at) == PICTURE)) {
            int next = blocksEnd(file, at + (file.u8(at) == EXTENSION ? 2 : 11 + table(file.u8(at + 9))));
            if (file.u8(at) == PICTURE || isShown(file, at)) {
                file.copy(at, next, kept);
            }
            at = next;
        }
        kept.write(END);
        return kept.toByteArray();
    }

    private static boolean isShown(Bytes file, int extension) {
        return switch (file.u8(extension + 1)) {
            case CONTROL, WORDS -> true;
            case APPLICATION -> REPEATING.contains(file.text(extension + 3, 11));
            default -> false;
        };
    }

    /** The size in bytes of the table of colours that these flags tell of. */
    private static int table(int flags) {
        return (flags & TABLE) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    /** Behind the empty block that ends a row of blocks. */
    private static int blocksEnd(Bytes file, int first) {
        int at = first;
        while (at < file.length() && file.u8(at) != 0) {
            at += file.u8(at) + 1;
        }
        return at + 1;
    }
}
