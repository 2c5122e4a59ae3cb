package dev.waxwing.adapter.image;

import dev.waxwing.application.media.ImageProcessor;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Opens pictures with the JDK's own readers, one at a time and never more of their pixels than a small machine has room for.
 * What is noted in a picture is cut out of its file, so that its pixels need not be packed again.
 */
public final class ImageIoImageProcessor implements ImageProcessor {
    /** Two at a time would need twice the room. */
    private final Semaphore desk = new Semaphore(1, /* fair= */ true);

    @Override
    public byte[] clean(byte[] picture) {
        if (JpegFile.is(picture)) {
            return alone(() -> upright(JpegFile.read(picture)));
        }
        if (PngFile.is(picture)) {
            return PngFile.clean(picture);
        }
        if (GifFile.is(picture)) {
            return GifFile.clean(picture);
        }
        if (AvifFile.is(picture)) {
            return AvifFile.clean(picture);
        }
        return WebpFile.is(picture) ? WebpFile.clean(picture) : picture;
    }

    @Override
    public Optional<byte[]> shrink(byte[] picture, int width) {
        if (PngFile.is(picture)) {
            return PngFile.moves(picture)
                    ? Optional.empty()
                    : alone(() -> attempt(() -> smaller(picture, width, Turn.NONE)));
        }
        return JpegFile.is(picture) ? alone(() -> attempt(() -> smallerJpeg(picture, width))) : Optional.empty();
    }

    private static byte[] upright(JpegFile.Parts parts) {
        return parts.orientation() == 1
                ? parts.picture()
                : attempt(() -> turned(parts)).orElseGet(parts::withOrientation);
    }

    private static Optional<byte[]> turned(JpegFile.Parts parts) throws IOException {
        try (OpenPicture open = OpenPicture.of(parts.picture())) {
            return open.turned(Turn.of(parts.orientation()));
        }
    }

    private static Optional<byte[]> smallerJpeg(byte[] picture, int width) throws IOException {
        JpegFile.Parts parts = JpegFile.read(picture);
        return parts.held() > OpenPicture.MOST_PIXELS
                ? Optional.empty()
                : smaller(picture, width, Turn.of(parts.orientation()));
    }

    private static Optional<byte[]> smaller(byte[] picture, int width, Turn turn) throws IOException {
        try (OpenPicture open = OpenPicture.of(picture)) {
            return open.shrunk(width, turn).filter(small -> small.length < picture.length);
        }
    }

    /** What is done with a picture that may turn out to be broken. */
    @FunctionalInterface
    private interface Attempt {
        Optional<byte[]> make() throws IOException;
    }

    /** A reader of the JDK answers a broken file with whatever exception it comes to; none of them is worth a word. */
    private static Optional<byte[]> attempt(Attempt attempt) {
        try {
            return attempt.make();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private <T> T alone(Supplier<T> work) {
        desk.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            desk.release();
        }
    }
}
