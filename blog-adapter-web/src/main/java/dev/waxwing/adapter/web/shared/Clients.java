package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.account.Client;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.List;
import org.eclipse.jetty.server.Request;

/** Where requests come from: the proxies in between that are trusted have been looked through already. */
public final class Clients {
    private static final List<String> PASSED_ON =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via");

    private Clients() {}

    public static Client of(Context ctx) {
        String program = ctx.userAgent();
        return new Client(bare(ctx.ip()), program == null ? "" : program);
    }

    /** Before the site is asked; what program it is, is not told. */
    public static Client of(Request request) {
        return new Client(bare(Request.getRemoteAddr(request)), "");
    }

    private static String bare(String address) {
        return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
    }

    /** Whether this machine asks for itself, and passes nothing on from elsewhere as a proxy does. */
    static boolean isThisMachine(Context ctx) {
        return isThisMachine(ctx.ip()) && PASSED_ON.stream().allMatch(header -> ctx.header(header) == null);
    }

    /** @param address an address, perhaps in brackets, or a name; no name is looked up, and only {@code localhost} is known */
    static boolean isThisMachine(String address) {
        return address.equals("localhost")
                || NumericAddress.of(address.replaceAll("^\\[|(%.*)?]?$", ""))
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }
}
