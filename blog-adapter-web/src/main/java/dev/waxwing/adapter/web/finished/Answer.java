package dev.waxwing.adapter.web.finished;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;

/**
 * What is sent to whoever asks for a finished page, but for the first lines, which differ from one time to another.
 *
 * @param wire the headers, an empty line and the body, as they go over the connection; outside of the heap, so that no copy is
 *     made when they are sent; never changed
 * @param head how many bytes of it the headers and the empty line take
 */
record Answer(int status, ByteBuffer wire, int head) {
    /** Of each header, and once more after the last (RFC 9112, section 2.1). */
    static final String LINE_END = "\r\n";

    private static final String COLON = ": ";

    static String line(String name, String value) {
        return name + COLON + value + LINE_END;
    }

    /** Adds its headers to those of a server that writes them itself. */
    void describe(HttpFields.Mutable headers) {
        byte[] lines = new byte[head];
        wire.get(wire.position(), lines);
        for (String line : new String(lines, StandardCharsets.ISO_8859_1).split(LINE_END)) {
            int colon = line.indexOf(COLON);
            headers.add(line.substring(0, colon), line.substring(colon + COLON.length()));
        }
    }

    /** Empty for a client that has it already. */
    ByteBuffer body() {
        return wire.slice(head, length());
    }

    /** Of the body, in bytes. */
    int length() {
        return wire.capacity() - head;
    }
}
