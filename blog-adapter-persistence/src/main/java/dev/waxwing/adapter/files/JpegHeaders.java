package dev.waxwing.adapter.files;

import dev.waxwing.domain.media.MediaAddress.Size;
import java.io.IOException;

/** The segments before the picture itself: the frame, and the orientation in which cameras say it is to be shown. */
final class JpegHeaders {
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    private static final int EXIF_HEADER = 8;
    private static final int ORIENTATION = 0x0112;
    private static final int FIRST_TURNED = 5;
    private static final int LAST_TURNED = 8;

    private JpegHeaders() {}

    static Size size(FileBytes file) throws IOException {
        int orientation = 1;
        long at = 2;
        while (true) {
            at = marker(file, at);
            int marker = file.u8(at);
            at++;
            PictureFormat.requireSound(marker != END && marker != SCAN);
            if (standsAlone(marker)) {
                continue;
            }
            int length = file.u16(at);
            PictureFormat.requireSound(length >= 2 && at + length <= file.size());
            if (isFrame(marker)) {
                Size size = PictureFormat.sizeOf(file.u16(at + 5), file.u16(at + 3));
                return isTurned(orientation) ? new Size(/* width= */ size.height(), /* height= */ size.width()) : size;
            }
            if (marker == EXIF && orientation == 1 && length > EXIF_HEADER && file.has(at + 2, "Exif\0\0")) {
                orientation = orientation(file, at + EXIF_HEADER, at + length);
            }
            at += length;
        }
    }

    /** The code of the next marker; whatever stands before it is passed over, as viewers do. */
    private static long marker(FileBytes file, long from) throws IOException {
        long at = from;
        while (file.u8(at) != 0xFF) {
            at++;
        }
        while (file.u8(at) == 0xFF) {
            at++;
        }
        return at;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x00 || marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isTurned(int orientation) {
        return orientation >= FIRST_TURNED && orientation <= LAST_TURNED;
    }

    /** Looks through the first directory of the TIFF structure that Exif is; 1 if it says nothing, or nonsense. */
    private static int orientation(FileBytes file, long tiff, long end) throws IOException {
        if (tiff + 8 > end) {
            return 1;
        }
        boolean littleEndian = file.has(tiff, "II");
        long directory = tiff + u32(file, tiff + 4, littleEndian);
        if (directory + 2 > end) {
            return 1;
        }
        int entries = u16(file, directory, littleEndian);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > end) {
                return 1;
            }
            if (u16(file, entry, littleEndian) == ORIENTATION) {
                return u16(file, entry + 8, littleEndian);
            }
        }
        return 1;
    }

    private static int u16(FileBytes file, long at, boolean littleEndian) throws IOException {
        return littleEndian ? file.u16LittleEndian(at) : file.u16(at);
    }

    private static long u32(FileBytes file, long at, boolean littleEndian) throws IOException {
        return littleEndian ? file.u16LittleEndian(at) | (long) file.u16LittleEndian(at + 2) << 16 : file.u32(at);
    }
}
