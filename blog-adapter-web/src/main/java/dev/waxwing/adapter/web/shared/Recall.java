package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.shared.Kept;
import java.util.function.Supplier;

/** What becomes of an answer that many pages need. */
public enum Recall {
    /** It is asked for each time. */
    NONE {
        @Override
        public <T> Answer<T> of(Supplier<T> question) {
            return new Answer<>(question, () -> {});
        }
    },
    /** It is kept in memory until it is refreshed. */
    UNTIL_REFRESHED {
        @Override
        public <T> Answer<T> of(Supplier<T> question) {
            Kept<T> kept = new Kept<>(question);
            return new Answer<>(kept::get, kept::letGo);
        }
    };

    /** An answer that is there when it is needed. */
    public record Answer<T>(Supplier<T> present, Runnable refreshing) {
        public T get() {
            return present.get();
        }

        /** To be called when something in the blog has changed. */
        public void refresh() {
            refreshing.run();
        }
    }

    public abstract <T> Answer<T> of(Supplier<T> question);
}
