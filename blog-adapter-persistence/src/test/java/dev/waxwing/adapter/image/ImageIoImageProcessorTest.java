package dev.waxwing.adapter.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageIoImageProcessorTest {
    private static final long SEED = Long.getLong("waxwing.seed", 20_260_302L);

    private final ImageIoImageProcessor pictures = new ImageIoImageProcessor();

    @Test
    void what_a_program_noted_in_a_gif_is_gone() throws IOException {
        byte[] picture = Photos.written(Photos.corners(8, 6), "gif");
        ByteArrayOutputStream noted = new ByteArrayOutputStream();
        int colours = 13 + (3 << (picture[10] & 7) + 1);
        noted.write(picture, 0, colours);
        noted.writeBytes(latin("!\u00FE\u0005place\u0000"));
        noted.writeBytes(latin("!\u00FF\u000BXMP DataXMP\u0005place\u0000"));
        noted.writeBytes(latin("!\u00FF\u000BNETSCAPE2.0\u0003\u0001\u0000\u0000\u0000"));
        noted.write(picture, colours, picture.length - colours);
        noted.writeBytes(latin("place"));

        byte[] clean = pictures.clean(noted.toByteArray());

        assertThat(new String(clean, ISO_8859_1)).doesNotContain("place").contains("NETSCAPE2.0");
        assertThat(Photos.read(clean).getRGB(0, 0))
                .isEqualTo(Photos.read(picture).getRGB(0, 0));
        assertThat(pictures.clean(picture)).isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void what_was_noted_in_an_avif_is_empty(int construction) {
        byte[] notes = box("infe", "\u0002\0\0\0\0\u0001\0\0Exif\0");
        byte[] drawn = box("infe", "\u0002\0\0\0\0\u0002\0\0av01\0");
        byte[] infos = box("iinf", "\0\0\0\0\0\u0002" + new String(notes, ISO_8859_1) + new String(drawn, ISO_8859_1));
        byte[] inside = box("idat", "place!");
        byte[] kind = box("ftyp", "avif\0\0\0\0");
        int places = 8 + 4 + 2 + 2 + 2 * 16;
        int behind = kind.length + 12 + infos.length + places + inside.length + 8;
        String first = construction == 1 ? "\0\0\0\0\0\0\0\u0005" : "\0\0\0%c\0\0\0\u0005".formatted(behind);
        String second = "\0\0\0%c\0\0\0\u0005".formatted(behind + 5);
        byte[] where = box(
                "iloc",
                "\u0001\0\0\0\u0044\0\0\u0002\0\u0001\0%c\0\0\0\u0001%s\0\u0002\0\0\0\0\0\u0001%s"
                        .formatted(construction, first, second));
        byte[] meta = box("meta", "\0\0\0\0" + text(infos) + text(where) + text(inside));
        byte[] picture = latin(text(kind) + text(meta) + text(box("mdat", "placepixel")));

        String clean = text(pictures.clean(picture));

        assertThat(where).hasSize(places);
        assertThat(clean).hasSize(picture.length);
        assertThat(clean.contains("place!")).isEqualTo(construction == 0);
        assertThat(clean.contains("placepixel")).isEqualTo(construction == 1);
        assertThat(clean).contains(construction == 0 ? "\0\0\0\0\0pixel" : "\0\0\0\0\0!");
    }

    @Test
    void boxes_in_boxes_in_boxes_are_read_no_deeper_than_an_item_stands() {
        byte[] deep = latin(text(box("ftyp", "avif\0\0\0\0")) + "\0\0\0\0meta\0\0\0\0".repeat(50_000));

        assertThat(pictures.clean(deep)).isEqualTo(deep);
    }

    private static byte[] box(String type, String content) {
        return latin("\0\0\0%c%s%s".formatted(8 + content.length(), type, content));
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothing_is_left_of_where_a_photo_was_taken(int orientation) throws IOException {
        byte[] clean = pictures.clean(Photos.noted(Photos.written(Photos.corners(160, 120), "jpg"), orientation));

        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS", "48N", "ftyp");
    }

    @Test
    void the_pixels_of_a_photo_that_was_held_straight_stay_as_they_are() throws IOException {
        byte[] taken = Photos.written(Photos.corners(160, 120), "jpg");

        assertThat(pictures.clean(Photos.noted(taken, 1))).isEqualTo(taken);
        assertThat(pictures.clean(taken)).isEqualTo(taken);
    }

    /** The corner that each orientation puts where: Exif 2.32, section 4.6.4.A. */
    @ParameterizedTest
    @CsvSource({
        "2, GREEN, RED, YELLOW, BLUE",
        "3, YELLOW, BLUE, GREEN, RED",
        "4, BLUE, YELLOW, RED, GREEN",
        "5, RED, BLUE, GREEN, YELLOW",
        "6, BLUE, RED, YELLOW, GREEN",
        "7, YELLOW, GREEN, BLUE, RED",
        "8, GREEN, YELLOW, RED, BLUE"
    })
    void a_photo_that_was_held_otherwise_is_turned(
            int orientation, String topLeft, String topRight, String bottomLeft, String bottomRight)
            throws IOException {
        byte[] taken = Photos.noted(Photos.written(Photos.corners(960, 640), "jpg"), orientation);

        for (byte[] shown :
                new byte[][] {pictures.clean(taken), pictures.shrink(taken, 320).orElseThrow()}) {
            BufferedImage upright = Photos.read(shown);
            int right = upright.getWidth() - 20;
            int bottom = upright.getHeight() - 20;
            assertThat(upright.getWidth() > upright.getHeight()).isEqualTo(orientation < 5);
            assertThat(nameOf(upright.getRGB(20, 20))).isEqualTo(topLeft);
            assertThat(nameOf(upright.getRGB(right, 20))).isEqualTo(topRight);
            assertThat(nameOf(upright.getRGB(20, bottom))).isEqualTo(bottomLeft);
            assertThat(nameOf(upright.getRGB(right, bottom))).isEqualTo(bottomRight);
        }
    }

    @Test
    void a_photo_that_cannot_be_turned_keeps_the_one_note_that_a_viewer_needs() throws IOException {
        byte[] whole = Photos.noted(Photos.written(Photos.corners(64, 64), "jpg"), 6);
        byte[] unreadable = replaced(whole, "ffc00011080040", "ffc00011070040");

        byte[] clean = pictures.clean(unreadable);

        assertThat(JpegFile.read(clean).orientation()).isEqualTo(6);
        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("48N");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"})
    void what_a_program_noted_in_a_png_is_gone(String chunk) throws IOException {
        byte[] drawn = Photos.written(Photos.corners(40, 30), "png");

        assertThat(pictures.clean(Photos.withChunk(drawn, chunk, "Comment\0taken at 48N")))
                .isEqualTo(drawn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gAMA", "iCCP", "tRNS", "acTL"})
    void what_a_png_needs_to_be_shown_stays(String chunk) throws IOException {
        byte[] drawn = Photos.withChunk(Photos.written(Photos.corners(40, 30), "png"), chunk, "12345678");

        assertThat(pictures.clean(drawn)).isEqualTo(drawn);
    }

    @Test
    void what_lies_behind_the_end_of_a_png_is_gone() throws IOException {
        byte[] drawn = Photos.written(Photos.corners(40, 30), "png");

        assertThat(pictures.clean(Arrays.copyOf(drawn, drawn.length + 1_000))).isEqualTo(drawn);
    }

    @Test
    void what_was_noted_in_a_webp_is_gone() {
        String image = "56503858" + "0a000000" + "0c000000" + "0f00000f0000" + "56503820" + "03000000" + "01020300";
        String notes = "45584946" + "04000000" + "34384e2e" + "584d5020" + "01000000" + "3c00";
        byte[] noted = HexFormat.of().parseHex("52494646" + "40000000" + "57454250" + image + notes);

        assertThat(HexFormat.of().formatHex(pictures.clean(noted)))
                .isEqualTo("52494646" + "22000000" + "57454250" + image.replace("0a0000000c", "0a00000000"));
    }

    @ParameterizedTest
    @CsvSource({"jpg, 320, 240", "jpg, 640, 480", "png, 320, 240"})
    void a_picture_is_made_smaller_in_its_proportions(String format, int width, int height) throws IOException {
        byte[] small = pictures.shrink(Photos.written(Photos.grain(1_000, 750), format), width)
                .orElseThrow();

        assertThat(Photos.read(small).getWidth()).isEqualTo(width);
        assertThat(Photos.read(small).getHeight()).isEqualTo(height);
        assertThat(JpegFile.is(small)).isEqualTo(format.equals("jpg"));
    }

    @Test
    void what_can_be_seen_through_stays_so() throws IOException {
        BufferedImage glass = new BufferedImage(800, 800, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = glass.createGraphics();
        brush.drawImage(Photos.grain(400, 800), 0, 0, null);
        brush.dispose();

        BufferedImage small =
                Photos.read(pictures.shrink(Photos.written(glass, "png"), 320).orElseThrow());

        assertThat(small.getRGB(300, 100) >>> 24).isZero();
        assertThat(small.getRGB(50, 100) >>> 24).isEqualTo(255);
    }

    @Test
    void a_picture_is_never_enlarged_and_never_made_heavier() throws IOException {
        assertThat(pictures.shrink(Photos.written(Photos.corners(320, 240), "jpg"), 320))
                .isEmpty();
        assertThat(pictures.shrink(Photos.written(Photos.corners(300, 240), "png"), 320))
                .isEmpty();
        assertThat(pictures.shrink(Photos.written(blackAndWhite(1_000), "png"), 960))
                .isEmpty();
    }

    @Test
    void a_picture_that_moves_is_shown_as_it_is() throws IOException {
        byte[] moving = Photos.withChunk(Photos.written(Photos.grain(800, 600), "png"), "acTL", "\0\0\0\1\0\0\0\0");

        assertThat(pictures.shrink(moving, 320)).isEmpty();
        assertThat(pictures.shrink("GIF89a".getBytes(StandardCharsets.ISO_8859_1), 320))
                .isEmpty();
    }

    @Test
    void a_picture_of_many_pixels_is_made_smaller_within_little_room() throws IOException {
        byte[] large = Photos.written(Photos.corners(6_000, 3_000), "jpg");

        BufferedImage small = Photos.read(pictures.shrink(large, 1_920).orElseThrow());

        assertThat(small.getWidth()).isEqualTo(1_920);
        assertThat(nameOf(small.getRGB(1_900, 900))).isEqualTo("YELLOW");
    }

    @Test
    void a_picture_of_a_hundred_walks_is_refused() throws IOException {
        byte[] picture = Photos.written(Photos.corners(64, 64), "jpg");
        ByteArrayOutputStream walks = new ByteArrayOutputStream();
        walks.write(picture, 0, picture.length - 2);
        for (int i = 0; i < 101; i++) {
            walks.writeBytes(HexFormat.of().parseHex("ffda0008010100003f00"));
        }

        assertThatThrownBy(() -> pictures.clean(walks.toByteArray())).isInstanceOf(BlogException.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffd8ff", "ffd8ffe1", "ffd8ffe10000", "ffd8ffd9", "ffd8ffe1ffff45786966"})
    void what_only_begins_like_a_picture_is_refused(String beginning) {
        assertThatThrownBy(() -> pictures.clean(HexFormat.of().parseHex(beginning)))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageContaining("broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void whatever_is_broken_in_a_file_nothing_worse_happens_than_a_refusal(String format) throws IOException {
        byte[] whole = Photos.written(Photos.corners(200, 150), format);
        whole = format.equals("jpg") ? Photos.noted(whole, 6) : Photos.withChunk(whole, "eXIf", "MM");
        Random chance = new Random(SEED);
        for (int run = 0; run < 100; run++) {
            byte[] broken = run % 3 == 0 ? Arrays.copyOf(whole, chance.nextInt(whole.length)) : whole.clone();
            for (int i = 0; i < run % 7 && broken.length > 30; i++) {
                broken[30 + chance.nextInt(broken.length - 30)] = (byte) chance.nextInt();
            }
            try {
                assertThat(pictures.clean(broken)).hasSizeLessThanOrEqualTo(broken.length + 20_000);
                pictures.shrink(broken, 96);
            } catch (BlogException.Invalid refused) {
                assertThat(refused).hasMessageContaining("broken");
            }
        }
    }

    private static BufferedImage blackAndWhite(int side) {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int i = 0; i < side; i += 2) {
            picture.setRGB(i, i, -1);
        }
        return picture;
    }

    private static byte[] replaced(byte[] file, String what, String by) {
        String hex = HexFormat.of().formatHex(file);
        assertThat(hex).contains(what);
        return HexFormat.of().parseHex(hex.replace(what, by));
    }

    private static String nameOf(int rgb) {
        Color colour = new Color(rgb);
        boolean red = colour.getRed() > 127;
        boolean green = colour.getGreen() > 127;
        return red && green ? "YELLOW" : red ? "RED" : green ? "GREEN" : "BLUE";
    }
}
