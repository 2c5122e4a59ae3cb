package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.application.post.RevisionView;
import dev.waxwing.application.post.WorkingCopy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The history of a post.
 *
 * @param sittings newest first
 */
public record RevisionsPage(Desk desk, WorkingCopy copy, List<Sitting> sittings) {
    private static final Duration PAUSE = Duration.ofMinutes(15);

    /**
     * What one person wrote without a longer pause: many saves, of which the last is what counts.
     *
     * @param from the revision before the first save
     */
    public record Sitting(RevisionView last, int saves, int from) {}

    static List<Sitting> sittings(List<RevisionView> newestFirst) {
        List<Sitting> sittings = new ArrayList<>();
        int start = 0;
        for (int place = 1; place <= newestFirst.size(); place++) {
            if (place == newestFirst.size() || !goesOn(newestFirst.get(place), newestFirst.get(place - 1))) {
                RevisionView last = newestFirst.get(start);
                int from = Math.max(1, newestFirst.get(place - 1).number() - 1);
                sittings.add(new Sitting(last, place - start, from));
                start = place;
            }
        }
        return sittings;
    }

    private static boolean goesOn(RevisionView former, RevisionView next) {
        return former.by().equals(next.by())
                && Duration.between(former.at(), next.at()).compareTo(PAUSE) < 0;
    }

    /** What readers see, or would see, of the revision. */
    public String role(RevisionView revision) {
        if (revision.number() == copy.present()) {
            return copy.entry().changed() ? "what readers see" : "the present text";
        }
        return revision.number() == copy.text().number() ? "not published yet" : "";
    }

    public String moment(Instant at) {
        return Moments.of(desk.site()).shortly(at);
    }
}
