package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.shared.Cookies;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * What a request asks for, as far as finished pages are concerned. The query is no part of it: pages that look at their
 * query are never finished, so unknown parameters do not multiply those that are.
 */
final class Asked {
    private Asked() {}

    /** Whether it may be answered with a finished page: it reads, is nobody's in particular, and writes its address plainly. */
    static boolean forPage(Request request) {
        String method = request.getMethod();
        return (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method)) && isPlain(request) && isAnybodys(request);
    }

    /** Decoded, so that a page has one name however it is written. */
    static String path(Request request) {
        return Request.getPathInContext(request);
    }

    /** Browsers that are to show it, rather than programs that read it. */
    static boolean toShow(Request request) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static boolean isPlain(Request request) {
        String path = request.getHttpURI().getPath();
        return path != null
                && path.startsWith("/")
                && path.indexOf(';') < 0
                && !path.contains("//")
                && !path.contains("/.");
    }

    private static boolean isAnybodys(Request request) {
        HttpFields headers = request.getHeaders();
        return !headers.contains(HttpHeader.AUTHORIZATION)
                && headers.getValuesList(HttpHeader.COOKIE).stream().noneMatch(Cookies::haveSession);
    }
}
