package dev.waxwing.adapter.markdown;

import dev.waxwing.domain.media.MediaAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which addresses a text may point to, and how they are written. */
final class Addresses {
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*+");
    private static final Pattern REMOTE = Pattern.compile("https?:|//", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LINK_SCHEMES =
            Set.of("http", "https", "mailto", "tel", "sms", "xmpp", "irc", "ircs", "ftp", "geo", "matrix");
    private static final Set<String> PICTURE_SCHEMES = Set.of("http", "https");

    /** ASCII that RFC 3986 does not allow, bare, in an address. */
    private static final String UNWISE = " \"<>\\^`{|}";

    private Addresses() {}

    static Optional<String> link(String address) {
        return written(address, LINK_SCHEMES);
    }

    static Optional<String> picture(String address) {
        return written(address, PICTURE_SCHEMES).filter(written -> !written.isEmpty());
    }

    /** Sound and film come from the blog's own media only. */
    static Optional<String> media(String address) {
        return picture(address).filter(MediaAddress::matches);
    }

    /** Whether a page that loads it asks another site for it. */
    static boolean isRemote(String address) {
        return REMOTE.matcher(address).lookingAt();
    }

    /**
     * The address as a browser reads it: without outer blanks, line breaks and control characters, which would hide the
     * scheme (WHATWG URL, basic parser, steps 1 and 3). Empty if the scheme is not one of these.
     */
    private static Optional<String> written(String address, Set<String> schemes) {
        String bare = withoutControls(address).strip();
        return allowed(bare, schemes) ? Optional.of(escaped(bare)) : Optional.empty();
    }

    private static String withoutControls(String address) {
        StringBuilder clean = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            if (!Character.isISOControl(address.charAt(i))) {
                clean.append(address.charAt(i));
            }
        }
        return clean.toString();
    }

    private static boolean allowed(String address, Set<String> schemes) {
        int colon = address.indexOf(':');
        String scheme = colon < 0 ? "" : address.substring(0, colon).toLowerCase(Locale.ROOT);
        return !SCHEME.matcher(scheme).matches() || schemes.contains(scheme);
    }

    private static String escaped(String address) {
        StringBuilder escaped = new StringBuilder(address.length() + 8);
        int path = startOfPath(address);
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean bracket = (c == '[' || c == ']') && i >= path;
            if (UNWISE.indexOf(c) >= 0 || bracket || c == '%' && !isEscape(address, i)) {
                escaped.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Brackets before it belong to the address of an IPv6 host. */
    private static int startOfPath(String address) {
        int host = address.indexOf("//");
        int path = host < 0 ? 0 : address.indexOf('/', host + 2);
        return path < 0 ? address.length() : path;
    }

    private static boolean isEscape(String address, int percent) {
        return percent + 2 < address.length()
                && Character.digit(address.charAt(percent + 1), 16) >= 0
                && Character.digit(address.charAt(percent + 2), 16) >= 0;
    }
}
