package dev.waxwing.adapter.web.shared;

import io.javalin.http.Context;

/** Somebody has to sign in before a page can be shown, or to finish it; afterwards they are to get the page they asked for. */
public final class SignInNeeded extends RuntimeException {
    public static final String PAGE = "/admin/sign-in";

    /** Where codes are switched on. */
    public static final String CODES = "/admin/account/codes";

    private static final long serialVersionUID = 1L;
    private final String address;

    private SignInNeeded(String address) {
        super("Sign in first", null, false, false);
        this.address = address;
    }

    static SignInNeeded first(Context ctx) {
        String query = ctx.queryString();
        String wanted = query == null ? ctx.path() : ctx.path() + "?" + query;
        return new SignInNeeded(PAGE + "?next=" + Params.encoded(wanted));
    }

    /** For whoever signed in with a password and owes the codes. */
    static SignInNeeded withCodes() {
        return new SignInNeeded(CODES);
    }

    /** Where to do it. */
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
