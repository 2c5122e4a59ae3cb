package dev.waxwing.adapter.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** The chunks of a WebP picture (RFC 9649, section 2.3): those that draw it are kept, the others left out. */
final class WebpFile {
    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int SIZE_AT = 4;
    private static final int EXIF_AND_XMP = 0x0C;
    private static final Set<String> DRAWING = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private WebpFile() {}

    static boolean is(byte[] picture) {
        Bytes file = new Bytes(picture);
        return file.has(0, "RIFF") && file.has(8, "WEBP");
    }

    static byte[] clean(byte[] picture) {
        Bytes file = new Bytes(picture);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(picture.length);
        file.copy(0, HEADER, kept);
        int flags = -1;
        long next;
        for (long at = HEADER; at + CHUNK_HEADER <= file.length(); at = next) {
            String type = file.text((int) at, 4);
            long size = file.u32LittleEndian((int) at + 4);
            next = at + CHUNK_HEADER + size + (size & 1);
            if (DRAWING.contains(type)) {
                flags = type.equals("VP8X") ? kept.size() + CHUNK_HEADER : flags;
                file.copy((int) at, next, kept);
            }
        }
        byte[] clean = kept.toByteArray();
        if (flags >= 0 && flags < clean.length) {
            clean[flags] &= ~EXIF_AND_XMP;
        }
        ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).putInt(SIZE_AT, clean.length - CHUNK_HEADER);
        return clean;
    }
}
