package dev.waxwing.adapter.jdbi.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * By which a state of a file is known: how large it was, and the checksums of its last page's sectors. H2 writes behind that
 * page, and each end of its file is unlike any other, so that neither another database passes for the file, nor an older or a
 * newer copy of it.
 */
record FileMark(long size, List<Integer> lastPage) {
    /** H2 writes multiples of so many bytes at multiples of them. */
    static final int PAGE = 4096;

    /** Disks write so many bytes wholly or not at all; of a page that is written over there may be some of each. */
    static final int SECTOR = 512;

    private static final int SECTORS = PAGE / SECTOR;

    /** In bytes. */
    static final int LENGTH = Long.BYTES + SECTORS * Integer.BYTES;

    static FileMark of(FileChannel file) throws IOException {
        long size = file.size();
        ByteBuffer page = read(file, lastPagePosition(size), PAGE);
        return new FileMark(
                size,
                IntStream.range(0, SECTORS)
                        .map(n -> checksum(sector(page, n)))
                        .boxed()
                        .toList());
    }

    static FileMark from(ByteBuffer bytes) {
        long size = bytes.getLong();
        return new FileMark(
                size,
                IntStream.range(0, SECTORS).map(n -> bytes.getInt()).boxed().toList());
    }

    void putInto(ByteBuffer bytes) {
        bytes.putLong(size);
        lastPage.forEach(bytes::putInt);
    }

    long lastPagePosition() {
        return lastPagePosition(size);
    }

    private static long lastPagePosition(long size) {
        return Math.max(0, size - PAGE);
    }

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
