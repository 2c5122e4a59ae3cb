package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.NumericAddress;
import dev.waxwing.domain.shared.BlogException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The servers in front of this one that are believed when they say for whom they ask. */
public final class TrustedProxies {
    /** Those on this machine. */
    public static final String USUAL = "127.0.0.0/8, ::1";

    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::\\d{1,5})?|(\\d[\\d.]*):\\d{1,5}");

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * @param networks their addresses or networks in CIDR notation, separated by commas; {@code none} for nobody
     * @throws BlogException.Invalid if one of them is neither
     */
    public static TrustedProxies of(String networks) {
        return new TrustedProxies(
                networks.strip().equals("none")
                        ? List.of()
                        : Arrays.stream(networks.split(",", -1))
                                .map(String::strip)
                                .map(Network::parse)
                                .toList());
    }

    /**
     * Whom a request is from. Each proxy adds at the end whom it has heard it from, so what is written there is followed
     * backwards for as long as it was written by one that is trusted; what stands before that, anybody may have invented.
     *
     * @param connection the other end of the connection
     * @param forwarded {@code X-Forwarded-For}, all of it
     */
    InetAddress origin(InetAddress connection, String forwarded) {
        InetAddress origin = connection;
        String[] told = forwarded.split(",", -1);
        for (int i = told.length - 1; i >= 0 && trusts(origin); i--) {
            Optional<InetAddress> previous = NumericAddress.of(withoutPort(told[i].strip()));
            if (previous.isEmpty()) {
                break;
            }
            origin = previous.get();
        }
        return origin;
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Some write the port as well, and addresses with colons in brackets. */
    private static String withoutPort(String text) {
        Matcher parts = WITH_PORT.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        return parts.group(1) == null ? parts.group(2) : parts.group(1);
    }
}
