package dev.waxwing.application.change;

import java.util.List;

/** Keeps one read model up to date with the change feed. Applying a change twice must do no harm. */
public interface Projection {

    /** Where this projection has got to; kept where its read model is, so that both are lost together. */
    Bookmark bookmark();

    void apply(List<RecordedEvent> changes);
}
