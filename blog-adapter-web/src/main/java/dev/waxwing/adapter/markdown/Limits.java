package dev.waxwing.adapter.markdown;

import dev.waxwing.domain.post.Body;
import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.util.Locale;

/** What is refused before or while it is rendered, each in one sentence. */
final class Limits {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Blocks in blocks; CommonMark texts of people rarely pass six. What is nested deeper stays text. */
    static final int DEEPEST_BLOCKS = 100;

    /** Emphasis and pictures in each other. What is nested deeper stays text. */
    static final int DEEPEST_INLINES = 100;

    /** Room for what the sanitiser takes out again, a quarter more than a finished text may have. */
    private static final int LONGEST_OUTPUT = Body.LONGEST_HTML / 4 * 5;

    private Limits() {}

    static void requireLength(String markdown) {
        if (markdown.length() > Body.LONGEST_MARKDOWN) {
            throw refusal(String.format(
                    Locale.ROOT,
                    "The text has %,d characters; at most %,d are allowed; divide the post",
                    markdown.length(),
                    Body.LONGEST_MARKDOWN));
        }
    }

    static BlogException tooSlow() {
        return refusal("The text takes more than %d seconds of processor time to render; divide the post"
                .formatted(PATIENCE.toSeconds()));
    }

    static BlogException tooDeep() {
        return refusal("The text is nested too deeply to be rendered");
    }

    static BlogException unreadableHtml() {
        return refusal("The HTML within the text is too damaged to be read; remove it or write it as Markdown");
    }

    static BlogException refusal(String sentence) {
        return new BlogException.Invalid("markdown", sentence);
    }

    /** Collects output and stops where a short text has grown out of all proportion. */
    static final class Output implements Appendable {
        private final StringBuilder text = new StringBuilder();

        @Override
        public Output append(CharSequence added) {
            text.append(added);
            return checked();
        }

        @Override
        public Output append(CharSequence added, int start, int end) {
            text.append(added, start, end);
            return checked();
        }

        @Override
        public Output append(char added) {
            text.append(added);
            return checked();
        }

        private Output checked() {
            if (text.length() > LONGEST_OUTPUT) {
                throw refusal(String.format(
                        Locale.ROOT,
                        "The text grows to more than %,d characters of HTML; divide the post",
                        Body.LONGEST_HTML));
            }
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
