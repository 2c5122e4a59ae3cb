package dev.waxwing.adapter.web.redirect;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.redirect.RedirectCursor;
import dev.waxwing.application.redirect.RedirectView;
import dev.waxwing.domain.redirect.SitePath;
import java.util.List;
import java.util.Optional;

/**
 * A page of the list of redirects, and the form for one more.
 *
 * @param next where the following page begins, if there is one
 */
public record RedirectPage(Desk desk, List<RedirectView> redirects, Optional<RedirectCursor> next, Form form) {

    /** Where readers come out, in words. */
    public static String leads(RedirectView redirect) {
        return redirect.leads()
                .map(end -> end instanceof Destination.Moved moved ? readable(moved.location()) : "gone for good (410)")
                .orElse("nothing that readers may see (404)");
    }

    /** A path of this site in the letters of its language; an address elsewhere as it is. */
    private static String readable(String location) {
        return location.startsWith("/") ? SitePath.decode(location).value() : location;
    }

    public static String why(RedirectView redirect) {
        return switch (redirect.reason()) {
            case MOVED -> "moved";
            case IMPORTED -> "imported";
            case WRITTEN -> "by hand";
        };
    }

    public static String address(RedirectCursor cursor) {
        return "/admin/redirects?since=%s&from=%s"
                .formatted(cursor.since(), Params.encoded(cursor.from().value()));
    }
}
