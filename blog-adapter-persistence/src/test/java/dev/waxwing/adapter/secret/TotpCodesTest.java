package dev.waxwing.adapter.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TotpCodesTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final TotpCodes codes = new TotpCodes();

    /** RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_standard(long second, String expected) {
        assertThat(TotpCodes.code(SECRET, second / 30, 8)).isEqualTo(expected);
        assertThat(codes.step(KEY, expected.substring(2), Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base_32_is_that_of_the_standard(String text, String encoded) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(Base32.encode(bytes)).isEqualTo(encoded);
        assertThat(Base32.decode(encoded.toLowerCase(Locale.ROOT))).isEqualTo(bytes);
    }

    @Test
    void a_clock_may_be_off_by_one_step_and_no_more() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String code = TotpCodes.code(SECRET, now.getEpochSecond() / 30, 6);

        assertThat(codes.step(KEY, code, now.minusSeconds(30))).isPresent();
        assertThat(codes.step(KEY, code, now.plusSeconds(30))).isPresent();
        assertThat(codes.step(KEY, code, now.minusSeconds(60))).isEmpty();
        assertThat(codes.step(KEY, code, now.plusSeconds(60))).isEmpty();
    }

    @Test
    void what_is_no_key_or_no_code_gives_nothing() {
        Instant now = Instant.ofEpochSecond(59);

        assertThat(codes.step("", "287082", now)).isEmpty();
        assertThat(codes.step("not base 32!", "287082", now)).isEmpty();
        assertThat(codes.step(KEY, "", now)).isEmpty();
        assertThat(codes.step(KEY, "94287082", now)).isEmpty();
        assertThat(codes.step(KEY, "٢٨٧٠٨٢", now)).isEmpty();
    }

    @Test
    void keys_have_160_bits() {
        assertThat(codes.newKey()).hasSize(32).isNotEqualTo(codes.newKey());
        assertThat(Base32.decode(codes.newKey())).hasSize(20);
    }
}
