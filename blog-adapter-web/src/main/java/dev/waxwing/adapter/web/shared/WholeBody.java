package dev.waxwing.adapter.web.shared;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import org.eclipse.jetty.util.Attributes;

/** The mark of a request whose body is small and was there as a whole before the site was asked, or which has none. */
public final class WholeBody {
    private static final String KEY = WholeBody.class.getName();

    private WholeBody() {}

    public static void mark(Attributes request) {
        request.setAttribute(KEY, true);
    }

    /**
     * To be called before the body is read of somebody who may be anybody: nobody else is to wait while they send it.
     *
     * @throws ContentTooLargeResponse if it is larger than anything that strangers have to send
     */
    static void require(Context ctx) {
        if (!isHere(ctx)) {
            throw new ContentTooLargeResponse();
        }
    }

    static boolean isHere(Context ctx) {
        return ctx.attribute(KEY) != null;
    }
}
