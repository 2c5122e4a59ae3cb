package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.application.post.Milestone;
import dev.waxwing.application.post.RevisionView;
import dev.waxwing.application.post.WorkingCopy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The history of a post.
 *
 * @param sittings newest first
 */
public record RevisionsPage(Desk desk, WorkingCopy copy, List<Sitting> sittings) {
    /**
     * What one person wrote without a longer pause: many saves, of which the last is what counts.
     *
     * @param saves newest first, at least one
     * @param from the revision before the first save, or the first save itself if there is none
     */
    public record Sitting(List<RevisionView> saves, int from) {
        public Sitting {
            saves = List.copyOf(saves);
        }

        public RevisionView last() {
            return saves.get(0);
        }

        public List<RevisionView> earlier() {
            return saves.subList(1, saves.size());
        }

        public Instant since() {
            return saves.get(saves.size() - 1).at();
        }
    }

    static List<Sitting> sittings(List<RevisionView> newestFirst) {
        List<Sitting> sittings = new ArrayList<>();
        int start = 0;
        for (int place = 1; place <= newestFirst.size(); place++) {
            RevisionView first = newestFirst.get(place - 1);
            RevisionView before = place == newestFirst.size() ? first : newestFirst.get(place);
            if (before.equals(first) || !first.goesOnFrom(before)) {
                sittings.add(new Sitting(newestFirst.subList(start, place), before.number()));
                start = place;
            }
        }
        return sittings;
    }

    /** What is special about the revision: what readers see of it, or would see, or why it stands for itself. */
    public String role(RevisionView revision) {
        if (revision.number() == copy.present()) {
            return copy.entry().changed() ? "what readers see" : "the present text";
        }
        if (revision.number() == copy.text().number()) {
            return "not published yet";
        }
        return revision.milestone().map(RevisionsPage::words).orElse("");
    }

    private static String words(Milestone milestone) {
        return switch (milestone) {
            case SEEN -> "readers saw it";
            case REVISITED -> "somebody went back to it";
            case RESTORED -> "an earlier text again";
        };
    }

    public String moment(Instant at) {
        return Moments.of(desk.site()).shortly(at);
    }

    public String time(Instant at) {
        return Moments.of(desk.site()).time(at);
    }
}
