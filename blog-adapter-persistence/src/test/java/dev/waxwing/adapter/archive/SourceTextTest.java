package dev.waxwing.adapter.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceTextTest {

    @Test
    void a_byte_order_mark_is_no_text() throws UnreadableFile {
        assertThat(SourceText.decode("\uFEFFHello".getBytes(UTF_8)).text()).isEqualTo("Hello");
        assertThat(SourceText.decode("\uFEFFHellö".getBytes(UTF_16LE)).text()).isEqualTo("Hellö");
    }

    @Test
    void lines_end_as_they_do_everywhere_else() throws UnreadableFile {
        assertThat(SourceText.decode("a\r\nb\rc\n".getBytes(UTF_8)))
                .returns("a\nb\nc\n", SourceText::text)
                .returns(java.util.List.of(), SourceText::remarks);
    }

    @Test
    void control_characters_are_dropped_and_told() throws UnreadableFile {
        SourceText text = SourceText.decode("one\ntw\u0008o\n\tthree\u007F\u0000\uFFFE\n".getBytes(UTF_8));

        assertThat(text.text()).isEqualTo("one\ntwo\n\tthree\n");
        assertThat(text.remarks()).containsExactly(new Remark(2, "4 control character(s) dropped"));
    }

    @Test
    void a_text_in_another_encoding_is_refused_with_its_line() {
        UnreadableFile refusal = catchThrowableOfType(
                UnreadableFile.class, () -> SourceText.decode("one\ntwo\ncafé\n".getBytes(ISO_8859_1)));

        assertThat(refusal).returns(3, UnreadableFile::line).returns("not UTF-8: byte 0xE9", UnreadableFile::reason);
    }

    @Test
    void a_file_that_is_no_text_is_refused() {
        byte[] bytes = new byte[500];
        bytes[0] = 'P';

        UnreadableFile refusal = catchThrowableOfType(UnreadableFile.class, () -> SourceText.decode(bytes));

        assertThat(refusal.reason()).isEqualTo("not text: 499 control characters");
    }

    @Test
    void everything_else_stays_letter_for_letter() throws UnreadableFile {
        String text = "a\u00A0b\u00ADc\u200Bd \u202Bעברית\u202C e\u0301 🎉\tx";

        assertThat(SourceText.decode(text.getBytes(UTF_8)).text()).isEqualTo(text);
    }
}
