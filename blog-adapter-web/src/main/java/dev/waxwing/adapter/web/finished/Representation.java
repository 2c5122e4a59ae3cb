package dev.waxwing.adapter.web.finished;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * A page in one encoding: what is sent to those who have it not, and to those who have it (RFC 9110, section 15.4.5). There are
 * thousands of them, so both are parts of the same bytes, and nothing is kept beside these.
 */
record Representation(String etag, Answer whole, Answer unchanged) {
    /**
     * @param ofContent headers that are sent with the bytes only
     * @param always headers that whoever has the bytes already is sent as well
     */
    static Representation of(String etag, Map<String, String> ofContent, Map<String, String> always, byte[] bytes) {
        byte[] first = lines(ofContent).getBytes(StandardCharsets.ISO_8859_1);
        byte[] others = (lines(always) + Answer.LINE_END).getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer wire = ByteBuffer.allocateDirect(first.length + others.length + bytes.length)
                .put(first)
                .put(others)
                .put(bytes)
                .flip()
                .asReadOnlyBuffer();
        return new Representation(
                etag,
                new Answer(HttpStatus.OK_200, wire, first.length + others.length),
                new Answer(HttpStatus.NOT_MODIFIED_304, wire.slice(first.length, others.length), others.length));
    }

    private static String lines(Map<String, String> headers) {
        StringBuilder lines = new StringBuilder();
        headers.forEach((name, value) -> lines.append(Answer.line(name, value)));
        return lines.toString();
    }

    /** In bytes, with the headers. */
    long size() {
        return whole.wire().capacity();
    }
}
