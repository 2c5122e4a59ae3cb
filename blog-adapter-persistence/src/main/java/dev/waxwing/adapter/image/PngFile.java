package dev.waxwing.adapter.image;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** The chunks of a PNG picture (PNG, third edition, section 5.3): those that draw it are kept, the others left out. */
final class PngFile {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;

    /** Colours, transparency, density, and the frames of one that moves; critical chunks are kept whatever their name. */
    private static final Set<String> DRAWING = Set.of(
            "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "tRNS", "bKGD", "pHYs", "acTL", "fcTL",
            "fdAT");

    private PngFile() {}

    static boolean is(byte[] picture) {
        return new Bytes(picture).has(0, "\u0089PNG\r\n\u001A\n");
    }

    static byte[] clean(byte[] picture) {
        Bytes file = new Bytes(picture);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(picture.length);
        file.copy(0, SIGNATURE, kept);
        String type = "";
        for (long at = SIGNATURE; at < file.length() && !type.equals("IEND"); at = end(file, (int) at)) {
            type = file.text((int) at + 4, 4);
            if (isCritical(type) || DRAWING.contains(type)) {
                file.copy((int) at, end(file, (int) at), kept);
            }
        }
        return kept.toByteArray();
    }

    static boolean moves(byte[] picture) {
        Bytes file = new Bytes(picture);
        for (long at = SIGNATURE; at < file.length(); at = end(file, (int) at)) {
            String type = file.text((int) at + 4, 4);
            if (type.equals("acTL") || type.equals("IDAT")) {
                return type.equals("acTL");
            }
        }
        return false;
    }

    private static long end(Bytes file, int at) {
        return at + FRAME + file.u32(at);
    }

    private static boolean isCritical(String type) {
        return !type.isEmpty() && Character.isUpperCase(type.charAt(0));
    }
}
