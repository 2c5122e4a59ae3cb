package dev.waxwing.adapter.web.finished;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client has written when it wants a page and nothing besides: one whole {@code GET} of HTTP/1.1 (RFC 9112) of a
 * path, with one host and no body, to the letter as the grammar says and with nothing behind it. Whatever is written in
 * another way, wrong or only rare, is nothing to it and left to the server.
 */
final class RequestHead {
    private static final byte[] METHOD = "GET ".getBytes(US_ASCII);
    private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(US_ASCII);

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** RFC 3986, section 3.3. */
    private static final String PATH = LETTERS + "-._~%!$&'()*+,;=:@/";

    private static final boolean[] OF_PATH = signs(PATH);
    private static final boolean[] OF_QUERY = signs(PATH + "?");
    private static final boolean[] OF_HOST = signs(LETTERS + "-.");
    private static final boolean[] DIGITS = signs("0123456789");

    /** A token (RFC 9110, section 5.6.2). */
    private static final boolean[] OF_NAME = signs(LETTERS + "!#$%&'*+-.^_`|~");

    private static final boolean[] OF_VALUE = printable();

    /** The headers that say more than which page is meant, by their length. */
    private static final Map<Integer, List<HttpHeader>> TELLING = Stream.of(
                    HttpHeader.HOST,
                    HttpHeader.CONNECTION,
                    HttpHeader.ACCEPT,
                    HttpHeader.ACCEPT_ENCODING,
                    HttpHeader.CACHE_CONTROL,
                    HttpHeader.IF_NONE_MATCH,
                    HttpHeader.COOKIE,
                    HttpHeader.AUTHORIZATION,
                    HttpHeader.RANGE,
                    HttpHeader.CONTENT_LENGTH,
                    HttpHeader.TRANSFER_ENCODING,
                    HttpHeader.EXPECT,
                    HttpHeader.UPGRADE)
            .collect(Collectors.groupingBy(header -> header.asString().length()));

    private static final int HIGHEST_PORT = 65_535;

    private final byte[] bytes;
    private final List<HttpField> told = new ArrayList<>();
    private int at;
    private int hosts;

    private RequestHead(byte[] bytes) {
        this.bytes = bytes;
    }

    static @Nullable Asked read(byte[] bytes) {
        return new RequestHead(bytes).read();
    }

    private @Nullable Asked read() {
        if (!skip(METHOD)) {
            return null;
        }
        String path = text(at, skip(OF_PATH));
        if (at < bytes.length && bytes[at] == '?') {
            at++;
            skip(OF_QUERY);
        }
        if (!skip(VERSION)) {
            return null;
        }
        while (at < bytes.length && bytes[at] != '\r') {
            if (!isHeaderRead()) {
                return null;
            }
        }
        return isOver() && hosts == 1 ? Asked.of(path, told) : null;
    }

    /** An empty line, and nothing behind it. */
    private boolean isOver() {
        return at + 2 == bytes.length && isLineEnd();
    }

    private boolean isLineEnd() {
        return at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    }

    private boolean isHeaderRead() {
        int name = at;
        int nameEnd = skip(OF_NAME);
        if (nameEnd == name || nameEnd >= bytes.length || bytes[nameEnd] != ':') {
            return false;
        }
        at++;
        int value = at;
        int valueEnd = skip(OF_VALUE);
        if (!isLineEnd()) {
            return false;
        }
        at += 2;
        HttpHeader header = telling(name, nameEnd);
        return header == null || isUsual(header, text(value, valueEnd).strip());
    }

    private @Nullable HttpHeader telling(int from, int to) {
        for (HttpHeader header : TELLING.getOrDefault(to - from, List.of())) {
            if (isNamed(header.lowerCaseName(), from)) {
                return header;
            }
        }
        return null;
    }

    private boolean isNamed(String lowerCase, int from) {
        for (int i = 0; i < lowerCase.length(); i++) {
            int sign = bytes[from + i];
            if ((sign >= 'A' && sign <= 'Z' ? sign | 0x20 : sign) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isUsual(HttpHeader header, String value) {
        return switch (header) {
            case HOST -> {
                hosts++;
                yield isHost(value);
            }
            case CONNECTION -> value.equalsIgnoreCase("keep-alive");
            case CONTENT_LENGTH -> value.equals("0");
            case ACCEPT, ACCEPT_ENCODING, IF_NONE_MATCH, COOKIE -> told.add(new HttpField(header, value));
            default -> false;
        };
    }

    /** A name, and a port if there is one; addresses of version 6 are rare enough. */
    private static boolean isHost(String value) {
        int colon = value.indexOf(':');
        String name = colon < 0 ? value : value.substring(0, colon);
        return isOf(OF_HOST, name) && (colon < 0 || isPort(value.substring(colon + 1)));
    }

    private static boolean isPort(String digits) {
        return isOf(DIGITS, digits) && digits.length() <= 5 && Integer.parseInt(digits) <= HIGHEST_PORT;
    }

    private static boolean isOf(boolean[] signs, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!signs[text.charAt(i)]) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private boolean skip(byte[] expected) {
        int end = at + expected.length;
        boolean found = end <= bytes.length && Arrays.equals(bytes, at, end, expected, 0, expected.length);
        at = found ? end : at;
        return found;
    }

    /** Returns where the first sign is that is none of these. */
    private int skip(boolean[] signs) {
        while (at < bytes.length && bytes[at] >= 0 && signs[bytes[at]]) {
            at++;
        }
        return at;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, US_ASCII);
    }

    private static boolean[] signs(String signs) {
        boolean[] known = new boolean[128];
        signs.chars().forEach(sign -> known[sign] = true);
        return known;
    }

    private static boolean[] printable() {
        boolean[] known = signs("\t");
        Arrays.fill(known, ' ', 0x7f, true);
        return known;
    }
}
