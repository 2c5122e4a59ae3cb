package dev.waxwing.adapter.web.shared;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A sentence that the next page of the desk says, once: what has become of the form that was just sent. */
public final class Flash {
    private static final String NAME = "waxwing-said";
    private static final int SECONDS = 60;
    private static final int LONGEST = 1_000;

    private Flash() {}

    /** Answers a form that did what it should: the browser goes on to a page, and that page says so. */
    public static void goOn(Context ctx, String page, String sentence) {
        String value =
                Base64.getUrlEncoder().withoutPadding().encodeToString(sentence.getBytes(StandardCharsets.UTF_8));
        write(ctx, value, SECONDS);
        ctx.redirect(page, HttpStatus.SEE_OTHER);
    }

    /** The sentence that is to be said, empty if there is none. */
    static String take(Context ctx) {
        String value = ctx.cookie(name(ctx));
        if (value == null || value.isEmpty() || value.length() > LONGEST) {
            return "";
        }
        write(ctx, "", 0);
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void write(Context ctx, String value, int seconds) {
        boolean secure = SecurityHeaders.demandHttps(ctx);
        ctx.cookie(new Cookie(name(ctx), value, "/", seconds, secure, true, null, SameSite.STRICT));
    }

    private static String name(Context ctx) {
        return SecurityHeaders.demandHttps(ctx) ? Cookies.PREFIX + NAME : NAME;
    }
}
