package dev.waxwing.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.media.MediaAddress.Size;
import dev.waxwing.domain.shared.BlogException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RenditionTest {
    private static final String HASH = "0123456789abcdef0123456789abcdef";
    private static final MediaAddress PICTURE = new MediaAddress("/media/" + HASH + "-1000x750.jpg");

    @Test
    void a_picture_has_the_widths_that_are_smaller_than_itself() {
        assertThat(Rendition.of(PICTURE)).extracting(Rendition::width).containsExactly(320, 640, 960);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-320x9999.jpg", "-100x100.png", "-4000x3000.gif", "-4000x3000.webp", "-4000x3000.avif", ".pdf"})
    void small_pictures_moving_ones_and_other_files_have_none(String rest) {
        MediaAddress file = new MediaAddress("/media/" + HASH + rest);

        assertThat(Rendition.of(file)).isEmpty();
        assertThat(Rendition.srcset(file)).isEmpty();
    }

    @Test
    void its_address_names_the_picture_and_the_width() {
        Rendition small = new Rendition(PICTURE, 320);

        assertThat(small).hasToString("/media/" + HASH + "-1000x750-320w.jpg");
        assertThat(Rendition.at(small.toString())).contains(small);
    }

    @ParameterizedTest
    @CsvSource({"-1000x750.jpg, 240", "-10000x1.png, 1", "-333x1000.jpg, 961"})
    void it_keeps_the_proportions(String rest, int height) {
        assertThat(new Rendition(new MediaAddress("/media/" + HASH + rest), 320).size())
                .isEqualTo(new Size(320, height));
    }

    @Test
    void a_page_offers_all_of_them_and_the_picture_itself() {
        assertThat(Rendition.srcset(PICTURE))
                .isEqualTo("/media/%1$s-1000x750-320w.jpg 320w, /media/%1$s-1000x750-640w.jpg 640w,".formatted(HASH)
                        + " /media/%1$s-1000x750-960w.jpg 960w, /media/%1$s-1000x750.jpg 1000w".formatted(HASH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000x750-321w.jpg",
                "-1000x750-1280w.jpg",
                "-1000x750-0320w.jpg",
                "-1000x750-320w.gif",
                "-1000x750-320.jpg",
                "-1000x750.jpg",
                "-0x750-320w.jpg",
                "-320w.jpg",
                "-1000x750-320w-320w.jpg"
            })
    void no_other_address_is_one_of_a_rendition(String rest) {
        assertThat(Rendition.at("/media/" + HASH + rest)).isEmpty();
    }

    @Test
    void a_picture_is_never_enlarged() {
        assertThatThrownBy(() -> new Rendition(PICTURE, 1_280)).isInstanceOf(BlogException.Invalid.class);
    }
}
