package dev.waxwing.adapter.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** One request as a browser makes it, but nothing is followed and nothing is kept. */
final class Visit {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpRequest.Builder request;
    private HttpResponse<byte[]> response;

    private Visit(HttpRequest.Builder request) {
        this.request = request;
    }

    static Visit to(int port, String path) {
        return new Visit(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    Visit with(String header, String value) {
        request.header(header, value);
        return this;
    }

    Visit method(String name) {
        request.method(name, BodyPublishers.noBody());
        return this;
    }

    /** Sends a form. */
    Visit form(String fields) {
        request.header("Content-Type", "application/x-www-form-urlencoded")
                .method("POST", BodyPublishers.ofString(fields));
        return this;
    }

    Visit post(byte[] body, String type) {
        return send("POST", body, type);
    }

    Visit send(String method, byte[] body, String type) {
        request.header("Content-Type", type).method(method, BodyPublishers.ofByteArray(body));
        return this;
    }

    int status() {
        return answer().statusCode();
    }

    /** Empty if the answer has no such header. */
    String header(String name) {
        return answer().headers().firstValue(name).orElse("");
    }

    List<String> headers(String name) {
        return answer().headers().allValues(name);
    }

    byte[] bytes() {
        return answer().body();
    }

    String text() {
        byte[] bytes = bytes();
        if (!header("Content-Encoding").equals("gzip")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document page() {
        return Jsoup.parse(text());
    }

    /** The text of the elements that a selector finds, joined by spaces. */
    String text(String selector) {
        return page().select(selector).text();
    }

    /** A kept connection that the server has closed meanwhile reads no request; it is sent again, as browsers do. */
    private HttpResponse<byte[]> sent() throws IOException, InterruptedException {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
                throw e;
            }
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private HttpResponse<byte[]> answer() {
        if (response == null) {
            try {
                response = sent();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return response;
    }
}
