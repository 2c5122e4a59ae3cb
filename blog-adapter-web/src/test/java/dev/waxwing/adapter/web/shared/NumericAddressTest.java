package dev.waxwing.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NumericAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.249",
                "255.255.255.255",
                "::",
                "::1",
                "1::",
                "2001:db8::ff00:42:8329",
                "2001:DB8:0:0:1:0:0:1",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "::ffff:198.51.100.255",
                "64:ff9b::192.0.2.33",
                "1:2:3:4:5:6:192.0.2.33"
            })
    void an_address_in_numbers_is_read_as_java_reads_it(String text) throws UnknownHostException {
        assertThat(NumericAddress.of(text)).contains(InetAddress.getByName(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "blog.example.org",
                "256.1.1.1",
                "999.1.1.1",
                "1.2.3",
                "1.2.3.4.5",
                "010.1.1.1",
                "1.2.3.4 ",
                "2130706433",
                ":",
                ".:1",
                ":1",
                "1:",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::",
                "::1%lo",
                "[::1]",
                "::1.2.3.256",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4"
            })
    void a_name_or_what_only_resembles_an_address_is_none(String text) {
        assertThat(NumericAddress.of(text)).isEmpty();
    }
}
