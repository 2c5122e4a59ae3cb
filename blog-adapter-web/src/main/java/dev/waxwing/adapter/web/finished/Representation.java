package dev.waxwing.adapter.web.finished;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * A page in one encoding, as it goes over the wire: headers and bytes are written as they are, to whoever asks.
 *
 * @param unchanged the headers of the answer to somebody who has it already (RFC 9110, section 15.4.5)
 * @param body outside of the heap, so that no copy is made when it is sent; never changed
 */
record Representation(String etag, List<HttpField> headers, List<HttpField> unchanged, ByteBuffer body) {

    static Representation of(String etag, Map<String, String> described, byte[] bytes) {
        List<HttpField> unchanged = new ArrayList<>();
        List<HttpField> headers = new ArrayList<>();
        described.forEach((name, value) -> {
            headers.add(new PreEncodedHttpField(name, value));
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Encoding")) {
                unchanged.add(new PreEncodedHttpField(name, value));
            }
        });
        headers.add(new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, Integer.toString(bytes.length)));
        ByteBuffer body = ByteBuffer.allocateDirect(bytes.length);
        body.put(bytes).flip();
        return new Representation(etag, List.copyOf(headers), List.copyOf(unchanged), body.asReadOnlyBuffer());
    }

    long size() {
        return body.capacity();
    }
}
