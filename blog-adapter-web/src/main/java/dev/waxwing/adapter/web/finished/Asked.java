package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.shared.Cookies;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Negotiation;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for that anybody may have. The query is no part of it: pages that look at their query are never
 * finished, so unknown parameters do not multiply those that are.
 *
 * @param path decoded, so that a page has one name however it is written
 * @param held the entity tags of what the client has
 * @param toShow whether a browser asks, which is to show it, rather than a program that reads it
 * @param toKeep whether it may be kept once it is made, as the client leaves it to us (RFC 9111, section 5.2.1.5)
 */
record Asked(String path, boolean unpacksGzip, @Nullable String held, boolean toShow, boolean toKeep) {

    /**
     * Nothing if the request changes something, brings something, is somebody's in particular, wants a part, or writes its
     * address as no link does.
     */
    static @Nullable Asked of(Request request) {
        String method = request.getMethod();
        String path = request.getHttpURI().getPath();
        boolean reads = HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
        return reads && path != null ? of(path, request.getHeaders()) : null;
    }

    /**
     * The same of a request that reads.
     *
     * @param path as it is written
     */
    static @Nullable Asked of(String path, Iterable<HttpField> headers) {
        String name = decoded(path);
        return name == null ? null : named(name, headers);
    }

    private static @Nullable Asked named(String path, Iterable<HttpField> headers) {
        String encodings = null;
        String held = null;
        boolean toShow = false;
        boolean toKeep = true;
        for (HttpField field : headers) {
            HttpHeader header = field.getHeader();
            if (header == HttpHeader.ACCEPT_ENCODING) {
                encodings = field.getValue();
            } else if (header == HttpHeader.IF_NONE_MATCH) {
                held = field.getValue();
            } else if (header == HttpHeader.ACCEPT) {
                toShow = field.getValue().contains("text/html");
            } else if (header == HttpHeader.CACHE_CONTROL) {
                toKeep = !field.getValue().contains(Delivery.NO_STORE);
            } else if (isOwn(field)) {
                return null;
            }
        }
        return new Asked(path, Negotiation.acceptsGzip(encodings), held, toShow, toKeep);
    }

    /** Whether the request is of its own kind. One with a body could keep others waiting for a page until that has come. */
    private static boolean isOwn(HttpField field) {
        HttpHeader header = field.getHeader();
        return header == HttpHeader.AUTHORIZATION
                || (header == HttpHeader.CONTENT_LENGTH && !field.getValue().equals("0"))
                || header == HttpHeader.TRANSFER_ENCODING
                || header == HttpHeader.RANGE
                || (header == HttpHeader.COOKIE && Cookies.haveSession(field.getValue()));
    }

    /** Nothing if there are parameters of a segment, empty or dotted ones, or signs encoded that divide or are plain. */
    private static @Nullable String decoded(String path) {
        boolean usual = path.startsWith("/") && path.indexOf(';') < 0 && !path.contains("//") && !path.contains("/.");
        if (!usual || path.indexOf('%') < 0) {
            return usual ? path : null;
        }
        return path.contains("%2") || path.contains("%5") ? null : unpercented(path);
    }

    private static @Nullable String unpercented(String path) {
        try {
            return URIUtil.decodePath(path);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
