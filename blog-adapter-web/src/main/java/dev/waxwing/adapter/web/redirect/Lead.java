package dev.waxwing.adapter.web.redirect;

import dev.waxwing.adapter.web.feed.FeedPages;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.redirect.RedirectCursor;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.application.redirect.RedirectView;
import dev.waxwing.domain.redirect.SitePath;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An address at which nothing stands, and what answers there. */
public record Lead(SitePath from, Destination to) {
    /** How many are asked for at once. */
    private static final int SOME = 500;

    /** All that lead anywhere, in the order of their addresses. */
    public static List<Lead> all(RedirectQueries redirects) {
        List<Lead> leads = new ArrayList<>();
        FeedPages.elsewhere().forEach((from, to) -> leads.add(new Lead(new SitePath(from), new Destination.Moved(to))));
        List<RedirectView> some = redirects.latest(Optional.empty(), SOME);
        while (!some.isEmpty()) {
            some.forEach(redirect -> redirect.leads().ifPresent(to -> leads.add(new Lead(redirect.from(), to))));
            some = redirects.latest(Optional.of(RedirectCursor.of(some.get(some.size() - 1))), SOME);
        }
        leads.sort(Comparator.comparing(lead -> lead.from().value()));
        return leads;
    }

    String path() {
        return from.value();
    }

    /** In ASCII and with nothing in it that stands for something else in any format; empty if it is gone. */
    String location() {
        return to instanceof Destination.Moved moved
                ? URI.create(moved.location())
                        .toASCIIString()
                        .replace("$", "%24")
                        .replace("{", "%7B")
                        .replace("}", "%7D")
                : "";
    }

    private boolean isGone() {
        return to instanceof Destination.Gone;
    }

    static String moved(List<Lead> leads, Function<Lead, String> line) {
        return leads.stream().filter(lead -> !lead.isGone()).map(line).collect(Collectors.joining());
    }

    static String gone(List<Lead> leads, Function<Lead, String> line) {
        return leads.stream().filter(Lead::isGone).map(line).collect(Collectors.joining());
    }
}
