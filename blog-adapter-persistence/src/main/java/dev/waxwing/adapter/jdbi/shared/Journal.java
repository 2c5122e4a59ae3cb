package dev.waxwing.adapter.jdbi.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What was changed in a file since all of it was on disk, in records that are there wholly or not at all: a write-ahead log of
 * bytes. Each record bears the mark of the journal's beginning, so that what an earlier journal left behind is not taken for
 * one.
 */
final class Journal {
    /** Bytes at a place of the file, or the place where it ends if there are none. */
    record Change(long position, ByteBuffer bytes) {
        static Change end(long position) {
            return new Change(position, ByteBuffer.allocate(0));
        }

        boolean isEnd() {
            return !bytes.hasRemaining();
        }

        void makeIn(FileChannel file) throws IOException {
            if (isEnd()) {
                file.truncate(position);
            } else {
                writeFully(file, bytes, position);
            }
        }
    }

    /** A mark. */
    private static final int HEADER = Long.BYTES;

    /** The mark, the number of bytes that follow, and their checksum. */
    private static final int RECORD_HEADER = Long.BYTES + 2 * Integer.BYTES;

    private static final int CHANGE_HEADER = Long.BYTES + Integer.BYTES;
    private static final SecureRandom MARKS = new SecureRandom();

    private final FileChannel channel;
    private long mark;
    private long end;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** Begins where an earlier process ended; what that one has left behind is to be made in the file first. */
    static Journal of(FileChannel channel) throws IOException {
        Journal journal = new Journal(channel);
        ByteBuffer header = journal.read(0, HEADER);
        if (header.hasRemaining()) {
            journal.mark = header.getLong();
            journal.end = HEADER;
        }
        return journal;
    }

    /** Makes all changes that are in the journal in the file, in their order; leaves the journal as it is. */
    boolean replayInto(FileChannel file) throws IOException {
        boolean any = false;
        Optional<ByteBuffer> record = next();
        while (record.isPresent()) {
            any = true;
            for (Change change : changes(record.get())) {
                change.makeIn(file);
            }
            record = next();
        }
        return any;
    }

    /** Returns when the changes are on disk, as one record. */
    void append(List<Change> changes) throws IOException {
        ByteBuffer record = record(changes);
        int length = record.remaining();
        writeFully(channel, record, end);
        channel.force(false);
        end += length;
    }

    /** In bytes. */
    long length() {
        return end;
    }

    /** Forgets what is in the journal. To be called when all of the file is on disk; returns when the journal is. */
    void beginAnew() throws IOException {
        mark = MARKS.nextLong();
        writeFully(channel, ByteBuffer.allocate(HEADER).putLong(mark).flip(), 0);
        channel.force(true);
        end = HEADER;
    }

    void close() throws IOException {
        channel.close();
    }

    private ByteBuffer record(List<Change> changes) {
        int length = changes.stream()
                .mapToInt(change -> CHANGE_HEADER + change.bytes().remaining())
                .sum();
        ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + length);
        record.position(RECORD_HEADER);
        for (Change change : changes) {
            record.putLong(change.position())
                    .putInt(change.bytes().remaining())
                    .put(change.bytes().duplicate());
        }
        int checksum = checksum(record.slice(RECORD_HEADER, length));
        return record.flip().putLong(mark).putInt(length).putInt(checksum).rewind();
    }

    /** The content of the record that comes now; nothing if there is none that is whole. */
    private Optional<ByteBuffer> next() throws IOException {
        ByteBuffer header = read(end, RECORD_HEADER);
        if (!header.hasRemaining() || header.getLong() != mark) {
            return Optional.empty();
        }
        int length = header.getInt();
        if (length <= 0 || length > channel.size() - end - RECORD_HEADER) {
            return Optional.empty();
        }
        ByteBuffer content = read(end + RECORD_HEADER, length);
        if (header.getInt() != checksum(content)) {
            return Optional.empty();
        }
        end += RECORD_HEADER + length;
        return Optional.of(content);
    }

    private static List<Change> changes(ByteBuffer record) {
        List<Change> changes = new ArrayList<>();
        while (record.hasRemaining()) {
            long position = record.getLong();
            int length = record.getInt();
            changes.add(new Change(position, record.slice(record.position(), length)));
            record.position(record.position() + length);
        }
        return changes;
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate());
        return (int) checksum.getValue();
    }

    /** So many bytes, or none if there are fewer. */
    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                return ByteBuffer.allocate(0);
            }
        }
        return bytes.flip();
    }

    private static void writeFully(FileChannel file, ByteBuffer bytes, long position) throws IOException {
        ByteBuffer rest = bytes.duplicate();
        int begin = rest.position();
        while (rest.hasRemaining()) {
            file.write(rest, position + rest.position() - begin);
        }
    }
}
