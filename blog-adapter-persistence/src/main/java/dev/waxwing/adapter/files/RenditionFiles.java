package dev.waxwing.adapter.files;

import dev.waxwing.application.media.ImageProcessor;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.application.shared.Room;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.Rendition;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures at smaller widths, each made when it is first asked for and then kept; there are no more than a few of each
 * picture. An empty file stands for one that would be no better than the picture itself.
 */
final class RenditionFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RenditionFiles.class);

    /** A picture as it was read, and gathered. */
    private static final int COPIES = 2;

    private final Path folder;
    private final ImageProcessor pictures;
    private final Room room;
    private final Duration patience;

    /** @param room for the pictures that are opened at once */
    RenditionFiles(Path folder, ImageProcessor pictures, Room room, Duration patience) {
        this.folder = folder;
        this.pictures = pictures;
        this.room = room;
        this.patience = patience;
    }

    /** Whatever cannot be kept or made, readers get the picture. */
    StoredMedia of(Rendition rendition, StoredMedia picture) {
        Path place = place(rendition);
        try {
            if (!Files.exists(place)) {
                make(rendition, picture, place);
            }
            long size = Files.size(place);
            return size == 0
                    ? picture
                    : new StoredMedia(
                            rendition.picture(),
                            picture.type(),
                            size,
                            offset -> FileSystemMediaStore.open(place, offset));
        } catch (IOException e) {
            LOG.warn("The picture {} cannot be kept", rendition, e);
            return picture;
        } catch (BlogException.Unavailable e) {
            LOG.info("The picture {} is sent as it is, because others take their time", rendition);
            return picture;
        }
    }

    void remove(MediaAddress picture) throws IOException {
        for (Rendition rendition : Rendition.of(picture)) {
            Files.deleteIfExists(place(rendition));
        }
    }

    private Path place(Rendition rendition) {
        return folder.resolve(rendition.fileName().substring(0, 2)).resolve(rendition.fileName());
    }

    /** It gets its name when it is whole, so nobody reads half of it; two who make it at once make the same. */
    private void make(Rendition rendition, StoredMedia picture, Path place) throws IOException {
        byte[] small = shrunk(rendition, picture);
        Path draft = place.resolveSibling(UUID.randomUUID() + ".part");
        Files.createDirectories(place.getParent());
        try {
            Files.write(draft, small);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private byte[] shrunk(Rendition rendition, StoredMedia picture) throws IOException {
        int taken = room.take(COPIES * picture.size(), patience);
        try {
            return pictures.shrink(read(picture), rendition.width()).orElse(new byte[0]);
        } finally {
            room.giveBack(taken);
        }
    }

    private static byte[] read(StoredMedia picture) throws IOException {
        return FileSystemMediaStore.whole(picture.content().open(0));
    }
}
