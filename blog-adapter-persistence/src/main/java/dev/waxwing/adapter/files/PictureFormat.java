package dev.waxwing.adapter.files;

import dev.waxwing.domain.media.MediaAddress.Size;
import java.io.IOException;
import java.util.zip.CRC32;

/** Where a picture's headers say how large it is shown; nothing is decoded. */
enum PictureFormat {
    /** PNG, third edition, section 11.2.1. */
    PNG {
        private static final int CHUNK = 12;
        private static final int CHUNK_LENGTH = 17;
        private static final int CHECKSUM = 29;

        @Override
        Size size(FileBytes file) throws IOException {
            CRC32 checksum = new CRC32();
            for (int i = 0; i < CHUNK_LENGTH; i++) {
                checksum.update(file.u8(CHUNK + i));
            }
            requireSound(file.has(CHUNK, "IHDR") && checksum.getValue() == file.u32(CHECKSUM));
            return sizeOf(file.u32(16), file.u32(20));
        }
    },
    /** ITU T.81, section B.2, with the orientation that Exif gives. */
    JPEG {
        @Override
        Size size(FileBytes file) throws IOException {
            return JpegHeaders.size(file);
        }
    },
    /** GIF 89a, section 18. */
    GIF {
        @Override
        Size size(FileBytes file) throws IOException {
            return sizeOf(file.u16LittleEndian(6), file.u16LittleEndian(8));
        }
    },
    /** RFC 9649, sections 2.5 to 2.7. */
    WEBP {
        @Override
        Size size(FileBytes file) throws IOException {
            if (file.has(12, "VP8X")) {
                return sizeOf(file.u24LittleEndian(24) + 1L, file.u24LittleEndian(27) + 1L);
            }
            if (file.has(12, "VP8L")) {
                requireSound(file.u8(20) == 0x2F);
                long bits = file.u16LittleEndian(21) | (long) file.u16LittleEndian(23) << 16;
                return sizeOf((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
            }
            requireSound(file.has(12, "VP8 ") && file.has(23, "\u009D\u0001*"));
            return sizeOf(file.u16LittleEndian(26) & 0x3FFF, file.u16LittleEndian(28) & 0x3FFF);
        }
    },
    /** ISO 23008-12, section 6.5, as AVIF 1.1 uses it. */
    AVIF {
        @Override
        Size size(FileBytes file) throws IOException {
            return AvifHeaders.size(file);
        }
    };

    /** @throws IOException if the headers are broken, or end too early */
    abstract Size size(FileBytes file) throws IOException;

    static Size sizeOf(long width, long height) throws BrokenPicture {
        requireSound(width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE);
        return new Size((int) width, (int) height);
    }

    static void requireSound(boolean sound) throws BrokenPicture {
        if (!sound) {
            throw new BrokenPicture();
        }
    }

    /** Headers that no viewer could make sense of. */
    static final class BrokenPicture extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
