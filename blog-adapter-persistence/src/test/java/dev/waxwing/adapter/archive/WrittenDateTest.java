package dev.waxwing.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenDateTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019-03-04                          | 2019-03-03T15:00:00Z",
                "2019-03-04 05:06:07                 | 2019-03-03T20:06:07Z",
                "2017-11-01 10:20                    | 2017-11-01T01:20:00Z",
                "2017-11-01 10:20 PM                 | 2017-11-01T13:20:00Z",
                "2013-05-06 02:12:52 +0200           | 2013-05-06T00:12:52Z",
                "2013-05-06 02:12:52 +05:30          | 2013-05-05T20:42:52Z",
                "2016-05-05 10:00:00 -5              | 2016-05-05T15:00:00Z",
                "2014-06-01 12:00:00 EST             | 2014-06-01T17:00:00Z",
                "2014-06-01 12:00:00 Europe/Berlin   | 2014-06-01T10:00:00Z",
                "2024-01-01T10:00:00Z                | 2024-01-01T10:00:00Z",
                "2024-01-01T10:00:00.000Z            | 2024-01-01T10:00:00Z",
                "2020-01-01 10:11:12.123456789 +0100 CET | 2020-01-01T09:11:12.123456Z",
                "2023-01-29 18:30:22 2023 -0800      | 2023-01-30T02:30:22Z",
                "2016-1-05                           | 2016-01-04T15:00:00Z",
                "2017-2-5-                           | 2017-02-04T15:00:00Z",
                "2024/03/30                          | 2024-03-29T15:00:00Z",
                "20190304                            | 2019-03-03T15:00:00Z",
                "25-12-2017                          | 2017-12-24T15:00:00Z",
                "12/25/2017                          | 2017-12-24T15:00:00Z",
                "11.11.2017                          | 2017-11-10T15:00:00Z",
                "Jan 2, 2006 at 3:04pm               | 2006-01-02T06:04:00Z",
                "2 January 2006                      | 2006-01-01T15:00:00Z",
                "September 3rd, 2020                 | 2020-09-02T15:00:00Z",
                "Fri Oct 18 23:58:44 2016            | 2016-10-18T14:58:44Z",
                "1416237473                          | 2014-11-17T15:17:53Z",
                "1416237473000                       | 2014-11-17T15:17:53Z",
            })
    void dates_are_read_as_people_and_generators_write_them(String written, Instant meant) {
        assertThat(WrittenDate.parse(written).in(TOKYO)).isEqualTo(meant);
    }

    @Test
    void a_wrong_weekday_and_a_zone_of_three_digits_do_no_harm() {
        assertThat(WrittenDate.parse("Fri, 18 Oct 2016 23:58:44 +000").in(TOKYO))
                .isEqualTo(Instant.parse("2016-10-18T23:58:44Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11-9-2017", "3/4/2020"})
    void a_date_that_could_be_two_is_not_guessed(String written) {
        assertThatThrownBy(() -> WrittenDate.parse(written))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("'%s' could be two dates; write year-month-day", written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00 00:00:00",
                "2015-04-00",
                "2015-02-30",
                "2015-13-01",
                "0001-01-01T00:00:00Z",
                "-0001-11-30",
                "2015-01-01 25:00",
                "{{ .Date }}",
                "soon",
                "2",
                "",
            })
    void what_no_calendar_has_is_no_date(String written) {
        assertThatThrownBy(() -> WrittenDate.parse(written))
                .isInstanceOf(DateTimeException.class)
                .hasMessageStartingWith("'" + written + "' is not a date");
    }
}
