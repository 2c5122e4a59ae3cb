package dev.waxwing.adapter.web.shared;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Somebody has to sign in before a page can be shown; afterwards they are to get the page they asked for. */
public final class SignInNeeded extends RuntimeException {
    public static final String PAGE = "/admin/sign-in";
    private static final long serialVersionUID = 1L;
    private final String address;

    SignInNeeded(Context ctx) {
        super("Sign in first", null, false, false);
        String query = ctx.queryString();
        String wanted = query == null ? ctx.path() : ctx.path() + "?" + query;
        address = PAGE + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** Where to sign in. */
    String address() {
        return address;
    }

    /** Where to go after signing in: a page of the desk, never another site. */
    public static String next(String wanted) {
        boolean ours = (wanted.equals("/admin") || wanted.startsWith("/admin/"))
                && wanted.chars().allMatch(letter -> letter > ' ' && letter < 0x7F && letter != '\\');
        return ours && !wanted.startsWith(PAGE) ? wanted : "/admin";
    }
}
