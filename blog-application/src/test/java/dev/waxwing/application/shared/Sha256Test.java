package dev.waxwing.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Sha256Test {
    /** FIPS 180-4 names it in its examples. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void a_text_has_the_digits_of_the_standard() {
        assertThat(Sha256.of("abc")).isEqualTo(OF_ABC);
        assertThat(Sha256.of("å")).isEqualTo(Sha256.of("å".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_content_may_come_in_parts() {
        assertThat(Sha256.begin()
                        .with(new byte[] {'a', 'b', 'x'}, 2)
                        .with(new byte[] {'c'})
                        .digits())
                .isEqualTo(OF_ABC);
    }
}
