package dev.waxwing.adapter.jdbi.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By which a state of a file is known: how large it was, and the checksums of its last page's sectors. H2 writes behind that
 * page, and each end of its file is unlike any other, so that neither another database passes for the file, nor an older or a
 * newer copy of it.
 */
record FileMark(long size, List<Integer> lastPage) {
    private static final int SECTORS = Pages.SIZE / Pages.SECTOR;

    /** In bytes. */
    static final int LENGTH = Long.BYTES + SECTORS * Integer.BYTES;

    static FileMark of(FileChannel file) throws IOException {
        long size = file.size();
        ByteBuffer page = Pages.read(file, lastPagePosition(size), Pages.SIZE);
        return new FileMark(
                size,
                IntStream.range(0, SECTORS)
                        .map(n -> Pages.checksum(Pages.sector(page, n)))
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
        return Math.max(0, size - Pages.SIZE);
    }
}
