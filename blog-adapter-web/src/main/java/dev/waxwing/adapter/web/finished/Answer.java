package dev.waxwing.adapter.web.finished;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to whoever asks for a finished page, but for the first lines, which differ from one time to another.
 *
 * @param body nothing if the client has it already
 * @param wire the headers, an empty line and the body, as they go over the connection; outside of the heap, so that no copy is
 *     made when they are sent; never changed
 */
record Answer(int status, List<HttpField> headers, @Nullable ByteBuffer body, ByteBuffer wire) {

    static Answer whole(List<HttpField> headers, byte[] body) {
        ByteBuffer wire = wire(headers, body);
        return new Answer(HttpStatus.OK_200, headers, wire.slice(wire.limit() - body.length, body.length), wire);
    }

    /** To somebody who has the page already (RFC 9110, section 15.4.5). */
    static Answer unchanged(List<HttpField> headers) {
        return new Answer(HttpStatus.NOT_MODIFIED_304, headers, null, wire(headers, new byte[0]));
    }

    private static ByteBuffer wire(List<HttpField> headers, byte[] body) {
        byte[] head = headers.stream()
                .map(field -> field.getName() + ": " + field.getValue() + "\r\n")
                .collect(Collectors.joining("", "", "\r\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocateDirect(head.length + body.length)
                .put(head)
                .put(body)
                .flip()
                .asReadOnlyBuffer();
    }

    /** In bytes, without the headers. */
    long length() {
        return body == null ? 0 : body.capacity();
    }

    /** In bytes, with the headers. */
    long size() {
        return wire.capacity();
    }
}
