package dev.waxwing.adapter.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as cameras take them, made here. Each corner has a colour of its own, so that a turn can be seen. */
final class Photos {
    static final Color TOP_LEFT = Color.RED;
    static final Color TOP_RIGHT = Color.GREEN;
    static final Color BOTTOM_LEFT = Color.BLUE;
    static final Color BOTTOM_RIGHT = Color.YELLOW;

    private static final long SEED = Long.getLong("waxwing.seed", 20_260_301L);

    private Photos() {}

    static BufferedImage corners(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        fill(brush, TOP_LEFT, 0, 0, picture);
        fill(brush, TOP_RIGHT, width / 2, 0, picture);
        fill(brush, BOTTOM_LEFT, 0, height / 2, picture);
        fill(brush, BOTTOM_RIGHT, width / 2, height / 2, picture);
        brush.dispose();
        return picture;
    }

    /** Grain, which no format packs well. */
    static BufferedImage grain(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random chance = new Random(SEED);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, chance.nextInt());
            }
        }
        return picture;
    }

    static byte[] written(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, format, file);
        return file.toByteArray();
    }

    static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** A JPEG file with the notes of a camera: how it was held, and where. */
    static byte[] noted(byte[] jpeg, int orientation) {
        byte[] exif = HexFormat.of()
                .parseHex("457869660000" + "4d4d002a00000008" + "0002" + "011200030000000100"
                        + HexFormat.of().toHexDigits((byte) orientation)
                        + "0000" + "8825000400000001" + "00000026" + "00000000" + "0001"
                        + "000200050000000300000038" + "00000000"
                        + "0000003000000001000000150000000100000000000000 01".replace(" ", ""));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        segment(file, 0xE1, exif);
        segment(
                file,
                0xE1,
                "http://ns.adobe.com/xap/1.0/\0<GPSLatitude>48,0N</GPSLatitude>".getBytes(StandardCharsets.ISO_8859_1));
        segment(file, 0xFE, "taken at 48N".getBytes(StandardCharsets.ISO_8859_1));
        file.write(jpeg, 2, jpeg.length - 2);
        file.writeBytes("ftypmp42 a film at 48N".getBytes(StandardCharsets.ISO_8859_1));
        return file.toByteArray();
    }

    /** A PNG file with a chunk put before its pixels. */
    static byte[] withChunk(byte[] png, String type, String content) {
        int afterHeader = 33;
        byte[] named = (type + content).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(named);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, afterHeader);
        file.writeBytes(number(content.length()));
        file.writeBytes(named);
        file.writeBytes(number((int) checksum.getValue()));
        file.write(png, afterHeader, png.length - afterHeader);
        return file.toByteArray();
    }

    private static byte[] number(int value) {
        return HexFormat.of().parseHex(HexFormat.of().toHexDigits(value));
    }

    private static void segment(ByteArrayOutputStream file, int marker, byte[] content) {
        file.write(0xFF);
        file.write(marker);
        file.write(content.length + 2 >> 8);
        file.write(content.length + 2);
        file.writeBytes(content);
    }

    private static void fill(Graphics2D brush, Color colour, int x, int y, BufferedImage picture) {
        brush.setColor(colour);
        brush.fillRect(x, y, picture.getWidth(), picture.getHeight());
    }
}
