package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.adapter.web.shared.NumericAddress;
import dev.waxwing.domain.shared.BlogException;
import java.net.InetAddress;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.of("127.0.0.0/8, ::1, 10.1.0.0/20, 2001:db8:aa00::/40");

    private static InetAddress address(String text) {
        return NumericAddress.of(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # connection    | what is told                                    | who it is
                    203.0.113.7     | 198.51.100.1                                    | 203.0.113.7
                    127.0.0.1       | 198.51.100.1                                    | 198.51.100.1
                    127.0.0.1       | 6.6.6.6, 198.51.100.1                           | 198.51.100.1
                    127.0.0.1       | 6.6.6.6, 198.51.100.1, 10.1.15.255              | 198.51.100.1
                    127.0.0.1       | 6.6.6.6, 198.51.100.1, 10.1.16.0                | 10.1.16.0
                    127.0.0.1       | 198.51.100.1, unknown                           | 127.0.0.1
                    127.0.0.1       | 198.51.100.1, <script>alert(1)</script>         | 127.0.0.1
                    127.0.0.1       | localhost                                       | 127.0.0.1
                    127.0.0.1       | 999.1.1.1                                       | 127.0.0.1
                    127.0.0.1       | ''                                              | 127.0.0.1
                    127.0.0.1       | 198.51.100.1,                                   | 127.0.0.1
                    127.0.0.1       | 198.51.100.1:4711                               | 198.51.100.1
                    127.0.0.1       | [2001:db8:ffff::7]:4711                         | 2001:db8:ffff::7
                    127.0.0.1       | 10.1.2.3, 10.1.2.4                              | 10.1.2.3
                    ::1             | 2001:db8:ffff::7, 2001:db8:aaff::9              | 2001:db8:ffff::7
                    2001:db8:ab00:: | 198.51.100.1                                    | 2001:db8:ab00::
                    ::ffff:10.1.2.3 | 198.51.100.1                                    | 198.51.100.1
                    127.0.0.1       | ::ffff:198.51.100.1                             | 198.51.100.1
                    """)
    void what_is_told_is_followed_backwards_for_as_long_as_it_is_trusted(
            String connection, String told, String origin) {
        assertThat(proxies.origin(address(connection), told)).isEqualTo(address(origin));
    }

    @Test
    void without_proxies_nothing_is_believed() {
        assertThat(TrustedProxies.of("none").origin(address("127.0.0.1"), "198.51.100.1"))
                .isEqualTo(address("127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0/8",
                "::1/129",
                "10.0.0.0/",
                "10.0.0.0/8,",
                "1.2.3.4/x",
                "999.1.1.1/8",
                "256.0.0.1"
            })
    void what_is_no_network_is_refused(String networks) {
        assertThatThrownBy(() -> TrustedProxies.of(networks))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageContaining("is no network, such as 10.0.0.0/8");
    }
}
