package dev.waxwing.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.media.MediaAddress.Size;
import dev.waxwing.domain.shared.BlogException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaAddressTest {
    private static final String HASH = "0123456789abcdef0123456789abcdef";
    private static final String SHA256 = HASH + "fedcba9876543210fedcba9876543210";

    @Test
    void a_picture_says_its_size() {
        MediaAddress picture = MediaAddress.ofPicture(SHA256, new Size(1200, 800), "jpg");

        assertThat(picture).hasToString("/media/" + HASH + "-1200x800.jpg");
        assertThat(picture.size()).contains(new Size(1200, 800));
        assertThat(picture.extension()).isEqualTo("jpg");
        assertThat(picture.fileName()).isEqualTo(HASH + "-1200x800.jpg");
    }

    @Test
    void another_file_has_none() {
        MediaAddress file = MediaAddress.ofFile(SHA256, "pdf");

        assertThat(file).hasToString("/media/" + HASH + ".pdf");
        assertThat(file.size()).isEmpty();
        assertThat(file.extension()).isEqualTo("pdf");
        assertThat(file.fileName()).isEqualTo(HASH + ".pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/media/",
                "/media/0123456789abcdef0123456789abcde.png",
                "/media/0123456789abcdef0123456789abcdef0.png",
                "/media/0123456789ABCDEF0123456789ABCDEF.png",
                "/media/0123456789abcdef0123456789abcdef",
                "/media/0123456789abcdef0123456789abcdef.",
                "/media/0123456789abcdef0123456789abcdef.JPG",
                "/media/0123456789abcdef0123456789abcdef.toolong",
                "/media/0123456789abcdef0123456789abcdef-0x8.png",
                "/media/0123456789abcdef0123456789abcdef-8x0.png",
                "/media/0123456789abcdef0123456789abcdef-08x8.png",
                "/media/0123456789abcdef0123456789abcdef-100000x1.png",
                "/media/0123456789abcdef0123456789abcdef-8.png",
                "/media/../0123456789abcdef0123456789abcdef.png",
                "https://example.org/media/0123456789abcdef0123456789abcdef.png"
            })
    void anything_else_is_refused(String address) {
        assertThat(MediaAddress.matches(address)).isFalse();
        assertThatThrownBy(() -> new MediaAddress(address))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("media"))
                .hasMessage("'%s' is not the address of a stored file", address);
    }

    @Test
    void what_matches_is_accepted() {
        assertThat(MediaAddress.matches("/media/" + HASH + "-99999x1.webp")).isTrue();
        assertThat(new MediaAddress("/media/" + HASH + "-99999x1.webp").size()).contains(new Size(99999, 1));
    }
}
