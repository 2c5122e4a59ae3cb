package dev.waxwing.adapter.image;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The items of an AVIF picture (ISO/IEC 14496-12, section 8.11). Others are found by their place in the file, so what is noted
 * in it is not cut out but made empty: its bytes become zeros.
 */
final class AvifFile {
    private static final Set<String> NOTES = Set.of("Exif", "mime", "uri ");
    private static final int FULL_BOX = 12;
    /** An item stands in the list of items, which stands in the box of all that is told of them. */
    private static final int DEEPEST = 3;

    private final Bytes file;
    private final byte[] clean;
    private final Set<Long> notes = new HashSet<>();
    private long items = -1;
    private long data = -1;

    private AvifFile(byte[] picture) {
        this.file = new Bytes(picture);
        this.clean = picture.clone();
    }

    static boolean is(byte[] picture) {
        return new Bytes(picture).has(4, "ftypavi");
    }

    static byte[] clean(byte[] picture) {
        AvifFile avif = new AvifFile(picture);
        avif.readBoxes(0, picture.length, 1);
        avif.emptyNotes();
        return avif.clean;
    }

    private void readBoxes(long from, long end, int depth) {
        long next;
        for (long at = from; at + 8 <= end; at = next) {
            long size = file.u32((int) at);
            long header = 8;
            if (size == 1) {
                size = file.u32((int) at + 8) << 32 | file.u32((int) at + 12);
                header = 16;
            }
            next = size == 0 ? end : at + size;
            if (next < at + header || next > end) {
                return;
            }
            if (depth <= DEEPEST) {
                readBox((int) at, (int) (at + header), next, depth);
            }
        }
    }

    private void readBox(int at, int content, long end, int depth) {
        switch (file.text(at + 4, 4)) {
            case "meta" -> readBoxes(content + 4, end, depth + 1);
            case "iinf" -> readBoxes(content + (file.u8(content) == 0 ? 6 : 8), end, depth + 1);
            case "infe" -> readItem(at);
            case "iloc" -> items = at;
            case "idat" -> data = content;
            case "uuid", "free", "skip" -> empty(content, end);
            default -> {}
        }
    }

    private void readItem(int at) {
        boolean wide = file.u8(at + 8) >= 3;
        long id = wide ? file.u32(at + FULL_BOX) : file.u16(at + FULL_BOX);
        if (NOTES.contains(file.text(at + FULL_BOX + (wide ? 6 : 4), 4))) {
            notes.add(id);
        }
    }

    /** Walks over the places of all items. */
    private void emptyNotes() {
        if (items < 0 || notes.isEmpty()) {
            return;
        }
        Places places = new Places((int) items);
        for (long left = places.count; left > 0 && places.at < file.length(); left--) {
            places.emptyNext();
        }
    }

    /** The box that says where items lie ({@code iloc}). */
    private final class Places {
        private final int version;
        private final int offsetSize;
        private final int lengthSize;
        private final int baseSize;
        private final int indexSize;
        private final long count;
        private int at;

        private Places(int box) {
            version = file.u8(box + 8);
            int sizes = file.u16(box + FULL_BOX);
            offsetSize = sizes >> 12;
            lengthSize = sizes >> 8 & 15;
            baseSize = sizes >> 4 & 15;
            indexSize = version == 0 ? 0 : sizes & 15;
            at = box + FULL_BOX + 2;
            count = number(version < 2 ? 2 : 4);
        }

        private void emptyNext() {
            boolean note = notes.contains(number(version < 2 ? 2 : 4));
            boolean inData = version > 0 && (number(2) & 15) == 1;
            at += 2;
            long base = number(baseSize) + (inData ? data : 0);
            for (long extents = number(2); extents > 0 && at < file.length(); extents--) {
                at += indexSize;
                long from = base + number(offsetSize);
                long length = number(lengthSize);
                if (note) {
                    empty(from, length == 0 ? clean.length : from + length);
                }
            }
        }

        private long number(int size) {
            long number = 0;
            for (int i = 0; i < size; i++) {
                number = number << 8 | file.u8(at++);
            }
            return number;
        }
    }

    private void empty(long from, long to) {
        if (from >= 0 && from < to && from < clean.length) {
            Arrays.fill(clean, (int) from, (int) Math.min(to, clean.length), (byte) 0);
        }
    }
}
