package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.shared.Kept;
import java.util.function.Supplier;

/** What becomes of an answer that many pages need. */
public enum Recall {
    /** It is asked for each time. */
    NONE {
        @Override
        public <T> Answer<T> of(Supplier<T> question) {
            return question::get;
        }
    },
    /** It is kept in memory until it is refreshed. */
    UNTIL_REFRESHED {
        @Override
        public <T> Answer<T> of(Supplier<T> question) {
            Kept<T> kept = new Kept<>(question);
            return new Answer<>() {
                @Override
                public T get() {
                    return kept.get();
                }

                @Override
                public void refresh() {
                    kept.letGo();
                }
            };
        }
    };

    /** An answer that is there when it is needed. */
    @FunctionalInterface
    public interface Answer<T> {
        T get();

        /** To be called when something in the blog has changed. */
        default void refresh() {}
    }

    public abstract <T> Answer<T> of(Supplier<T> question);
}
