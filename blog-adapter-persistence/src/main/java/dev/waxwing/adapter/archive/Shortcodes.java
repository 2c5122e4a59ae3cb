package dev.waxwing.adapter.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the marks that generators add to Markdown into Markdown where that says the same: links to other posts, figures,
 * videos, highlighted code. All others stay in the text as they are, and are reported; nothing is ever run.
 */
final class Shortcodes {
    private static final List<String> OPEN_HUGO = List.of("{{<", "{{%");
    private static final List<String> CLOSE_HUGO = List.of(">}}", "%}}");
    private static final Pattern MARK = Pattern.compile(
            "(\\{\\{[<%]\\s*+/?[\\w/.-]{1,60}+|\\{%-?\\s*+\\w{1,60}+|\\{\\{-?\\s++[\\w.]{1,60}+)[^{}\\n]{0,200}+\\}\\}?");
    private static final Pattern CALL_OF_HUGO = Pattern.compile("(/?)\\s*+([\\w/.-]++)([^\\n]*+)");
    private static final Pattern CALL_OF_LIQUID = Pattern.compile("(\\w++)([^%]*+)");
    private static final Pattern CALL_OF_ZOLA = Pattern.compile("(\\w++)\\((.*)\\)");
    private static final List<String> OPEN_TAG = List.of("{%");
    private static final List<String> CLOSE_TAG = List.of("%}");
    private static final List<String> OPEN_VALUE = List.of("{{");
    private static final List<String> CLOSE_VALUE = List.of("}}");
    private static final Pattern END_OF_HIGHLIGHT =
            Pattern.compile("\\{\\{[<%]\\s*+/\\s*+highlight\\s*+[>%]\\}\\}|\\{%-?\\s*+endhighlight\\s*+-?%\\}");
    private static final Pattern END_OF_RAW = Pattern.compile("\\{%-?\\s*+endraw\\s*+-?%\\}");
    private static final Pattern END_OF_COMMENT = Pattern.compile("\\{%-?\\s*+endcomment\\s*+-?%\\}");
    private static final Pattern ARGUMENT = Pattern.compile(
            "(?:([\\w-]++)\\s*+=\\s*+)?(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*+)'|`([^`]*+)`|([^\\s,\"'=]++))");
    private static final Pattern QUOTED_PATH = Pattern.compile(
            "[\"']([^\"']+)[\"']\\s*\\|\\s*(?:relative_url|absolute_url|prepend:\\s*site\\.(?:baseurl|url)).*");
    private static final Pattern KRAMDOWN_LINE = Pattern.compile("(?m)^[ \\t]*\\{:[^}\\n]*\\}[ \\t]*\\n?");
    private static final Pattern KRAMDOWN_CONTENTS =
            Pattern.compile("(?m)^[*-] [^\\n]*\\n\\{:\\s*toc[^}\\n]*\\}[ \\t]*$");
    private static final String ATTRIBUTES = "{:";
    private static final int MOST_REMARKS = 10;

    private final PostFile post;
    private final UnaryOperator<String> locate;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Integer> unknown = new LinkedHashMap<>();

    /** Ends that were looked for and do not come any more: without this, each beginning would read the whole rest. */
    private final Set<String> missing = new HashSet<>();

    private Shortcodes(PostFile post, UnaryOperator<String> locate) {
        this.post = post;
        this.locate = locate;
    }

    /** A body without the marks that Markdown can express. */
    record Converted(String text, List<Remark> remarks) {}

    /** @param locate answers the path of the file that a mark names, or nothing */
    static Converted convert(PostFile post, UnaryOperator<String> locate) {
        Shortcodes shortcodes = new Shortcodes(post, locate);
        String text = switch (post.site().generator()) {
            case JEKYLL -> shortcodes.jekyll(post.body());
            case HUGO -> shortcodes.hugo(post.body());
            case ZOLA -> shortcodes.zola(post.body());
            case PELICAN, PLAIN -> shortcodes.asTheyAre(post.body());
        };
        shortcodes.unknown.forEach((mark, line) -> shortcodes.remarks.add(new Remark(
                line,
                mark.equals(ATTRIBUTES)
                        ? "attributes such as {: .wide} are left out"
                        : "'%s' means nothing here and stays in the text".formatted(mark))));
        return new Converted(text, List.copyOf(shortcodes.remarks));
    }

    /** Lines are counted only for the few marks that are told. */
    private void unknown(String body, int offset, String mark) {
        if (unknown.size() < MOST_REMARKS && !unknown.containsKey(mark)) {
            int line = post.bodyLine()
                    + (int) body.substring(0, offset)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            unknown.put(mark, line);
        }
    }

    /** Where no generator is known for them, marks say nothing, and are told. */
    private String asTheyAre(String body) {
        if (body.indexOf('{') >= 0) {
            tellMarks(body);
        }
        return MarkdownInHtml.setApart(body);
    }

    private void tellMarks(String body) {
        CodeBlocks code = CodeBlocks.of(body);
        Matcher mark = MARK.matcher(body);
        while (mark.find()) {
            if (!code.contain(mark.start())) {
                unknown(body, mark.start(), mark.group(1) + " …");
            }
        }
    }

    private String hugo(String body) {
        if (!body.contains("{{<") && !body.contains("{{%")) {
            return body;
        }
        CodeBlocks code = CodeBlocks.of(body);
        StringBuilder text = new StringBuilder();
        Marks marks = new Marks(body, OPEN_HUGO, CLOSE_HUGO);
        int done = 0;
        int from = 0;
        for (Optional<Marks.Mark> found = marks.next(0, body.length());
                found.isPresent();
                found = marks.next(from, body.length())) {
            Marks.Mark mark = found.get();
            Matcher call = CALL_OF_HUGO.matcher(withoutComment(mark.inside().strip()));
            if (!call.matches()) {
                from = mark.start() + 1;
                continue;
            }
            text.append(body, done, mark.start());
            done = mark.isLong() ? kept(body, mark, code, text) : hugoMark(body, mark, call, code, text);
            from = done;
        }
        return text.append(body, done, body.length()).toString();
    }

    private static String withoutComment(String inside) {
        String call = inside.startsWith("/*")
                ? inside.substring(2, Math.max(2, inside.length() - (inside.endsWith("*/") ? 2 : 0)))
                : inside;
        String plain = call.strip();
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** After a mark that is too long to be one. */
    private int kept(String body, Marks.Mark mark, CodeBlocks code, StringBuilder into) {
        if (!code.contain(mark.start())) {
            unknown(body, mark.start(), HeaderReader.shortened(mark.opening() + mark.inside()));
        }
        into.append(body, mark.start(), mark.end());
        return mark.end();
    }

    private int hugoMark(String body, Marks.Mark mark, MatchResult call, CodeBlocks code, StringBuilder into) {
        String whole = body.substring(mark.start(), mark.end());
        if (mark.inside().startsWith("/*")) {
            into.append(whole.replace("/*", "").replace("*/", ""));
            return mark.end();
        }
        String name = call.group(2);
        Map<String, String> arguments = arguments(call.group(3));
        if (name.equals("highlight") && call.group(1).isEmpty()) {
            return highlighted(body, mark, arguments, "{{< /highlight >}}", into);
        }
        Optional<String> markdown = known(name, arguments);
        if (markdown.isEmpty() && !code.contain(mark.start())) {
            unknown(body, mark.start(), mark.opening() + " " + call.group(1) + name + " …");
        }
        into.append(markdown.orElse(whole));
        return mark.end();
    }

    private String zola(String body) {
        CodeBlocks code = CodeBlocks.of(body);
        StringBuilder text = new StringBuilder();
        Marks marks = new Marks(body, OPEN_VALUE, CLOSE_VALUE);
        values(body, marks, 0, body.length(), valueOfZola(body, code), text);
        return text.toString();
    }

    private Value valueOfZola(String body, CodeBlocks code) {
        return mark -> {
            Matcher call = CALL_OF_ZOLA.matcher(mark.inside().strip());
            if (code.contain(mark.start()) || !call.matches()) {
                return Optional.empty();
            }
            Optional<String> markdown = known(call.group(1), arguments(call.group(2)));
            if (markdown.isEmpty()) {
                unknown(body, mark.start(), "{{ " + call.group(1) + "(…) }}");
            }
            return markdown;
        };
    }

    /** The arguments by name; those without a name are numbered from 0. */
    private static Map<String, String> arguments(String text) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Matcher argument = ARGUMENT.matcher(text);
        int number = 0;
        while (argument.find()) {
            String value = firstOf(argument, 2, 3, 4, 5).replace("\\\"", "\"");
            arguments.put(argument.group(1) == null ? Integer.toString(number++) : argument.group(1), value);
        }
        return arguments;
    }

    private static String firstOf(MatchResult match, int... groups) {
        for (int group : groups) {
            if (match.group(group) != null) {
                return match.group(group);
            }
        }
        return "";
    }

    private Optional<String> known(String name, Map<String, String> arguments) {
        String first = arguments.getOrDefault("id", arguments.getOrDefault("0", ""));
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "youtube" -> video("https://www.youtube.com/watch?v=", first);
            case "vimeo" -> video("https://vimeo.com/", first);
            case "gist" ->
                arguments.containsKey("1")
                        ? Optional.of("<https://gist.github.com/" + first + "/" + arguments.get("1") + ">")
                        : Optional.empty();
            case "figure", "image", "img" -> figure(arguments);
            case "ref", "relref" -> located(first);
            default -> Optional.empty();
        };
    }

    private static Optional<String> video(String address, String id) {
        return id.matches("[\\w-]{3,40}") ? Optional.of("\n\n" + address + id + "\n\n") : Optional.empty();
    }

    private static Optional<String> figure(Map<String, String> arguments) {
        String source = arguments.getOrDefault("src", arguments.getOrDefault("0", ""));
        if (source.isBlank() || source.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        String caption = arguments.getOrDefault("caption", arguments.getOrDefault("title", ""));
        String alt = arguments.getOrDefault("alt", caption).replaceAll("[\\[\\]]", "");
        String title = caption.isBlank() ? "" : " \"" + caption.replace("\"", "\\\"") + "\"";
        String image = "![%s](<%s>%s)".formatted(alt, source.replaceAll("[<>]", ""), title);
        String link = arguments.getOrDefault("link", "");
        return Optional.of(
                "\n\n" + (link.isBlank() ? image : "[" + image + "](<" + link.replaceAll("[<>]", "") + ">)") + "\n\n");
    }

    private Optional<String> located(String reference) {
        String found = locate.apply(reference);
        int fragment = reference.indexOf('#');
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("/" + found + (fragment < 0 ? "" : reference.substring(fragment)));
    }

    /** After the closing mark; what stands between becomes a fenced block. */
    private int highlighted(
            String body, Marks.Mark opening, Map<String, String> arguments, String closing, StringBuilder into) {
        Optional<MatchResult> close = end(body, END_OF_HIGHLIGHT, opening.end());
        if (close.isEmpty()) {
            unknown(body, opening.start(), closing + " is missing");
            into.append(body, opening.start(), opening.end());
            return opening.end();
        }
        String code = body.substring(opening.end(), close.get().start())
                .replaceFirst("\\A\\s*\\n", "")
                .stripTrailing();
        String fence = "`".repeat(Math.max(3, longestRun(code) + 1));
        into.append(fence)
                .append(arguments.getOrDefault("0", ""))
                .append('\n')
                .append(code)
                .append('\n')
                .append(fence);
        return close.get().end();
    }

    /** Of backticks. */
    private static int longestRun(String code) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private Optional<MatchResult> end(String body, Pattern form, int from) {
        if (missing.contains(form.pattern())) {
            return Optional.empty();
        }
        Matcher end = form.matcher(body);
        if (end.find(from)) {
            return Optional.of(end.toMatchResult());
        }
        missing.add(form.pattern());
        return Optional.empty();
    }

    private String jekyll(String body) {
        StringBuilder text = new StringBuilder();
        CodeBlocks code = CodeBlocks.of(body);
        Marks tags = new Marks(body, OPEN_TAG, CLOSE_TAG);
        Marks values = new Marks(body, OPEN_VALUE, CLOSE_VALUE);
        int done = 0;
        int from = 0;
        for (Optional<Marks.Mark> found = tags.next(0, body.length());
                found.isPresent();
                found = tags.next(from, body.length())) {
            Marks.Mark tag = found.get();
            Matcher call = CALL_OF_LIQUID.matcher(withoutHyphens(tag.inside()));
            if (!call.matches()) {
                from = tag.start() + 1;
                continue;
            }
            values(body, values, done, tag.start(), valueOfLiquid(body, code), text);
            done = tag.isLong() ? kept(body, tag, code, text) : tag(body, tag, call, code, text);
            from = done;
        }
        values(body, values, done, body.length(), valueOfLiquid(body, code), text);
        return MarkdownInHtml.setApart(kramdown(text.toString()));
    }

    /** Liquid's hyphens only tell what becomes of the blanks beside a mark. */
    private static String withoutHyphens(String inside) {
        String call = inside.startsWith("-") ? inside.substring(1) : inside;
        return (call.endsWith("-") ? call.substring(0, call.length() - 1) : call).strip();
    }

    private int tag(String body, Marks.Mark tag, MatchResult call, CodeBlocks code, StringBuilder into) {
        String whole = body.substring(tag.start(), tag.end());
        String name = call.group(1);
        String rest = call.group(2).strip();
        switch (name) {
            case "raw" -> {
                return between(body, tag, END_OF_RAW, into, true);
            }
            case "comment" -> {
                return between(body, tag, END_OF_COMMENT, into, false);
            }
            case "highlight" -> {
                return highlighted(body, tag, arguments(rest), "{% endhighlight %}", into);
            }
            case "post_url", "link" -> {
                Optional<String> located = located(rest);
                if (located.isEmpty()) {
                    unknown(body, tag.start(), HeaderReader.shortened(whole));
                }
                into.append(located.orElse(whole));
            }
            default -> {
                Optional<String> markdown = known(name, arguments(rest));
                if (markdown.isEmpty() && !code.contain(tag.start())) {
                    unknown(body, tag.start(), "{% " + name + " … %}");
                }
                into.append(markdown.orElse(whole));
            }
        }
        return tag.end();
    }

    /** After the closing tag; a tag alone on its line takes the line with it. */
    private int between(String body, Marks.Mark tag, Pattern closing, StringBuilder into, boolean keep) {
        Optional<MatchResult> close = end(body, closing, tag.end());
        if (close.isEmpty()) {
            into.append(body, tag.start(), tag.end());
            return tag.end();
        }
        if (keep) {
            into.append(
                    body, afterLine(body, tag.start(), tag.end()), close.get().start());
        }
        return afterLine(body, close.get().start(), close.get().end());
    }

    private static int afterLine(String body, int start, int end) {
        boolean alone =
                (start == 0 || body.charAt(start - 1) == '\n') && end < body.length() && body.charAt(end) == '\n';
        return alone ? end + 1 : end;
    }

    /** What a mark between double braces says in Markdown. */
    private interface Value {
        Optional<String> of(Marks.Mark mark);
    }

    private static void values(String body, Marks marks, int from, int to, Value value, StringBuilder into) {
        int done = from;
        int next = from;
        for (Optional<Marks.Mark> found = marks.next(from, to); found.isPresent(); found = marks.next(next, to)) {
            Marks.Mark mark = found.get();
            if (isValue(mark)) {
                into.append(body, done, mark.start())
                        .append(value.of(mark).orElseGet(() -> body.substring(mark.start(), mark.end())));
                done = mark.end();
                next = done;
            } else {
                next = mark.start() + 1;
            }
        }
        into.append(body, done, to);
    }

    private static boolean isValue(Marks.Mark mark) {
        for (int i = 0; i < mark.inside().length(); i++) {
            if (mark.inside().charAt(i) == '{' || mark.inside().charAt(i) == '}') {
                return false;
            }
        }
        return !mark.isLong() && mark.inside().strip().indexOf('\n') < 0;
    }

    private Value valueOfLiquid(String body, CodeBlocks code) {
        return mark -> {
            String expression = withoutHyphens(mark.inside());
            Optional<String> known = value(expression);
            if (known.isEmpty() && !expression.isEmpty() && !code.contain(mark.start())) {
                unknown(body, mark.start(), HeaderReader.shortened(body.substring(mark.start(), mark.end())));
            }
            return known;
        };
    }

    private Optional<String> value(String expression) {
        Matcher path = QUOTED_PATH.matcher(expression);
        if (path.matches()) {
            return Optional.of(path.group(1).startsWith("/") ? path.group(1) : "/" + path.group(1));
        }
        return switch (expression) {
            case "site.baseurl", "site.url" -> Optional.of("");
            case "page.title" -> Optional.of(post.title().value());
            default ->
                expression.startsWith("site.")
                        ? post.site().config().printed(expression.substring("site.".length()))
                        : Optional.empty();
        };
    }

    /** Attribute lists have no counterpart; a list that stands for the contents has one. */
    private String kramdown(String text) {
        if (!text.contains("{:")) {
            return text;
        }
        CodeBlocks code = CodeBlocks.of(text);
        String withContents = KRAMDOWN_CONTENTS
                .matcher(text)
                .replaceAll(list -> code.contain(list.start()) ? Matcher.quoteReplacement(list.group()) : "[TOC]");
        CodeBlocks codeNow = CodeBlocks.of(withContents);
        return KRAMDOWN_LINE.matcher(withContents).replaceAll(list -> {
            if (codeNow.contain(list.start())) {
                return Matcher.quoteReplacement(list.group());
            }
            unknown.putIfAbsent(ATTRIBUTES, 0);
            return "";
        });
    }
}
