package dev.waxwing.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MediaStore} must do. */
public interface MediaStoreContract {
    MediaStore media();

    @Test
    default void a_stored_picture_is_found_under_an_address_that_tells_its_size() throws IOException {
        byte[] picture = png(640, 480);

        MediaAddress address = media().store(new ByteArrayInputStream(picture));

        assertThat(address.size()).contains(new MediaAddress.Size(640, 480));
        assertThat(address.extension()).isEqualTo("png");
        StoredMedia found = media().find(address).orElseThrow();
        assertThat(found.address()).isEqualTo(address);
        assertThat(found.type()).isEqualTo("image/png");
        assertThat(found.size()).isEqualTo(picture.length);
        assertThat(read(found, 0)).isEqualTo(picture);
    }

    @Test
    default void a_stored_file_is_read_from_any_place_on() throws IOException {
        byte[] picture = png(1, 1);
        StoredMedia found =
                media().find(media().store(new ByteArrayInputStream(picture))).orElseThrow();

        assertThat(read(found, 8)).isEqualTo(Arrays.copyOfRange(picture, 8, picture.length));
        assertThat(read(found, picture.length)).isEmpty();
    }

    @Test
    default void a_removed_file_is_gone_and_can_come_back() throws IOException {
        byte[] picture = png(640, 480);
        MediaAddress address = media().store(new ByteArrayInputStream(picture));

        media().remove(address);
        media().remove(address);

        assertThat(media().find(address)).isEmpty();
        assertThat(media().store(new ByteArrayInputStream(picture))).isEqualTo(address);
        assertThat(media().find(address)).isPresent();
    }

    @Test
    default void one_content_has_one_address() throws IOException {
        MediaAddress first = media().store(new ByteArrayInputStream(png(2, 2)));
        MediaAddress again = media().store(new ByteArrayInputStream(png(2, 2)));
        MediaAddress other = media().store(new ByteArrayInputStream(png(2, 3)));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    default void what_is_examined_is_judged_as_if_it_were_stored_and_is_not_kept() throws IOException {
        MediaAddress examined = media().examine(new ByteArrayInputStream(png(4, 5)));

        assertThat(media().find(examined)).isEmpty();
        assertThat(media().store(new ByteArrayInputStream(png(4, 5)))).isEqualTo(examined);
        assertThatThrownBy(() -> media().examine(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(BlogException.Invalid.class);
    }

    @Test
    default void what_was_never_stored_is_not_found() {
        assertThat(media().find(new MediaAddress("/media/" + "0".repeat(32) + "-1x1.png")))
                .isEmpty();
        assertThat(media().find(new MediaAddress("/media/" + "0".repeat(32) + ".exe")))
                .isEmpty();
    }

    @Test
    default void what_is_no_medium_is_refused() {
        for (String content :
                new String[] {"", "x", "<!doctype html><script>alert(1)</script>", "#!/bin/sh\nrm -rf /"}) {
            assertThatThrownBy(() -> media().store(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))))
                    .as(content)
                    .isInstanceOfSatisfying(
                            BlogException.Invalid.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("media"));
        }
    }

    @Test
    default void the_content_is_closed_whether_it_is_kept_or_refused() throws IOException {
        for (byte[] content : new byte[][] {png(3, 3), {1, 2, 3}}) {
            AtomicBoolean closed = new AtomicBoolean();
            try {
                media().store(new ByteArrayInputStream(content) {
                    @Override
                    public void close() {
                        closed.set(true);
                    }
                });
            } catch (BlogException.Invalid refused) {
                assertThat(content).hasSize(3);
            }
            assertThat(closed).isTrue();
        }
    }

    /** A PNG picture of one colour, as small as it gets. */
    static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeBytes("IHDR");
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 0, 0, 0, 0});
        CRC32 checksum = new CRC32();
        checksum.update(header.toByteArray());
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(picture);
        file.write(HexFormat.of().parseHex("89504e470d0a1a0a0000000d"));
        file.write(header.toByteArray());
        file.writeInt((int) checksum.getValue());
        file.write(HexFormat.of().parseHex("0000000049454e44ae426082"));
        return picture.toByteArray();
    }

    private static byte[] read(StoredMedia media, long offset) throws IOException {
        try (InputStream bytes = media.content().open(offset)) {
            return bytes.readAllBytes();
        }
    }
}
