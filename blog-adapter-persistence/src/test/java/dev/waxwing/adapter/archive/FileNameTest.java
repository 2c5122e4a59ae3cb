package dev.waxwing.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "2015-04-03-hello-world, 2015-04-03, hello-world",
        "2017-2-5-without-zeroes, 2017-02-05, without-zeroes",
        "2014_03_04_underscores, 2014-03-04, underscores",
        "20190304-compact, 2019-03-04, compact",
        "2018-10-12-trailing-dots.., 2018-10-12, trailing-dots..",
        "2018-02-02, 2018-02-02, 2018-02-02",
        "2015-04-00-day-zero, , day-zero",
        "2015-13-01-month-thirteen, , month-thirteen",
        "160508-six-digits, , 160508-six-digits",
        "hello, , hello",
        "Rust-1.12, , Rust-1.12",
    })
    void a_date_in_front_is_told_from_the_words(String name, @Nullable LocalDate date, String words) {
        assertThat(FileName.of(name)).isEqualTo(new FileName(name, date, words));
    }
}
