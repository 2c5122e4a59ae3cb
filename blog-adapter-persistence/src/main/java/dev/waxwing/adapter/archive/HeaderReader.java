package dev.waxwing.adapter.archive;

import dev.waxwing.domain.shared.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out file by file which kind of header stands before the text, and reads it. */
final class HeaderReader {
    static final int LONGEST = 256 * 1024;
    private static final Pattern KEY = Pattern.compile(" {0,3}([A-Za-z][A-Za-z0-9_-]*):(?:[ \\t]+(.*)|$)");
    private static final Pattern MORE = Pattern.compile("(?: {4,}|\\t)(\\S.*)");
    private static final Pattern JSON = Pattern.compile("\\{\\s*(?:\"[^\"\\n]*\"\\s*:|\\})");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*[\\w.-]+\\s*[:={].*");
    private static final Set<String> TELLING =
            Set.of("title", "date", "slug", "category", "tags", "author", "authors", "summary", "status", "layout");

    private final String text;
    private final List<Remark> remarks = new ArrayList<>();

    private HeaderReader(String text) {
        this.text = text;
    }

    static Header read(String text) throws UnreadableFile {
        return new HeaderReader(text).read();
    }

    private Header read() throws UnreadableFile {
        Line first = line(0, 1);
        while (first.isBlank() && first.next() < text.length()) {
            first = line(first.next(), first.number() + 1);
        }
        String opening = first.text().stripTrailing();
        if (opening.equals("---")) {
            return fenced(first, Header.Style.YAML, "---", "...");
        }
        if (opening.equals("+++")) {
            return fenced(first, Header.Style.TOML, "+++", "+++");
        }
        if (opening.startsWith("{") && !opening.startsWith("{%") && !opening.startsWith("{{")) {
            return json(first);
        }
        refuseUnknown(first, opening);
        Optional<Line> end = endWithoutBeginning(first);
        return end.isPresent() ? withoutBeginning(first, end.get()) : plain(first);
    }

    private Header fenced(Line first, Header.Style style, String close, String otherClose) throws UnreadableFile {
        int start = first.next();
        for (Line line = line(start, first.number() + 1); line.start() < text.length(); line = line.following()) {
            if (line.start() - start > LONGEST) {
                throw new UnreadableFile(first.number(), "the header is longer than 256 kB");
            }
            String content = line.text().stripTrailing();
            if (content.equals(close) || content.equals(otherClose) || isLongFence(style, content)) {
                String inside = text.substring(start, line.start());
                HeaderValue.Table table = style == Header.Style.YAML
                        ? YamlHeader.parse(inside, first.number() + 1, remarks)
                        : TomlHeader.parse(inside, first.number() + 1, remarks);
                return new Header(style, table, line.next(), line.number() + 1, List.copyOf(remarks));
            }
        }
        if (style == Header.Style.YAML
                && !ASSIGNMENT.matcher(first.following().text()).matches()) {
            return Header.none();
        }
        throw new UnreadableFile(first.number(), "the header that begins with %s never ends".formatted(close));
    }

    /** Hugo takes any number of hyphens for the end. */
    private static boolean isLongFence(Header.Style style, String line) {
        return style == Header.Style.YAML
                && line.startsWith("---")
                && line.chars().allMatch(c -> c == '-');
    }

    private Header json(Line first) throws UnreadableFile {
        int end = closingBrace(first.start());
        if (end < 0 || !JSON.matcher(text.substring(first.start(), end + 1)).lookingAt()) {
            return Header.none();
        }
        String inside = text.substring(first.start(), end + 1).replace('\t', ' ');
        HeaderValue.Table table = YamlHeader.parse(inside, first.number(), remarks);
        int lines = (int) inside.chars().filter(c -> c == '\n').count();
        Line last = line(end + 1, first.number() + lines);
        if (!last.isBlank()) {
            throw new UnreadableFile(last.number(), "text on the line that ends the header");
        }
        return new Header(Header.Style.JSON, table, last.next(), last.number() + 1, List.copyOf(remarks));
    }

    private int closingBrace(int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Headers of other systems must never be published as the first lines of a post. */
    private void refuseUnknown(Line first, String opening) throws UnreadableFile {
        boolean bracket = opening.equals("{%") || opening.equals("<!--");
        boolean unknown = opening.equals(";;;")
                || opening.toLowerCase(Locale.ROOT).startsWith("#+title")
                || opening.startsWith("% ")
                || (bracket && ASSIGNMENT.matcher(first.following().text()).matches());
        if (unknown) {
            throw new UnreadableFile(first.number(), "a header of a kind that is not read: " + shortened(opening));
        }
    }

    private Header plain(Line first) throws UnreadableFile {
        Map<String, HeaderValue> entries = new LinkedHashMap<>();
        boolean telling = false;
        String key = "";
        Line line = first;
        while (line.start() < text.length() && !line.isBlank() && line.start() - first.start() < LONGEST) {
            Matcher entry = KEY.matcher(line.text());
            Matcher more = MORE.matcher(line.text());
            if (entry.matches()) {
                key = entry.group(1).toLowerCase(Locale.ROOT);
                String value = entry.group(2) == null ? "" : entry.group(2).strip();
                telling |= TELLING.contains(key);
                put(entries, key, value, line.number());
            } else if (more.matches() && !key.isEmpty()) {
                append(entries, key, more.group(1).strip(), line.number());
            } else {
                break;
            }
            line = line.following();
        }
        if (!telling) {
            return withoutTelling(first, entries, line);
        }
        if (!line.isBlank() && line.start() < text.length()) {
            if (entries.size() == 1) {
                return Header.none();
            }
            remarks.add(new Remark(line.number(), "no blank line ends the header: text begins here"));
            return new Header(
                    Header.Style.PELICAN,
                    new HeaderValue.Table(entries, first.number()),
                    line.start(),
                    line.number(),
                    List.copyOf(remarks));
        }
        return new Header(
                Header.Style.PELICAN,
                new HeaderValue.Table(entries, first.number()),
                line.next(),
                line.number() + 1,
                List.copyOf(remarks));
    }

    /** Hexo leaves the opening fence out: its header ends with hyphens before the first blank line. */
    private Optional<Line> endWithoutBeginning(Line first) {
        boolean telling = false;
        Matcher entry = KEY.matcher(first.text());
        if (!entry.matches()) {
            return Optional.empty();
        }
        for (Line line = first; line.start() < text.length() && !line.isBlank(); line = line.following()) {
            if (line.text().stripTrailing().equals("---")) {
                return telling ? Optional.of(line) : Optional.empty();
            }
            entry = KEY.matcher(line.text());
            telling |= entry.matches() && TELLING.contains(entry.group(1).toLowerCase(Locale.ROOT));
        }
        return Optional.empty();
    }

    private Header withoutBeginning(Line first, Line end) throws UnreadableFile {
        String inside = text.substring(first.start(), end.start());
        HeaderValue.Table table = YamlHeader.parse(inside, first.number(), remarks);
        return new Header(Header.Style.YAML, table, end.next(), end.number() + 1, List.copyOf(remarks));
    }

    private Header withoutTelling(Line first, Map<String, HeaderValue> entries, Line after) throws UnreadableFile {
        if (entries.size() > 1 && after.isBlank()) {
            throw new UnreadableFile(first.number(), "a header of a kind that is not read: " + shortened(first.text()));
        }
        return Header.none();
    }

    private void put(Map<String, HeaderValue> entries, String key, String value, int line) {
        if (entries.containsKey(key)) {
            remarks.add(new Remark(line, "'%s' stands twice in the header: the last one holds".formatted(key)));
        }
        entries.put(key, value.isEmpty() ? new HeaderValue.Nothing(line) : legible(value, line, remarks));
    }

    private void append(Map<String, HeaderValue> entries, String key, String more, int line) {
        HeaderValue.Text added = legible(more, line, remarks);
        entries.put(
                key,
                entries.get(key) instanceof HeaderValue.Text text
                        ? new HeaderValue.Text(text.text() + "\n" + added.text(), text.line())
                        : added);
    }

    /** A value that may have been written with escapes: what they bring in that is no text is taken out, with a remark. */
    static HeaderValue.Text legible(String raw, int line, List<Remark> remarks) {
        String legible = Text.legible(raw);
        if (legible.length() < raw.length()) {
            remarks.add(new Remark(line, "%d control character(s) dropped".formatted(raw.length() - legible.length())));
        }
        return new HeaderValue.Text(legible, line);
    }

    static String shortened(String line) {
        String one = line.strip();
        return one.length() <= 60
                ? one
                : one.substring(0, one.offsetByCodePoints(0, Math.min(59, one.codePointCount(0, one.length())))) + "…";
    }

    private Line line(int start, int number) {
        return new Line(start, number);
    }

    private final class Line {
        private final int start;
        private final int end;
        private final int number;

        Line(int start, int number) {
            this.start = Math.min(start, text.length());
            int feed = text.indexOf('\n', this.start);
            this.end = feed < 0 ? text.length() : feed;
            this.number = number;
        }

        int start() {
            return start;
        }

        int next() {
            return Math.min(end + 1, text.length());
        }

        int number() {
            return number;
        }

        String text() {
            return text.substring(start, end);
        }

        boolean isBlank() {
            return text().isBlank();
        }

        Line following() {
            return end == text.length() ? new Line(text.length(), number + 1) : new Line(end + 1, number + 1);
        }
    }
}
