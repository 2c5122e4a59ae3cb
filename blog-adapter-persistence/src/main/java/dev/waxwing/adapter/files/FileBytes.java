package dev.waxwing.adapter.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads numbers anywhere in a file, most significant byte first unless it is said. */
final class FileBytes {
    private static final int WINDOW = 8_192;

    private final FileChannel file;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long start;

    FileBytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    long size() {
        return size;
    }

    /** @throws EOFException if the file ends before it */
    int u8(long at) throws IOException {
        if (at < start || at >= start + window.limit()) {
            load(at);
        }
        return Byte.toUnsignedInt(window.get((int) (at - start)));
    }

    int u16(long at) throws IOException {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(long at) throws IOException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    long u64(long at) throws IOException {
        return u32(at) << 32 | u32(at + 4);
    }

    int u16LittleEndian(long at) throws IOException {
        return u8(at + 1) << 8 | u8(at);
    }

    int u24LittleEndian(long at) throws IOException {
        return u8(at + 2) << 16 | u16LittleEndian(at);
    }

    boolean has(long at, String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (u8(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void load(long at) throws IOException {
        if (at < 0 || at >= size) {
            throw new EOFException();
        }
        window.clear();
        start = at;
        while (window.hasRemaining() && file.read(window, start + window.position()) > 0) {
            // A read may return less than there is.
        }
        window.flip();
    }
}
