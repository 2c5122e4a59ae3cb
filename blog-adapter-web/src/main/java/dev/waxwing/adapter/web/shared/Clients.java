package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.account.Client;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where requests come from. */
public final class Clients {
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

    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
