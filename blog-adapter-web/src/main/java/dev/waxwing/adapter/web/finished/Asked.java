package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.shared.Cookies;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, as far as finished pages are concerned. The query is no part of it: pages that look at their
 * query are never finished, so unknown parameters do not multiply those that are.
 */
final class Asked {
    /** What makes an answer one of its own. */
    private static final List<HttpHeader> SOMEBODYS = List.of(HttpHeader.AUTHORIZATION, HttpHeader.RANGE);

    /** Parameters of a segment, empty and dotted segments, and signs that are encoded though they divide or are plain. */
    private static final List<String> UNUSUAL = List.of(";", "//", "/.", "%2", "%5");

    private Asked() {}

    /**
     * The decoded path of the page that is asked for, so that a page has one name however it is written; nothing if the
     * request changes something, is somebody's in particular, wants a part, or writes its address as no link does.
     */
    static @Nullable String page(Request request) {
        String method = request.getMethod();
        String path = request.getHttpURI().getPath();
        boolean reads = HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
        return reads && path != null && isPlain(path) && isAnybodys(request) ? decoded(path) : null;
    }

    /** Browsers that are to show it, rather than programs that read it. */
    static boolean toShow(Request request) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static boolean isPlain(String path) {
        return path.startsWith("/") && UNUSUAL.stream().noneMatch(path::contains);
    }

    private static @Nullable String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URIUtil.decodePath(path);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isAnybodys(Request request) {
        HttpFields headers = request.getHeaders();
        return SOMEBODYS.stream().noneMatch(headers::contains)
                && headers.getValuesList(HttpHeader.COOKIE).stream().noneMatch(Cookies::haveSession);
    }
}
