package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.account.Session;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.site.SiteSettings;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * What browsers keep for this site (RFC 6265bis). None can be read by scripts nor comes along from pages of others, and where
 * the site has https each bears the prefix {@code __Host-}, so that no neighbour below the same domain can set it.
 */
public final class Cookies {
    /** Of names that no other host can set (RFC 6265bis, section 4.1.3.2). */
    static final String PREFIX = "__Host-";

    private static final String SESSION = "waxwing-session";
    private static final String VISITOR = "waxwing-visitor";
    private static final int LONGEST_VALUE = 200;
    private static final int UNTIL_THE_BROWSER_CLOSES = -1;

    private final SiteSettings settings;
    private final TokenGenerator tokens;

    @Inject
    public Cookies(SiteSettings settings, TokenGenerator tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** Whether a header of cookies has a session in it. */
    public static boolean haveSession(String cookies) {
        return cookies.contains(SESSION + '=');
    }

    /** The token of the session that the browser says it has. */
    public Optional<Token> session(Context ctx) {
        return read(ctx, SESSION);
    }

    public void openSession(Context ctx, Token token) {
        write(ctx, SESSION, token.value(), (int) Session.LONGEST_LIFE.toSeconds());
    }

    public void closeSession(Context ctx) {
        write(ctx, SESSION, "", 0);
    }

    /** A token for the forms of somebody who is not signed in; made when it is asked for first. */
    public Token visitor(Context ctx) {
        return read(ctx, VISITOR).orElseGet(() -> {
            Token token = tokens.next();
            write(ctx, VISITOR, token.value(), UNTIL_THE_BROWSER_CLOSES);
            return token;
        });
    }

    Optional<Token> presentVisitor(Context ctx) {
        return read(ctx, VISITOR);
    }

    /** The value of a cookie of this site, if it can be one. */
    public Optional<Token> read(Context ctx, String name) {
        return Optional.ofNullable(ctx.cookie(prefix() + name))
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE)
                .map(Token::new);
    }

    /** Lets the browser keep a token for some time. */
    public void write(Context ctx, String name, Token token, Duration time) {
        write(ctx, name, token.value(), (int) time.toSeconds());
    }

    private void write(Context ctx, String name, String value, int seconds) {
        ctx.cookie(new Cookie(prefix() + name, value, "/", seconds, hasHttps(), true, null, SameSite.LAX));
    }

    private String prefix() {
        return hasHttps() ? PREFIX : "";
    }

    private boolean hasHttps() {
        return settings.current().address().value().startsWith("https:");
    }
}
