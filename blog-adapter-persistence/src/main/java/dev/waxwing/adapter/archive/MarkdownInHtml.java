package dev.waxwing.adapter.archive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets apart the Markdown in elements that say {@code markdown="1"}, as kramdown and Markdown Extra know it: CommonMark reads
 * the text of an element as Markdown where blank lines stand around it.
 */
final class MarkdownInHtml {
    /** Tags, backticks, and what a backslash makes neither. */
    private static final Pattern TAG_OR_CODE = Pattern.compile(
            "`++|\\\\[`<\\\\]|<(/?)(div|section|article|aside|header|footer|main|nav|details)\\b([^<>]*+)>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?<!\\s)\\s++markdown\\s*=\\s*(?:\"(?:1|block|span)\"|'(?:1|block|span)'|(?:1|block|span)(?=[\\s/>]|$))",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final StringBuilder apart = new StringBuilder();

    /** Of the elements that are open, by their name, whether their text is set apart. */
    private final Map<String, Deque<Boolean>> open = new HashMap<>();

    private int done;

    private MarkdownInHtml(String text) {
        this.text = text;
    }

    static String setApart(String text) {
        return text.indexOf('<') >= 0 && ATTRIBUTE.matcher(text).find() ? new MarkdownInHtml(text).setApart() : text;
    }

    private String setApart() {
        CodeBlocks code = CodeBlocks.of(text);
        CodeSpans spans = new CodeSpans(text, code);
        Matcher next = TAG_OR_CODE.matcher(text);
        while (next.find()) {
            if (code.contain(next.start())) {
                continue;
            }
            if (next.group(2) != null) {
                tag(next);
            } else if (next.group().startsWith("`")) {
                next.region(spans.after(next.start()), text.length());
            }
        }
        return apart.append(text, done, text.length()).toString();
    }

    /** One that ends itself, as XHTML has it, holds nothing. */
    private void tag(Matcher tag) {
        Deque<Boolean> same = open.computeIfAbsent(tag.group(2).toLowerCase(Locale.ROOT), name -> new ArrayDeque<>());
        if (!tag.group(1).isEmpty()) {
            if (!same.isEmpty() && same.pop()) {
                apart.append(text.substring(done, tag.start()).stripTrailing()).append("\n\n");
                endWith(tag, tag.group());
            }
        } else if (!tag.group(3).endsWith("/")) {
            Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
            boolean markdown = beginsLine(tag.start()) && attribute.find();
            same.push(markdown);
            if (markdown) {
                apart.append(text, done, tag.start());
                endWith(tag, "<" + tag.group(2) + attribute.replaceFirst("") + ">");
            }
        }
    }

    private void endWith(Matcher tag, String written) {
        apart.append(written).append("\n\n");
        done = tag.end();
        while (done < text.length() && text.charAt(done) == '\n') {
            done++;
        }
    }

    private boolean beginsLine(int at) {
        int start = at;
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return start == 0 || text.charAt(start - 1) == '\n';
    }
}
