package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.shared.WebAddress;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every answer tells a browser not to do: nothing is allowed (Content Security Policy Level 3) but what the pages
 * need from this site itself.
 */
public final class SecurityHeaders {
    public static final String POLICY = "Content-Security-Policy";
    public static final String RESOURCE_POLICY = "Cross-Origin-Resource-Policy";

    private static final String HTTPS_ALONE = "Strict-Transport-Security";

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Connections are for tools that look at a page from inside and read robots.txt from there. */
    private static final String PAGES = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String DESK = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s';"
            + " img-src 'self' blob:; font-src 'self'; media-src 'self' blob:; connect-src 'self'; frame-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** The headers of pages and everything else that has no reason to differ. */
    public static Map<String, String> of(WebAddress site) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(POLICY, PAGES);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put(RESOURCE_POLICY, "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (site.value().startsWith("https:")) {
            headers.put(HTTPS_ALONE, "max-age=31536000; includeSubDomains");
        }
        return headers;
    }

    /** Whether the site has https, as each of its answers says then. */
    static boolean demandHttps(Context ctx) {
        return ctx.res().getHeader(HTTPS_ALONE) != null;
    }

    /**
     * The policy of a file that a visitor opens by itself. A picture of vectors may carry scripts, so it is shut in; a PDF is
     * not, because its viewer would be shut out.
     */
    public static String policyOfFile(String type) {
        return type.equals("application/pdf") ? NOTHING : NOTHING + "; style-src 'unsafe-inline'; sandbox";
    }

    /**
     * The policy of a page of the desk, which has scripts of its own.
     *
     * @param nonce what a script names so that a style sheet it makes is let in
     */
    static String policyOfDesk(String nonce) {
        return DESK.formatted(nonce);
    }

    /** The policy of an answer that shows nothing but its own words. */
    public static String policyOfWords() {
        return NOTHING;
    }
}
