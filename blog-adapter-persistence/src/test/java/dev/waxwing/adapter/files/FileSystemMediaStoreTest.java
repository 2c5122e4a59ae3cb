package dev.waxwing.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.contract.MediaStoreContract;
import dev.waxwing.application.media.ImageProcessor;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.application.shared.Room;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.MediaAddress.Size;
import dev.waxwing.domain.media.Rendition;
import dev.waxwing.domain.shared.BlogException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileSystemMediaStoreTest implements MediaStoreContract {
    @TempDir
    private Path folder;

    @TempDir
    private Path renditions;

    private final Pictures pictures = new Pictures();
    private MediaStore media;

    /** Stands for the program that opens pictures: these here are too broken for a real one. */
    private static final class Pictures implements ImageProcessor {
        private UnaryOperator<byte[]> clean = UnaryOperator.identity();
        private int shrunk;

        @Override
        public byte[] clean(byte[] picture) {
            return clean.apply(picture);
        }

        @Override
        public Optional<byte[]> shrink(byte[] picture, int width) {
            shrunk++;
            return width == 320 ? Optional.of("320".getBytes(StandardCharsets.UTF_8)) : Optional.empty();
        }
    }

    @BeforeEach
    void open() {
        media = new FileSystemMediaStore(folder, renditions, FreeSpace.PLENTY, pictures);
    }

    @Test
    void a_picture_for_which_there_is_no_room_is_refused_for_now_and_leaves_nothing_behind() throws IOException {
        Room room = new Room(1_000);
        MediaStore crowded =
                new FileSystemMediaStore(folder, renditions, FreeSpace.PLENTY, pictures, room, Duration.ZERO);
        byte[] picture = written("png");

        int taken = room.take(1_000, Duration.ZERO);
        assertThatThrownBy(() -> crowded.store(new ByteArrayInputStream(picture)))
                .isInstanceOf(BlogException.Unavailable.class);
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }

        room.giveBack(taken);
        assertThat(crowded.find(crowded.store(new ByteArrayInputStream(picture))))
                .isPresent();
        assertThat(room.tryTake(1_000)).as("what was taken is given back").isTrue();
    }

    @Test
    void readers_get_the_picture_itself_while_there_is_no_room_to_make_it_smaller() throws IOException {
        Room room = new Room(1_000);
        MediaStore crowded =
                new FileSystemMediaStore(folder, renditions, FreeSpace.PLENTY, pictures, room, Duration.ZERO);
        byte[] picture = MediaStoreContract.png(1_000, 500);
        Rendition small = new Rendition(stored(picture), 320);

        int taken = room.take(1_000, Duration.ZERO);
        assertThat(crowded.find(small).orElseThrow().size()).isEqualTo(picture.length);
        assertThat(pictures.shrunk).isZero();

        room.giveBack(taken);
        assertThat(crowded.find(small).orElseThrow().size()).isEqualTo(3);
    }

    @Override
    public MediaStore media() {
        return media;
    }

    static Stream<Arguments> pictures() throws IOException {
        return Stream.of(
                Arguments.of("png by a library", written("png"), "png", 13, 7),
                Arguments.of("jpg by a library", written("jpg"), "jpg", 13, 7),
                Arguments.of("gif by a library", written("gif"), "gif", 13, 7),
                Arguments.of(
                        "jpg of a turned camera, big-endian",
                        turned("MM", "002a00000008000101120003000000010006"),
                        "jpg",
                        7,
                        13),
                Arguments.of(
                        "jpg of a turned camera, little-endian",
                        turned("II", "2a0008000000010012010300010000000800"),
                        "jpg",
                        7,
                        13),
                Arguments.of(
                        "jpg of a camera held straight",
                        turned("MM", "002a00000008000101120003000000010001"),
                        "jpg",
                        13,
                        7),
                Arguments.of(
                        "jpg with nonsense for Exif",
                        turned("MM", "002affffffff000101120003000000010006"),
                        "jpg",
                        13,
                        7),
                Arguments.of("lossy webp", webp("565038200a000000300100 9d012a e1032a02"), "webp", 993, 554),
                Arguments.of("lossless webp", webp("5650384c0a000000 2f 63c00700"), "webp", 100, 32),
                Arguments.of("extended webp", webp("565038580a00000010000000 8f0100 2b0100"), "webp", 400, 300),
                Arguments.of("avif", avif(""), "avif", 1200, 800),
                Arguments.of("turned avif", avif("000000096972 6f74 01"), "avif", 800, 1200));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void a_picture_tells_its_size(String name, byte[] picture, String extension, int width, int height) {
        MediaAddress address = stored(picture);

        assertThat(address.extension()).isEqualTo(extension);
        assertThat(address.size()).contains(new Size(width, height));
        assertThat(media.find(address).orElseThrow().type()).startsWith("image/");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void a_picture_that_ends_within_its_headers_is_refused(
            String name, byte[] picture, String extension, int width, int height) {
        int headers = name.contains("library") ? 10 : picture.length - 1;
        for (int length = 0; length < headers; length++) {
            byte[] part = Arrays.copyOf(picture, length);
            assertThatThrownBy(() -> stored(part))
                    .as("%s of %d bytes", name, length)
                    .isInstanceOf(BlogException.Invalid.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void a_picture_with_any_damage_is_kept_or_refused_and_nothing_else(
            String name, byte[] picture, String extension, int width, int height) {
        long seed = 20_260_301;
        Random chance = new Random(seed);
        for (int round = 0; round < 100; round++) {
            byte[] damaged = picture.clone();
            for (int hit = 0; hit <= round % 5; hit++) {
                damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt();
            }
            try {
                assertThat(media.find(stored(damaged)))
                        .as("%s, seed %d, round %d", name, seed, round)
                        .isPresent();
            } catch (BlogException.Invalid refused) {
                assertThat(refused.field()).isEqualTo("media");
            }
        }
    }

    static Stream<Arguments> otherFiles() {
        return Stream.of(
                Arguments.of(bytes("%PDF-1.7\n"), "pdf", "application/pdf"),
                Arguments.of(hex("0000001866747970 6d703432 00000000 69736f6d 6d703432"), "mp4", "video/mp4"),
                Arguments.of(hex("1a45dfa39f4286810142f7810142f2810442f381084282847765626d"), "webm", "video/webm"),
                Arguments.of(bytes("ID3\u0004\u0000\u0000"), "mp3", "audio/mpeg"),
                Arguments.of(hex("fffb9064000000"), "mp3", "audio/mpeg"),
                Arguments.of(bytes("OggS\u0000\u0002\u0001vorbis"), "ogg", "audio/ogg"),
                Arguments.of(bytes("OggS\u0000\u0002\u0080theora"), "ogv", "video/ogg"),
                Arguments.of(bytes("fLaC\u0000"), "flac", "audio/flac"),
                Arguments.of(bytes("RIFF\u0000\u0000\u0000\u0000WAVEfmt "), "wav", "audio/wav"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("otherFiles")
    void sound_film_and_papers_are_kept(byte[] file, String extension, String type) {
        MediaAddress address = stored(file);

        assertThat(address.extension()).isEqualTo(extension);
        assertThat(address.size()).isEmpty();
        assertThat(media.find(address).orElseThrow().type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><svg/>",
                "<html><img src=x onerror=alert(1)>",
                "MZ\u0090\u0000\u0003",
                "\u007fELF\u0002\u0001",
                "PK\u0003\u0004",
                "\u00ca\u00fe\u00ba\u00be\u0000\u0000",
                "<?php system($_GET['x']);",
                "\u00ff\u00fe<\u0000h\u0000t\u0000m\u0000l\u0000",
                "RIFF\u0000\u0000\u0000\u0000AVI ",
                "\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000heicmif1",
                "\u001aE\u00df\u00a3matroska"
            })
    void what_a_browser_or_a_machine_would_run_is_refused(String file) {
        assertThatThrownBy(() -> stored(bytes(file))).isInstanceOf(BlogException.Invalid.class);
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void a_refused_svg_says_what_to_do() {
        assertThatThrownBy(() -> stored(bytes("<svg/>"))).hasMessageContaining("save it as PNG");
    }

    @Test
    void pictures_beyond_all_reason_are_refused() throws IOException {
        assertThat(stored(MediaStoreContract.png(30_000, 3_333)).size()).isPresent();
        for (byte[] picture : List.of(
                MediaStoreContract.png(30_001, 1),
                MediaStoreContract.png(1, 30_001),
                MediaStoreContract.png(10_001, 10_000),
                MediaStoreContract.png(0, 5),
                MediaStoreContract.png(-5, 5))) {
            assertThatThrownBy(() -> stored(picture)).isInstanceOf(BlogException.Invalid.class);
        }
    }

    @Test
    void a_file_of_20_mebibytes_is_kept_and_one_byte_more_is_not() throws IOException {
        byte[] largest = Arrays.copyOf(MediaStoreContract.png(5, 5), 20 << 20);

        assertThat(media.find(stored(largest)).orElseThrow().size()).isEqualTo(20 << 20);
        assertThatThrownBy(() -> stored(Arrays.copyOf(largest, largest.length + 1)))
                .isInstanceOf(BlogException.Invalid.class);
    }

    @Test
    void a_stream_without_end_is_not_read_to_its_end() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatThrownBy(() -> media.store(endless)).isInstanceOf(BlogException.Invalid.class);
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void a_stream_that_fails_leaves_nothing_behind() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> media.store(failing)).isInstanceOf(BlogException.Unavailable.class);
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void a_file_that_lost_its_end_is_mended_by_storing_it_again() throws IOException {
        byte[] picture = MediaStoreContract.png(9, 9);
        MediaAddress address = stored(picture);
        Files.write(filesIn(folder).get(0), new byte[] {1});

        stored(picture);

        assertThat(media.find(address).orElseThrow().size()).isEqualTo(picture.length);
    }

    @Test
    void so_is_one_of_which_a_byte_has_changed() throws IOException {
        byte[] picture = MediaStoreContract.png(9, 9);
        MediaAddress address = stored(picture);
        byte[] damaged = picture.clone();
        damaged[picture.length - 1] ^= 1;
        Files.write(filesIn(folder).get(0), damaged);

        stored(picture);

        assertThat(media.find(address).orElseThrow().isWhole()).isTrue();
    }

    @Test
    void only_files_of_the_store_are_found() throws IOException {
        Path secret = Files.writeString(folder.resolveSibling("secret"), "secret");
        MediaAddress address = new MediaAddress("/media/" + "a".repeat(32) + "-1x1.png");
        Files.createDirectories(folder.resolve("aa"));
        Files.createSymbolicLink(folder.resolve("aa").resolve(address.fileName()), secret);

        assertThat(media.find(address)).isEmpty();
        Files.delete(secret);
    }

    @Test
    void what_a_process_left_half_written_is_removed_a_day_later() throws IOException {
        Path old = Files.writeString(folder.resolve(".incoming/old"), "half");
        Path young = Files.writeString(folder.resolve(".incoming/young"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(100_000)));

        new FileSystemMediaStore(folder, renditions, FreeSpace.PLENTY, pictures);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void many_may_store_one_picture_at_once() throws Exception {
        byte[] picture = MediaStoreContract.png(17, 17);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<MediaAddress>> stores = threads.invokeAll(IntStream.range(0, 64)
                    .<Callable<MediaAddress>>mapToObj(n -> () -> stored(picture))
                    .toList());
            for (Future<MediaAddress> store : stores) {
                assertThat(store.get()).isEqualTo(stores.get(0).get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(filesIn(folder)).hasSize(1);
    }

    @Test
    void a_rendition_is_made_once_and_kept() throws IOException {
        Rendition small = new Rendition(stored(MediaStoreContract.png(1_000, 500)), 320);

        StoredMedia first = media.find(small).orElseThrow();
        StoredMedia again = new FileSystemMediaStore(folder, renditions, FreeSpace.PLENTY, pictures)
                .find(small)
                .orElseThrow();

        assertThat(read(first))
                .isEqualTo("320".getBytes(StandardCharsets.UTF_8))
                .isEqualTo(read(again));
        assertThat(first.type()).isEqualTo("image/png");
        assertThat(pictures.shrunk).isEqualTo(1);
    }

    @Test
    void where_a_rendition_is_no_better_the_picture_is_given_and_nobody_tries_again() throws IOException {
        byte[] picture = MediaStoreContract.png(1_000, 500);
        Rendition wide = new Rendition(stored(picture), 960);

        assertThat(read(media.find(wide).orElseThrow())).isEqualTo(picture);
        assertThat(read(media.find(wide).orElseThrow())).isEqualTo(picture);
        assertThat(pictures.shrunk).isEqualTo(1);
    }

    @Test
    void a_rendition_of_nothing_is_nothing() {
        assertThat(media.find(new Rendition(new MediaAddress("/media/" + "0".repeat(32) + "-1000x500.jpg"), 320)))
                .isEmpty();
        assertThat(pictures.shrunk).isZero();
    }

    @Test
    void where_renditions_cannot_be_kept_the_picture_is_given() throws IOException {
        byte[] picture = MediaStoreContract.png(1_000, 500);
        Rendition small = new Rendition(stored(picture), 320);
        Path file = Files.writeString(renditions.resolve("file"), "");

        MediaStore other = new FileSystemMediaStore(folder, file, FreeSpace.PLENTY, pictures);

        assertThat(read(other.find(small).orElseThrow())).isEqualTo(picture);
    }

    @Test
    void a_picture_is_kept_as_it_is_when_it_was_cleaned() throws IOException {
        byte[] noted = Arrays.copyOf(MediaStoreContract.png(20, 10), 200);
        pictures.clean = picture -> Arrays.copyOf(picture, 57);

        MediaAddress address = stored(noted);

        assertThat(media.find(address).orElseThrow().size()).isEqualTo(57);
        assertThat(stored(MediaStoreContract.png(20, 10))).isEqualTo(address);
    }

    @Test
    void a_picture_that_cannot_be_cleaned_leaves_nothing_behind() {
        pictures.clean = picture -> {
            throw new BlogException.Invalid("media", "The picture is broken");
        };

        assertThatThrownBy(() -> stored(MediaStoreContract.png(20, 10))).isInstanceOf(BlogException.Invalid.class);
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_made_is_said() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(
                        () -> new FileSystemMediaStore(file.resolve("media"), renditions, FreeSpace.PLENTY, pictures))
                .isInstanceOf(BlogException.Unavailable.class);
    }

    private MediaAddress stored(byte[] file) {
        return media.store(new ByteArrayInputStream(file));
    }

    private static byte[] read(StoredMedia file) throws IOException {
        try (InputStream content = file.content().open(0)) {
            return content.readAllBytes();
        }
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] written(String format) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(13, 7, BufferedImage.TYPE_INT_RGB), format, picture);
        return picture.toByteArray();
    }

    /** The headers of a JPEG picture, with an Exif segment of this byte order and directory. */
    private static byte[] turned(String order, String directory) {
        byte[] exif = joined(bytes("Exif\0\0" + order), hex(directory), hex("0000 00000000"));
        return joined(
                hex("ffd8ffe1"),
                hex("%04x".formatted(exif.length + 2)),
                exif,
                hex("ffc0 0011 08 0007 000d 03 011100 021101 031101 ff"));
    }

    private static byte[] webp(String chunk) {
        return joined(bytes("RIFF\0\0\0\0WEBP"), hex(chunk), new byte[1]);
    }

    /** An AVIF picture of 1200 x 800 beside a smaller one, and perhaps one more property of the first. */
    private static byte[] avif(String property) {
        byte[] more = hex(property);
        byte[] ipco = box(
                "ipco",
                box("ispe", hex("00000000 00000064 00000064")),
                box("ispe", hex("00000000 000004b0 00000320")),
                more);
        byte[] ipma = box("ipma", hex("00000000 00000002 0001 01 01 0002 02 82 03"));
        byte[] pitm = box("pitm", hex("00000000 0002"));
        return joined(
                box("ftyp", bytes("avif\0\0\0\0avifmif1miaf")),
                box("meta", hex("00000000"), pitm, box("iprp", ipco, ipma)),
                new byte[1]);
    }

    private static byte[] box(String name, byte[]... content) {
        byte[] inside = joined(content);
        return joined(hex("%08x".formatted(inside.length + 8)), bytes(name), inside);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
