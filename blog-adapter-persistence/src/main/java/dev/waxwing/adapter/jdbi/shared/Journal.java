package dev.waxwing.adapter.jdbi.shared;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
                Pages.writeFully(file, bytes, position);
            }
        }
    }

    /** What every journal begins with; another number belongs to another format. */
    private static final byte[] FORMAT = "Waxwing journal 1\n".getBytes(StandardCharsets.US_ASCII);

    /** The format, a mark, and by what the file was known when the journal was begun. */
    private static final int HEADER = FORMAT.length + Long.BYTES + FileMark.LENGTH;

    /** The mark, the number of bytes that follow, and their checksum. */
    private static final int RECORD_HEADER = Long.BYTES + 2 * Integer.BYTES;

    private static final int CHANGE_HEADER = Long.BYTES + Integer.BYTES;
    private static final FileMark NO_FILE = FileMark.from(ByteBuffer.allocate(FileMark.LENGTH));
    private static final SecureRandom MARKS = new SecureRandom();

    private final FilePath place;
    private @Nullable FileChannel channel;
    private boolean begun;
    private long mark;
    private FileMark fileAtBegin = NO_FILE;
    private long end = HEADER;

    Journal(FilePath place) {
        this.place = place;
    }

    /**
     * All changes that are in the journal, in their order. To be asked once, before anything is written.
     *
     * @throws JournaledFile.OfUnknownFormat if this is no journal, or one of another version of the program
     */
    List<Change> read() throws IOException {
        List<Change> changes = new ArrayList<>();
        if (place.exists() && isBegun(read(0, (int) Math.min(HEADER, place.size())))) {
            ByteBuffer header = read(FORMAT.length, HEADER - FORMAT.length);
            mark = header.getLong();
            fileAtBegin = FileMark.from(header);
            begun = true;
            for (Optional<ByteBuffer> record = next(); record.isPresent(); record = next()) {
                changes.addAll(changes(record.get()));
            }
        }
        return changes;
    }

    /** One whose first sync never returned has no header, or one of zeros, and nothing in it that was acknowledged. */
    private static boolean isBegun(ByteBuffer header) throws JournaledFile.OfUnknownFormat {
        if (header.equals(ByteBuffer.allocate(header.limit()))) {
            return false;
        }
        if (header.limit() < HEADER || !header.slice(0, FORMAT.length).equals(ByteBuffer.wrap(FORMAT))) {
            throw new JournaledFile.OfUnknownFormat();
        }
        return true;
    }

    /** Returns when the changes are on disk, as one record. */
    void append(List<Change> changes) throws IOException {
        if (!begun) {
            begin();
        }
        ByteBuffer record = record(changes);
        Pages.writeFully(channel(), record, end);
        channel().force(false);
        end += record.limit();
    }

    /** In bytes. */
    long length() {
        return end;
    }

    /** The state of the file from which the changes begin. */
    FileMark fileAtBegin() {
        return fileAtBegin;
    }

    /**
     * Whether the journal that was read can be the file's: each sector of the page that was the last when it was begun is as it
     * was then, or as one of the changes leaves it, which makes a page that was torn whole again.
     */
    boolean isOf(FileChannel file, List<Change> changes) throws IOException {
        ByteBuffer page = Pages.read(file, fileAtBegin.lastPagePosition(), Pages.SIZE);
        return IntStream.range(0, fileAtBegin.lastPage().size()).allMatch(n -> {
            ByteBuffer sector = Pages.sector(page, n);
            long position = fileAtBegin.lastPagePosition() + (long) n * Pages.SECTOR;
            return Pages.checksum(sector) == fileAtBegin.lastPage().get(n)
                    || changes.stream().anyMatch(change -> mayLeave(sector, position, change));
        });
    }

    private static boolean mayLeave(ByteBuffer sector, long position, Change change) {
        if (change.isEnd()) {
            return change.position() <= position;
        }
        return change.position() <= position
                && change.behind() >= position + sector.limit()
                && change.bytes()
                        .slice((int) (position - change.position()), sector.limit())
                        .equals(sector);
    }

    /** The next record begins the journal anew. To be called when all that is in it is on disk in the file itself. */
    void forget(FileMark file) {
        begun = false;
        fileAtBegin = file;
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
        ByteBuffer header = ByteBuffer.allocate(HEADER).put(FORMAT).putLong(mark);
        fileAtBegin.putInto(header);
        Pages.writeFully(channel(), header.flip(), 0);
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
        int checksum = Pages.checksum(record.slice(RECORD_HEADER, length));
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
        if (header.getInt() != Pages.checksum(content)) {
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
}
