package dev.waxwing.domain.redirect;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A path of this site, percent-decoded once (RFC 3986, section 2.1) and in Unicode form NFC: {@code /}, or segments that
 * each start with a slash. A slash at the end makes no difference. At most 1,000 characters.
 */
public record SitePath(String value) {
    private static final int LONGEST = 1_000;

    /** @throws BlogException.Invalid if it has empty or dot segments, backslashes or control characters, or is longer */
    public SitePath {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
        if (value.length() > 2 && value.endsWith("/")) {
            value = value.substring(0, value.length() - 1);
        }
        if (value.length() > LONGEST || !isPlain(value)) {
            throw new BlogException.Invalid("path", "'%s' is not a path of this site".formatted(shown(value)));
        }
    }

    /**
     * The path as it stands in an address, where other than plain ASCII characters are percent-encoded UTF-8.
     *
     * @throws BlogException.Invalid if an escape is broken, or the decoded path is refused
     */
    public static SitePath decode(String encoded) {
        if (encoded.codePoints().anyMatch(letter -> Character.getType(letter) == Character.SURROGATE)) {
            throw broken(encoded);
        }
        return new SitePath(percentDecoded(encoded));
    }

    public static SitePath ofPost(Slug slug) {
        return new SitePath("/" + slug);
    }

    public static SitePath ofTag(Slug slug) {
        return new SitePath("/tags/" + slug);
    }

    public static SitePath ofAuthor(Slug handle) {
        return new SitePath("/authors/" + handle);
    }

    /** The path percent-encoded, as it is written into links and headers. */
    public String encoded() {
        StringBuilder encoded = new StringBuilder(value.length() + 16);
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            if (octet == '/' || isUnreserved(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit((octet >> 4) & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(octet & 0xF, 16)));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= '0' && octet <= '9')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= 'a' && octet <= 'z')
                || "-._~!$&'()*+,;=:@".indexOf(octet) >= 0;
    }

    private static boolean isPlain(String path) {
        if (path.equals("/")) {
            return true;
        }
        if (!path.startsWith("/")
                || path.indexOf('\\') >= 0
                || path.codePoints().anyMatch(SitePath::isHidden)) {
            return false;
        }
        List<String> segments = Arrays.asList(path.substring(1).split("/", -1));
        return segments.stream().noneMatch(segment -> segment.isEmpty() || segment.equals(".") || segment.equals(".."));
    }

    private static boolean isHidden(int letter) {
        int type = Character.getType(letter);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String percentDecoded(String encoded) {
        byte[] octets = encoded.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[octets.length];
        int length = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '%') {
                decoded[length++] = (byte) ((hex(encoded, octets, i + 1) << 4) | hex(encoded, octets, i + 2));
                i += 2;
            } else {
                decoded[length++] = octets[i];
            }
        }
        return utf8(encoded, decoded, length);
    }

    private static int hex(String encoded, byte[] octets, int at) {
        int digit = at < octets.length ? Character.digit(octets[at], 16) : -1;
        if (digit < 0) {
            throw broken(encoded);
        }
        return digit;
    }

    private static String utf8(String encoded, byte[] octets, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken(encoded);
        }
    }

    private static BlogException.Invalid broken(String encoded) {
        return new BlogException.Invalid("path", "'%s' has a broken percent-escape".formatted(shown(encoded)));
    }

    private static String shown(String value) {
        return (value.length() > 100 ? value.substring(0, 100) + "…" : value)
                .codePoints()
                .map(letter -> isHidden(letter) ? '?' : letter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return value;
    }
}
