package dev.waxwing.adapter.web.finished;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** A page in one encoding: what is sent to those who have it not, and to those who have it. */
record Representation(String etag, Answer whole, Answer unchanged) {

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
        return new Representation(
                etag, Answer.whole(List.copyOf(headers), bytes), Answer.unchanged(List.copyOf(unchanged)));
    }

    long size() {
        return whole.size() + unchanged.size();
    }
}
