package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.application.post.CompareRevisions.Comparison;
import dev.waxwing.application.post.WorkingCopy;
import java.time.Instant;

/** What differs between two revisions. */
public record ComparisonPage(Desk desk, WorkingCopy copy, Comparison comparison) {
    public String moment(Instant at) {
        return Moments.of(desk.site()).shortly(at);
    }

    /** Whether the newer one is what is written now, so that there is nothing to restore. */
    public boolean isNewest() {
        return comparison.newer().number() == copy.text().number();
    }
}
