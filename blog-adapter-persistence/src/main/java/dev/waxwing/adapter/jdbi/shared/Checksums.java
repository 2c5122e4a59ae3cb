package dev.waxwing.adapter.jdbi.shared;

import dev.waxwing.adapter.jdbi.shared.Journal.Change;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * The checksum of each page of a file, kept beside it, so that a page which the disk does not give back as it was written is
 * known when it is read. They are kept whenever all of the file is on disk; what was changed since is in its journal, and its
 * checksums are known from there. A page has none before it was written.
 */
final class Checksums {
    /** What the file of them begins with; another number belongs to another format. */
    private static final byte[] FORMAT = "Waxwing checksums 1\n".getBytes(StandardCharsets.US_ASCII);

    /** The format, the state of the file, and the checksum of what follows. */
    private static final int HEADER = FORMAT.length + FileMark.LENGTH + Integer.BYTES;

    private static final int NONE = 0;

    private final FilePath place;
    private int[] ofPages = new int[0];
    private @Nullable FileMark kept;
    private boolean whole;

    Checksums(FilePath place) {
        this.place = place;
    }

    /** Reads those that were kept, and of which state of the file they are; nothing, if there are none of a known format. */
    Optional<FileMark> read() throws IOException {
        if (!place.exists()) {
            return Optional.empty();
        }
        try (FileChannel channel = place.open("r")) {
            ByteBuffer header = Pages.read(channel, 0, HEADER);
            if (!header.slice(0, FORMAT.length).equals(ByteBuffer.wrap(FORMAT))) {
                return Optional.empty();
            }
            FileMark mark = FileMark.from(header.position(FORMAT.length));
            long length = mark.size() / Pages.SIZE * Integer.BYTES;
            if (length < 0 || HEADER + length > channel.size()) {
                return Optional.empty();
            }
            ByteBuffer content = Pages.read(channel, HEADER, (int) length);
            ofPages = new int[pages(mark.size())];
            content.asIntBuffer().get(ofPages);
            whole = header.getInt() == Pages.checksum(content);
            kept = mark;
            return Optional.of(mark);
        }
    }

    /** Returns when they are on disk. Until the last step they are those of the state before, for what has not changed since. */
    void keep(FileMark mark) throws IOException {
        if (mark.equals(kept)) {
            return;
        }
        ofPages = Arrays.copyOf(ofPages, pages(mark.size()));
        ByteBuffer content = ByteBuffer.allocate(ofPages.length * Integer.BYTES);
        content.asIntBuffer().put(ofPages);
        ByteBuffer header = ByteBuffer.allocate(HEADER).put(FORMAT);
        mark.putInto(header);
        header.putInt(Pages.checksum(content));
        try (FileChannel channel = place.open("rw")) {
            Pages.writeFully(channel, content, HEADER);
            channel.force(true);
            Pages.writeFully(channel, header.flip(), 0);
            channel.force(false);
        }
        kept = mark;
    }

    /**
     * Whether those that were read are as they were kept. If they are not, they may be mixed with later ones of pages that the
     * journal has.
     */
    boolean areWhole() {
        return whole;
    }

    /** To be called for each change of the file, in their order. */
    void note(Change change) {
        kept = null;
        int first = (int) (change.position() / Pages.SIZE);
        if (change.isEnd()) {
            Arrays.fill(ofPages, Math.min(first, ofPages.length), ofPages.length, NONE);
            return;
        }
        int behind = pages(change.behind() + Pages.SIZE - 1);
        if (behind > ofPages.length) {
            ofPages = Arrays.copyOf(ofPages, Math.max(behind, ofPages.length + ofPages.length / 2));
        }
        for (int page = first; page < behind; page++) {
            long from = (long) page * Pages.SIZE - change.position();
            boolean covered = from >= 0 && from + Pages.SIZE <= change.bytes().remaining();
            ofPages[page] = covered ? Pages.checksum(change.bytes().slice((int) from, Pages.SIZE)) : NONE;
        }
    }

    /**
     * Whether whole pages, from one that begins at this position on, are as they were written.
     *
     * @return where the first begins that is not
     */
    OptionalLong firstDamaged(ByteBuffer content, long position) {
        for (int from = 0; from + Pages.SIZE <= content.limit(); from += Pages.SIZE) {
            if (!isAsWritten(content.slice(from, Pages.SIZE), (position + from) / Pages.SIZE)) {
                return OptionalLong.of(position + from);
            }
        }
        return OptionalLong.empty();
    }

    private boolean isAsWritten(ByteBuffer content, long page) {
        return page >= ofPages.length || ofPages[(int) page] == NONE || ofPages[(int) page] == Pages.checksum(content);
    }

    private static int pages(long bytes) {
        return (int) (bytes / Pages.SIZE);
    }
}
