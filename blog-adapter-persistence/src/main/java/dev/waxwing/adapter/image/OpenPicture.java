package dev.waxwing.adapter.image;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture that is being read, and of which never more pixels are held than there is room for. */
final class OpenPicture implements Closeable {
    /** Of a picture that is held whole, 3 bytes each. */
    static final long MOST_PIXELS = 25_000_000;

    /** Of a picture that is made smaller, after rows and columns have been left out. */
    private static final long MOST_HELD = 8_000_000;

    /** Read at a time while a picture is turned. */
    private static final int STRIP = 2_000_000;

    private static final float FINE = 0.92f;
    private static final float PLAIN = 0.82f;

    private final ImageReader reader;
    private final byte[] file;
    private final int width;
    private final int height;

    private OpenPicture(ImageReader reader, byte[] file) throws IOException {
        this.reader = reader;
        this.file = file;
        rewind();
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
    }

    static OpenPicture of(byte[] picture) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(PngFile.is(picture) ? "png" : "jpeg");
        if (!readers.hasNext()) {
            throw new IOException("This Java has no reader for the picture");
        }
        return new OpenPicture(readers.next(), picture);
    }

    /** Notes are passed over unread: a few bytes of them can unpack to gigabytes. */
    private void rewind() {
        reader.setInput(
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file)),
                /* seekForwardOnly= */ true,
                /* ignoreMetadata= */ true);
    }

    /** The whole picture upright, as JPEG; empty if it is too large for that. */
    Optional<byte[]> turned(Turn turn) throws IOException {
        if ((long) width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        BufferedImage upright = canvas(turn.lies() ? height : width, turn.lies() ? width : height);
        Graphics2D brush = upright.createGraphics();
        int rows = Math.max(1, STRIP / width);
        for (int top = 0; top < height; top += rows) {
            AffineTransform place = turn.of(width, height);
            place.translate(0, top);
            brush.drawImage(strip(top, Math.min(rows, height - top)), place, null);
        }
        brush.dispose();
        return Optional.of(jpeg(upright, FINE));
    }

    private BufferedImage strip(int top, int rows) throws IOException {
        rewind();
        ImageReadParam part = reader.getDefaultReadParam();
        part.setSourceRegion(new Rectangle(0, top, width, rows));
        return reader.read(0, part);
    }

    /** The upright picture at this width; empty if even that is too large. */
    Optional<byte[]> shrunk(int wished, Turn turn) throws IOException {
        double scale = (double) wished / (turn.lies() ? height : width);
        int wide = Math.max(1, (int) Math.round(width * scale));
        int high = Math.max(1, (int) Math.round(height * scale));
        if (scale >= 1 || (long) wide * high > MOST_HELD / 2) {
            return Optional.empty();
        }
        BufferedImage small = scaled(thinned(wide, high), wide, high);
        BufferedImage upright = turn == Turn.NONE ? small : turned(small, turn);
        return Optional.of(
                upright.getColorModel().hasAlpha() || PngFile.is(file) ? png(upright) : jpeg(upright, PLAIN));
    }

    /** The picture with rows and columns left out, as few as the room allows and never so many that it gets too small. */
    private BufferedImage thinned(int wide, int high) throws IOException {
        int columns = 1;
        int rows = 1;
        while ((long) (width / columns) * (height / rows) > MOST_HELD) {
            if (width / (columns + 1) >= wide && columns <= rows) {
                columns++;
            } else if (height / (rows + 1) >= high) {
                rows++;
            } else {
                columns++;
            }
        }
        ImageReadParam thin = reader.getDefaultReadParam();
        thin.setSourceSubsampling(columns, rows, 0, 0);
        return reader.read(0, thin);
    }

    /** In steps of a half: one long step would look at a few pixels and pass over the others. */
    private static BufferedImage scaled(BufferedImage picture, int wide, int high) {
        BufferedImage step = picture;
        while (step.getWidth() > 2 * wide || step.getHeight() > 2 * high) {
            step = drawn(step, Math.max(wide, step.getWidth() / 2), Math.max(high, step.getHeight() / 2));
        }
        return drawn(step, wide, high);
    }

    private static BufferedImage drawn(BufferedImage picture, int wide, int high) {
        BufferedImage drawn = picture.getColorModel().hasAlpha()
                ? new BufferedImage(wide, high, BufferedImage.TYPE_INT_ARGB_PRE)
                : canvas(wide, high);
        Graphics2D brush = drawn.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        brush.drawImage(picture, 0, 0, wide, high, null);
        brush.dispose();
        return drawn;
    }

    private static BufferedImage turned(BufferedImage picture, Turn turn) {
        int wide = picture.getWidth();
        int high = picture.getHeight();
        BufferedImage upright = canvas(turn.lies() ? high : wide, turn.lies() ? wide : high);
        Graphics2D brush = upright.createGraphics();
        brush.drawImage(picture, turn.of(wide, high), null);
        brush.dispose();
        return upright;
    }

    private static BufferedImage canvas(int wide, int high) {
        return new BufferedImage(wide, high, BufferedImage.TYPE_3BYTE_BGR);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(file)) {
            ImageIO.write(picture, "png", stream);
        }
        return file.toByteArray();
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
