package dev.waxwing.adapter.files;

import dev.waxwing.application.backup.MediaFiles;
import dev.waxwing.application.media.ImageProcessor;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.application.shared.Room;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.MediaAddress.Size;
import dev.waxwing.domain.media.Rendition;
import dev.waxwing.domain.shared.BlogException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Media as files in folders: {@code media/0f/0f…9a-1200x800.jpg}. A file is written under another name, brought to disk and
 * only then given its own, so that no reader and no power cut ever leaves half of one.
 */
public final class FileSystemMediaStore implements MediaStore, MediaFiles {
    private static final int LONGEST_SIDE = 30_000;
    private static final long MOST_PIXELS = 100_000_000;
    /** A picture, what is kept of it, and that again when it is handed over. */
    private static final int COPIES = 3;

    private static final int SHARE_OF_MEMORY = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String INCOMING = ".incoming";
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Path folder;
    private final Path incoming;
    private final FreeSpace space;
    private final ImageProcessor pictures;
    private final Room room;
    private final Duration patience;
    private final RenditionFiles renditions;
    private final Object publishing = new Object();

    /** A file that is written but has no name yet. */
    private record Draft(Path path, String sha256, long size) {}

    /** What is done with a file that may be kept. */
    private interface Keeping {
        void keep(Draft draft, MediaAddress address) throws IOException;
    }

    /**
     * Both folders are made if they are missing.
     *
     * @param folder holds what cannot be had again
     * @param renditions holds what is made from it; may be deleted at any time
     * @param space on the disk of the folders
     * @throws BlogException.Unavailable if the folder cannot be written
     */
    public FileSystemMediaStore(Path folder, Path renditions, FreeSpace space, ImageProcessor pictures) {
        this(folder, renditions, space, pictures, Room.shareOfMemory(SHARE_OF_MEMORY), PATIENCE);
    }

    /** @param room for the pictures that are worked on at once, each of which is in memory as a whole */
    FileSystemMediaStore(
            Path folder, Path renditions, FreeSpace space, ImageProcessor pictures, Room room, Duration patience) {
        this.folder = folder.toAbsolutePath().normalize();
        this.incoming = this.folder.resolve(INCOMING);
        this.space = space;
        this.pictures = pictures;
        this.room = room;
        this.patience = patience;
        this.renditions = new RenditionFiles(renditions.toAbsolutePath().normalize(), pictures, room, patience);
        try {
            Files.createDirectories(incoming);
            removeForgotten();
        } catch (IOException e) {
            throw new BlogException.Unavailable("The media folder '%s' cannot be written".formatted(folder), e);
        }
    }

    @Override
    public MediaAddress store(InputStream content) {
        return address(content, this::publish);
    }

    @Override
    public MediaAddress examine(InputStream content) {
        return address(content, (draft, address) -> {});
    }

    private MediaAddress address(InputStream content, Keeping keeping) {
        try (content) {
            Path path = incoming.resolve(UUID.randomUUID().toString());
            Path clean = incoming.resolve(UUID.randomUUID().toString());
            try {
                Draft draft = cleaned(write(content, path), clean);
                MediaAddress address = address(draft);
                keeping.keep(draft, address);
                return address;
            } finally {
                Files.deleteIfExists(path);
                Files.deleteIfExists(clean);
            }
        } catch (IOException e) {
            throw new BlogException.Unavailable("The file cannot be kept at the moment", e);
        }
    }

    @Override
    public Optional<StoredMedia> find(MediaAddress address) {
        Path path = place(address);
        return MediaKind.ofExtension(address.extension())
                .flatMap(kind -> size(path)
                        .map(size -> new StoredMedia(address, kind.type(), size, offset -> open(path, offset))));
    }

    @Override
    public Optional<StoredMedia> find(Rendition rendition) {
        return find(rendition.picture()).map(picture -> renditions.of(rendition, picture));
    }

    @Override
    public void remove(MediaAddress address) {
        Path shelf = shelf(address);
        try {
            if (Files.deleteIfExists(place(address))) {
                syncFolder(shelf);
            }
            renditions.remove(address);
        } catch (IOException e) {
            throw new BlogException.Unavailable("The file cannot be removed at the moment", e);
        }
    }

    @Override
    public void forEach(Consumer<StoredMedia> reader) {
        for (Path shelf : sorted(folder)) {
            if (Files.isDirectory(shelf) && !shelf.equals(incoming)) {
                sorted(shelf).stream()
                        .map(file -> "/media/" + file.getFileName())
                        .filter(MediaAddress::matches)
                        .flatMap(address -> find(new MediaAddress(address)).stream())
                        .forEach(reader);
            }
        }
    }

    private static List<Path> sorted(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new BlogException.Unavailable("The folder '%s' cannot be read".formatted(folder), e);
        }
    }

    @Override
    public void put(MediaAddress address, InputStream content) {
        Path path = incoming.resolve(UUID.randomUUID().toString());
        try {
            try {
                Draft draft = write(content, path);
                if (!address(draft).equals(address)) {
                    throw new BlogException.Invalid(
                            "backup", "The file %s has another content than its address says".formatted(address));
                }
                publish(draft, address);
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new BlogException.Unavailable("The file %s cannot be kept".formatted(address), e);
        }
    }

    /** Kind and size are known to be allowed before a picture is opened. */
    private Draft cleaned(Draft draft, Path clean) throws IOException {
        if (address(draft).size().isEmpty()) {
            return draft;
        }
        int taken = room.take(COPIES * draft.size(), patience);
        try {
            byte[] picture = whole(Files.newInputStream(draft.path()));
            byte[] kept = pictures.clean(picture);
            return Arrays.equals(picture, kept) ? draft : write(new ByteArrayInputStream(kept), clean);
        } finally {
            room.giveBack(taken);
        }
    }

    /**
     * In small parts: what is read from a file at once goes through memory outside of the heap, as much as that, and each thread
     * keeps its own.
     */
    static byte[] whole(InputStream file) throws IOException {
        try (InputStream parts = new BufferedInputStream(file)) {
            return parts.readAllBytes();
        }
    }

    private Draft write(InputStream content, Path path) throws IOException {
        Sha256 hash = Sha256.begin();
        long size = 0;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[64 << 10];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > LARGEST_FILE) {
                    throw refusal("The file is larger than 20 MiB");
                }
                space.require();
                hash.with(buffer, read);
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
                while (rest.hasRemaining()) {
                    file.write(rest);
                }
            }
        }
        return new Draft(path, hash.digits(), size);
    }

    private static MediaAddress address(Draft draft) throws IOException {
        try (FileChannel file = FileChannel.open(draft.path(), StandardOpenOption.READ)) {
            Head head = head(file);
            MediaKind kind = MediaKind.of(head).orElseThrow(() -> refusal(reason(head)));
            return kind.picture()
                    .map(format -> MediaAddress.ofPicture(draft.sha256(), size(format, file), kind.extension()))
                    .orElseGet(() -> MediaAddress.ofFile(draft.sha256(), kind.extension()));
        }
    }

    private static Size size(PictureFormat format, FileChannel file) {
        Size size;
        try {
            size = format.size(new FileBytes(file));
        } catch (IOException e) {
            throw refusal("The picture is broken: it does not say how large it is");
        }
        if (size.width() > LONGEST_SIDE
                || size.height() > LONGEST_SIDE
                || (long) size.width() * size.height() > MOST_PIXELS) {
            throw refusal(String.format(
                    Locale.ROOT,
                    "The picture has %,d x %,d pixels; at most 100 million and 30,000 on a side are allowed",
                    size.width(),
                    size.height()));
        }
        return size;
    }

    private static String reason(Head head) {
        String text = head.text().toLowerCase(Locale.ROOT);
        if (text.contains("<svg")) {
            return "SVG pictures can carry programs; save it as PNG or WebP";
        }
        return "This kind of file cannot be shown to readers; allowed are " + MediaKind.ALLOWED;
    }

    private static Head head(FileChannel file) throws IOException {
        return new Head(Channels.newInputStream(file).readNBytes(Head.LENGTH));
    }

    /** One at a time, so that nobody who stores the same file returns before its name is on disk. */
    private void publish(Draft draft, MediaAddress address) throws IOException {
        Path place = place(address);
        boolean kept = isKept(draft, place);
        if (!kept) {
            sync(draft.path(), StandardOpenOption.WRITE);
        }
        synchronized (publishing) {
            if (kept || isKept(draft, place)) {
                return;
            }
            Path shelf = shelf(address);
            if (!Files.isDirectory(shelf)) {
                Files.createDirectories(shelf);
                syncFolder(folder);
            }
            Files.move(draft.path(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(shelf);
        }
    }

    /** One that is damaged, or cannot be read any more, is written anew. */
    private static boolean isKept(Draft draft, Path place) {
        try {
            return size(place).filter(size -> size == draft.size()).isPresent()
                    && Files.mismatch(draft.path(), place) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path place(MediaAddress address) {
        return shelf(address).resolve(address.fileName());
    }

    /** Files lie in 256 folders, because file systems are slow with many in one. */
    private Path shelf(MediaAddress address) {
        return folder.resolve(address.fileName().substring(0, 2));
    }

    private static Optional<Long> size(Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return file.isRegularFile() ? Optional.of(file.size()) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new BlogException.Unavailable("The file cannot be read at the moment", e);
        }
    }

    static InputStream open(Path path, long offset) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            return Channels.newInputStream(file.position(offset));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What a process that was ended left half written; younger files may be another process's. */
    private void removeForgotten() throws IOException {
        FileTime limit = FileTime.from(Instant.now().minus(FORGOTTEN));
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).compareTo(limit) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** A new name outlives a power cut only when its folder is on disk too; where folders cannot be opened, they need not. */
    private static void syncFolder(Path folder) throws IOException {
        try {
            sync(folder, StandardOpenOption.READ);
        } catch (AccessDeniedException ignored) {
            // Windows opens no folders.
        }
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private static BlogException.Invalid refusal(String message) {
        return new BlogException.Invalid("media", message);
    }
}
