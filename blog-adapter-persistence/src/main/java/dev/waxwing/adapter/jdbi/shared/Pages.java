package dev.waxwing.adapter.jdbi.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** The pages of a file: reads, writes and sums them up. */
final class Pages {
    /** H2 writes multiples of so many bytes at multiples of them. */
    static final int SIZE = 4096;

    /** Disks write so many bytes wholly or not at all; of a page that is written over there may be some of each. */
    static final int SECTOR = 512;

    private Pages() {}

    static ByteBuffer sector(ByteBuffer page, int number) {
        return page.slice(number * SECTOR, SECTOR);
    }

    static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate());
        return (int) checksum.getValue();
    }

    /** What was never written is read as zeros, as files have them before what was. */
    static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) >= 0) {
            // A file that is shorter leaves the rest as it is.
        }
        return bytes.clear();
    }

    static void writeFully(FileChannel file, ByteBuffer bytes, long position) throws IOException {
        ByteBuffer rest = bytes.duplicate();
        int begin = rest.position();
        while (rest.hasRemaining()) {
            file.write(rest, position + rest.position() - begin);
        }
    }
}
