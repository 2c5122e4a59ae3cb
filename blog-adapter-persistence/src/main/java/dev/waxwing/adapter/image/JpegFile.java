package dev.waxwing.adapter.image;

import dev.waxwing.domain.shared.BlogException;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * The segments of a JPEG picture (ITU T.81, annex B): those that draw it are kept, those that tell of it are read and left
 * out. So is what lies behind its end, where telephones keep whole films.
 */
final class JpegFile {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int COLOURS = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int ORIENTATION = 0x0112;

    /** Each is another walk over all pixels; real pictures have a dozen. */
    private static final int MOST_SCANS = 100;

    private final Bytes file;
    private final ByteArrayOutputStream kept;
    private int orientation = 1;
    private int scans;
    private long held;

    private JpegFile(byte[] picture) {
        this.file = new Bytes(picture);
        this.kept = new ByteArrayOutputStream(picture.length);
    }

    /**
     * What was found.
     *
     * @param picture the file with nothing in it that tells of it
     * @param orientation how it is to be turned, 1 to 8, as Exif 2.32 numbers it in section 4.6.4.A
     * @param held how many pixels a decoder must hold at once: all of a progressive picture, else a few
     */
    record Parts(byte[] picture, int orientation, long held) {

        /** The picture with the one note that a viewer needs, where it cannot be turned here. */
        byte[] withOrientation() {
            byte[] exif = HexFormat.of()
                    .parseHex("ffe10022457869660000" + "4d4d002a00000008000101120003000000010000000000000000");
            exif[exif.length - 7] = (byte) orientation;
            ByteArrayOutputStream noted = new ByteArrayOutputStream(picture.length + exif.length);
            noted.write(picture, 0, 2);
            noted.writeBytes(exif);
            noted.write(picture, 2, picture.length - 2);
            return noted.toByteArray();
        }
    }

    static boolean is(byte[] picture) {
        return new Bytes(picture).u16(0) == (0xFF00 | SOI);
    }

    /** @throws BlogException.Invalid if it cannot be made out where the picture is */
    static Parts read(byte[] picture) {
        return new JpegFile(picture).parts();
    }

    private Parts parts() {
        mark(SOI);
        int at = 2;
        int marker = 0;
        while (marker != EOI && at < file.length()) {
            at = marker(at);
            marker = file.u8(at++);
            if (standsAlone(marker)) {
                continue;
            }
            int end = at + file.u16(at);
            segment(marker, at, end);
            at = marker == SOS ? scan(end) : end;
        }
        mark(EOI);
        if (scans == 0) {
            throw broken();
        }
        return new Parts(kept.toByteArray(), orientation, held);
    }

    private void segment(int marker, int at, int end) {
        if (marker == EXIF && orientation == 1 && file.has(at + 2, "Exif\0\0")) {
            orientation = orientation(at + 8, end);
        }
        if (isProgressive(marker)) {
            held = (long) file.u16(at + 3) * file.u16(at + 5);
        }
        scans += marker == SOS ? 1 : 0;
        if (scans > MOST_SCANS || end - at < 2) {
            throw broken();
        }
        if (draws(marker, at)) {
            mark(marker);
            file.copy(at, end, kept);
        }
    }

    /** Copies the packed pixels and returns where they end. */
    private int scan(int from) {
        int at = from;
        while (at < file.length() && (file.u8(at) != 0xFF || isWithinScan(file.u8(at + 1)))) {
            at++;
        }
        file.copy(from, at, kept);
        return at;
    }

    private int marker(int from) {
        int at = from;
        while (at < file.length() && file.u8(at) != 0xFF) {
            at++;
        }
        while (at < file.length() && file.u8(at) == 0xFF) {
            at++;
        }
        return at;
    }

    private boolean draws(int marker, int at) {
        return switch (marker) {
            case JFIF, ADOBE -> true;
            case COLOURS -> file.has(at + 2, "ICC_PROFILE\0");
            default -> marker != COMMENT && (marker < JFIF || marker > LAST_APPLICATION);
        };
    }

    private void mark(int marker) {
        kept.write(0xFF);
        kept.write(marker);
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x00 || marker == 0x01 || marker >= 0xD0 && marker <= EOI;
    }

    private static boolean isWithinScan(int code) {
        return code == 0x00 || code >= 0xD0 && code <= 0xD7;
    }

    private static boolean isProgressive(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && (marker & 3) == 2;
    }

    private int orientation(int tiff, int end) {
        boolean littleEndian = file.has(tiff, "II");
        long directory = tiff + (littleEndian ? file.u32LittleEndian(tiff + 4) : file.u32(tiff + 4));
        if (directory + 2 > end) {
            return 1;
        }
        int first = (int) directory + 2;
        int entries = u16((int) directory, littleEndian);
        for (int i = 0; i < entries && first + 12 * (i + 1) <= end; i++) {
            int entry = first + 12 * i;
            if (u16(entry, littleEndian) == ORIENTATION) {
                int value = u16(entry + 8, littleEndian);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private int u16(int at, boolean littleEndian) {
        return littleEndian ? file.u16LittleEndian(at) : file.u16(at);
    }

    static BlogException.Invalid broken() {
        return new BlogException.Invalid("media", "The picture is broken; save it anew in another program");
    }
}
