package dev.waxwing.application.fake;

import dev.waxwing.application.backup.MediaFiles;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.Rendition;
import dev.waxwing.domain.shared.BlogException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Files in memory; knows PNG pictures and nothing else. */
public final class InMemoryMediaStore implements MediaStore, MediaFiles {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;
    private static final int HEADER = 24;

    private final Map<MediaAddress, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public MediaAddress store(InputStream content) {
        try (content) {
            byte[] bytes = content.readAllBytes();
            MediaAddress address = address(bytes);
            files.putIfAbsent(address, bytes);
            return address;
        } catch (IOException e) {
            throw new BlogException.Unavailable("The file could not be read", e);
        }
    }

    @Override
    public MediaAddress examine(InputStream content) {
        try (content) {
            return address(content.readAllBytes());
        } catch (IOException e) {
            throw new BlogException.Unavailable("The file could not be read", e);
        }
    }

    private static MediaAddress address(byte[] bytes) {
        return MediaAddress.ofPicture(Sha256.of(bytes), size(bytes), "png");
    }

    @Override
    public Optional<StoredMedia> find(MediaAddress address) {
        return Optional.ofNullable(files.get(address))
                .map(bytes -> new StoredMedia(address, "image/png", bytes.length, offset -> from(bytes, offset)));
    }

    @Override
    public void remove(MediaAddress address) {
        files.remove(address);
    }

    @Override
    public void forEach(Consumer<StoredMedia> reader) {
        files.keySet().stream()
                .sorted(Comparator.comparing(MediaAddress::value))
                .flatMap(address -> find(address).stream())
                .forEach(reader);
    }

    @Override
    public void put(MediaAddress address, InputStream content) {
        try {
            byte[] bytes = content.readAllBytes();
            if (!address(bytes).equals(address)) {
                throw new BlogException.Invalid(
                        "backup", "The file %s has another content than its address says".formatted(address));
            }
            files.put(address, bytes);
        } catch (IOException e) {
            throw new BlogException.Unavailable("The file could not be read", e);
        }
    }

    /** The picture itself: nothing here can make it smaller. */
    @Override
    public Optional<StoredMedia> find(Rendition rendition) {
        return find(rendition.picture());
    }

    private static InputStream from(byte[] bytes, long offset) {
        int start = (int) offset;
        return new ByteArrayInputStream(bytes, start, bytes.length - start);
    }

    private static MediaAddress.Size size(byte[] bytes) {
        if (bytes.length < HEADER
                || !HexFormat.of()
                        .formatHex(bytes, 0, PNG.length)
                        .equals(HexFormat.of().formatHex(PNG))) {
            throw new BlogException.Invalid("media", "This is not a PNG picture");
        }
        return new MediaAddress.Size(number(bytes, WIDTH_AT), number(bytes, HEIGHT_AT));
    }

    private static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, Integer.BYTES).getInt();
    }
}
