package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.account.Client;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where requests come from. */
public final class Clients {
    private static final List<String> PASSED_ON =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via");

    private Clients() {}

    /**
     * The address of the connection; or, if that is a proxy on this machine, the one that the proxy has written last into
     * {@code X-Forwarded-For}. What others wrote there before it is never believed.
     */
    public static Client of(Context ctx) {
        String connection = ctx.ip();
        String forwarded = ctx.header("X-Forwarded-For");
        String address = forwarded == null || !isThisMachine(connection)
                ? connection
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        String program = ctx.userAgent();
        return new Client(address, program == null ? "" : program);
    }

    /** Whether this machine asks for itself, and passes nothing on from elsewhere as a proxy does. */
    static boolean isThisMachine(Context ctx) {
        return isThisMachine(ctx.ip()) && PASSED_ON.stream().allMatch(header -> ctx.header(header) == null);
    }

    /** @param address an address, or a name; of names only {@code localhost} is looked up, which asks nobody */
    static boolean isThisMachine(String address) {
        if (address.equals("localhost")) {
            return true;
        }
        boolean isName = !address.contains(":") && !address.matches("[0-9.]+");
        try {
            return !isName && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
