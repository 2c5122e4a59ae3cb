package dev.waxwing.adapter.files;

import dev.waxwing.domain.media.MediaAddress.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes of an AVIF file that say which of its items is the picture, and how large that is. */
final class AvifHeaders {
    private static final int MOST_BOXES = 10_000;

    /** A box: its name, and where its content begins and ends. */
    private record Box(String name, long begin, long end) {}

    private final FileBytes file;
    private int boxes;

    private AvifHeaders(FileBytes file) {
        this.file = file;
    }

    static Size size(FileBytes file) throws IOException {
        return new AvifHeaders(file).size();
    }

    private Size size() throws IOException {
        Box meta = within(0, file.size(), "meta");
        long begin = meta.begin() + 4;
        Box properties = within(begin, meta.end(), "iprp");
        List<Box> known = children(within(properties.begin(), properties.end(), "ipco"));
        List<Integer> indexes = ofItem(
                primary(within(begin, meta.end(), "pitm")), within(properties.begin(), properties.end(), "ipma"));
        Optional<Size> size = Optional.empty();
        boolean turned = false;
        for (int index : indexes) {
            Box property = index >= 1 && index <= known.size() ? known.get(index - 1) : new Box("", 0, 0);
            if (property.name().equals("ispe")) {
                size = Optional.of(
                        PictureFormat.sizeOf(file.u32(property.begin() + 4), file.u32(property.begin() + 8)));
            } else if (property.name().equals("irot")) {
                turned = (file.u8(property.begin()) & 1) == 1;
            }
        }
        Size shown = size.orElseThrow(PictureFormat.BrokenPicture::new);
        return turned ? new Size(/* width= */ shown.height(), /* height= */ shown.width()) : shown;
    }

    private long primary(Box pitm) throws IOException {
        return file.u8(pitm.begin()) == 0 ? file.u16(pitm.begin() + 4) : file.u32(pitm.begin() + 4);
    }

    /** The numbers of the properties that an item has, counted from 1. */
    private List<Integer> ofItem(long item, Box ipma) throws IOException {
        boolean longItems = file.u8(ipma.begin()) > 0;
        boolean longIndexes = (file.u8(ipma.begin() + 3) & 1) == 1;
        long entries = file.u32(ipma.begin() + 4);
        long at = ipma.begin() + 8;
        for (long entry = 0; entry < entries && at < ipma.end(); entry++) {
            long id = longItems ? file.u32(at) : file.u16(at);
            at += longItems ? 4 : 2;
            int count = file.u8(at++);
            List<Integer> indexes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                indexes.add(longIndexes ? file.u16(at) & 0x7FFF : file.u8(at) & 0x7F);
                at += longIndexes ? 2 : 1;
            }
            if (id == item) {
                return indexes;
            }
        }
        throw new PictureFormat.BrokenPicture();
    }

    private Box within(long begin, long end, String name) throws IOException {
        for (long at = begin; at < end; ) {
            Box box = box(at, end);
            if (box.name().equals(name)) {
                return box;
            }
            at = box.end();
        }
        throw new PictureFormat.BrokenPicture();
    }

    private List<Box> children(Box parent) throws IOException {
        List<Box> children = new ArrayList<>();
        for (long at = parent.begin(); at < parent.end(); ) {
            Box box = box(at, parent.end());
            children.add(box);
            at = box.end();
        }
        return children;
    }

    private Box box(long at, long end) throws IOException {
        PictureFormat.requireSound(++boxes <= MOST_BOXES);
        long length = file.u32(at);
        StringBuilder name = new StringBuilder();
        for (int i = 4; i < 8; i++) {
            name.append((char) file.u8(at + i));
        }
        long header = length == 1 ? 16 : 8;
        long whole = length == 1 ? file.u64(at + 8) : length == 0 ? end - at : length;
        PictureFormat.requireSound(whole >= header && whole <= end - at);
        return new Box(name.toString(), at + header, at + whole);
    }
}
