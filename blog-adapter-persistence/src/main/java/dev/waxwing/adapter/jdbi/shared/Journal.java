package dev.waxwing.adapter.jdbi.shared;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * What was changed in a file since all of it was on disk, in records that are there wholly or not at all: a write-ahead log of
 * bytes. Each record bears the mark that the journal begins with, so that what an earlier journal left behind is not taken for
 * one. A journal takes no room before something is written into it.
 */
final class Journal implements Closeable {
    /** Bytes at a place of the file, or the place where it ends if there are none. */
    record Change(long position, ByteBuffer bytes) {
        static Change end(long position) {
            return new Change(position, ByteBuffer.allocate(0));
        }

        boolean isEnd() {
            return !bytes.hasRemaining();
        }

        long behind() {
            return position + bytes.remaining();
        }

        void makeIn(FileChannel file) throws IOException {
            if (isEnd()) {
                file.truncate(position);
            } else {
                writeFully(file, bytes, position);
            }
        }
    }

    /** A mark, how large the file was when the journal was begun, and the checksum of its last page then. */
    private static final int HEADER = 3 * Long.BYTES;

    /** Disks write so many bytes wholly or not at all, and H2 writes multiples of them at multiples of them. */
    private static final int PAGE = 4096;

    /** The mark, the number of bytes that follow, and their checksum. */
    private static final int RECORD_HEADER = Long.BYTES + 2 * Integer.BYTES;

    private static final int CHANGE_HEADER = Long.BYTES + Integer.BYTES;
    private static final SecureRandom MARKS = new SecureRandom();

    private final FilePath place;
    private @Nullable FileChannel channel;
    private boolean begun;
    private long mark;
    private long sizeAtBegin;
    private long lastPageAtBegin;
    private long end = HEADER;

    Journal(FilePath place) {
        this.place = place;
    }

    /** All changes that are in the journal, in their order. To be asked once, before anything is written. */
    List<Change> read() throws IOException {
        List<Change> changes = new ArrayList<>();
        if (place.exists() && place.size() > HEADER) {
            ByteBuffer header = read(0, HEADER);
            mark = header.getLong();
            sizeAtBegin = header.getLong();
            lastPageAtBegin = header.getLong();
            begun = true;
            for (Optional<ByteBuffer> record = next(); record.isPresent(); record = next()) {
                changes.addAll(changes(record.get()));
            }
        }
        return changes;
    }

    /** Returns when the changes are on disk, as one record. */
    void append(List<Change> changes) throws IOException {
        if (!begun) {
            begin();
        }
        ByteBuffer record = record(changes);
        writeFully(channel(), record, end);
        channel().force(false);
        end += record.limit();
    }

    /** In bytes. */
    long length() {
        return end;
    }

    /**
     * Whether the journal that was read can be the file's: the page that was the last when it was begun is as it was then, or as
     * one of the changes leaves it. H2 writes behind that page, and each end of its file is unlike any other, so that neither
     * another database passes for the file, nor an older or a newer copy of it.
     */
    boolean isOf(FileChannel file, List<Change> changes) throws IOException {
        int page = checksum(lastPage(file));
        return page == lastPageAtBegin || changes.stream().anyMatch(change -> mayLeave(page, change));
    }

    private boolean mayLeave(int page, Change change) {
        long position = lastPagePosition();
        if (change.isEnd()) {
            return change.position() <= position;
        }
        return change.position() <= position
                && change.behind() >= position + PAGE
                && checksum(change.bytes().slice((int) (position - change.position()), PAGE)) == page;
    }

    /** The next record begins the journal anew. To be called when all that is in it is on disk in the file itself. */
    void forget(FileChannel file) throws IOException {
        begun = false;
        sizeAtBegin = file.size();
        lastPageAtBegin = checksum(lastPage(file));
    }

    private long lastPagePosition() {
        return Math.max(0, sizeAtBegin - PAGE);
    }

    /** What was never written is read as zeros, as files have them before what was. */
    private ByteBuffer lastPage(FileChannel file) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(PAGE);
        while (page.hasRemaining() && file.read(page, lastPagePosition() + page.position()) >= 0) {
            // A file that is shorter leaves the rest as it is.
        }
        return page.rewind();
    }

    /** Takes the journal away. If that fails it is found again, with nothing that the file does not have. */
    void remove() throws IOException {
        if (channel != null) {
            begin();
            close();
        }
        place.delete();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** From here on, what is in the journal means nothing. */
    private void begin() throws IOException {
        mark = MARKS.nextLong();
        writeFully(
                channel(),
                ByteBuffer.allocate(HEADER)
                        .putLong(mark)
                        .putLong(sizeAtBegin)
                        .putLong(lastPageAtBegin)
                        .flip(),
                0);
        channel().force(true);
        end = HEADER;
        begun = true;
    }

    private FileChannel channel() throws IOException {
        if (channel == null) {
            channel = place.open("rw");
        }
        return channel;
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
        if (length <= 0 || length > channel().size() - end - RECORD_HEADER) {
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
            if (channel().read(bytes, position + bytes.position()) < 0) {
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
