package dev.waxwing.adapter.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the marks that generators add to Markdown into Markdown where that says the same: links to other posts, figures,
 * videos, highlighted code. All others stay in the text as they are, and are reported; nothing is ever run.
 */
final class Shortcodes {
    private static final Pattern HUGO = Pattern.compile(
            "\\{\\{([<%])(/\\*)?\\s*(/?)\\s*([\\w/.-]+)((?:[^>%\\n]|[>%](?!\\}\\}))*?)(/?)\\s*(?:\\*/)?[>%]\\}\\}");
    private static final Pattern LIQUID_TAG = Pattern.compile("\\{%-?\\s*(\\w+)([^%]*?)-?%\\}");
    private static final Pattern LIQUID_VALUE = Pattern.compile("\\{\\{-?\\s*([^{}\\n]+?)\\s*-?\\}\\}");
    private static final Pattern ZOLA = Pattern.compile("\\{\\{\\s*(\\w+)\\(([^{}\\n]*)\\)\\s*\\}\\}");
    private static final Pattern ARGUMENT =
            Pattern.compile("(?:([\\w-]+)\\s*=\\s*)?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|`([^`]*)`|([^\\s,\"'=]+))");
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
            case PELICAN, PLAIN -> post.body();
        };
        shortcodes.unknown.forEach((mark, line) -> shortcodes.remarks.add(new Remark(
                line,
                mark.equals(ATTRIBUTES)
                        ? "attributes such as {: .wide} are left out"
                        : "'%s' means nothing here and stays in the text".formatted(mark))));
        return new Converted(text, List.copyOf(shortcodes.remarks));
    }

    private void unknown(String body, int offset, String mark) {
        if (unknown.size() < MOST_REMARKS) {
            int line = post.bodyLine()
                    + (int) body.substring(0, offset)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            unknown.putIfAbsent(mark, line);
        }
    }

    private String hugo(String body) {
        if (!body.contains("{{<") && !body.contains("{{%")) {
            return body;
        }
        CodeBlocks code = CodeBlocks.of(body);
        StringBuilder text = new StringBuilder();
        Matcher mark = HUGO.matcher(body);
        int from = 0;
        while (mark.find(from)) {
            text.append(body, from, mark.start());
            from = mark.end();
            if (mark.group(2) != null) {
                text.append(mark.group().replace("/*", "").replace("*/", ""));
            } else if (mark.group(4).equals("highlight") && mark.group(3).isEmpty()) {
                from = highlighted(
                        body,
                        mark,
                        "{{< /highlight >}}",
                        Pattern.compile("\\{\\{[<%]\\s*/\\s*highlight\\s*[>%]\\}\\}"),
                        text);
            } else {
                Optional<String> markdown = known(mark.group(4), arguments(mark.group(5)));
                if (markdown.isEmpty() && !code.contain(mark.start())) {
                    unknown(body, mark.start(), "{{" + mark.group(1) + " " + mark.group(3) + mark.group(4) + " …");
                }
                text.append(markdown.orElse(mark.group()));
            }
        }
        return text.append(body, from, body.length()).toString();
    }

    private String zola(String body) {
        CodeBlocks code = CodeBlocks.of(body);
        return ZOLA.matcher(body).replaceAll(mark -> {
            if (code.contain(mark.start())) {
                return Matcher.quoteReplacement(mark.group());
            }
            Optional<String> markdown = known(mark.group(1), arguments(mark.group(2)));
            if (markdown.isEmpty()) {
                unknown(body, mark.start(), "{{ " + mark.group(1) + "(…) }}");
            }
            return Matcher.quoteReplacement(markdown.orElse(mark.group()));
        });
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
    private int highlighted(String body, MatchResult opening, String missing, Pattern closing, StringBuilder into) {
        Matcher close = closing.matcher(body);
        if (!close.find(opening.end())) {
            unknown(body, opening.start(), missing + " is missing");
            into.append(opening.group());
            return opening.end();
        }
        String language =
                arguments(opening.group(opening.groupCount() > 2 ? 5 : 2)).getOrDefault("0", "");
        String code = body.substring(opening.end(), close.start())
                .replaceFirst("^\\s*\\n", "")
                .stripTrailing();
        String fence = "```";
        while (code.contains(fence)) {
            fence += "`";
        }
        into.append(fence)
                .append(language)
                .append('\n')
                .append(code)
                .append('\n')
                .append(fence);
        return close.end();
    }

    private String jekyll(String body) {
        StringBuilder text = new StringBuilder();
        CodeBlocks code = CodeBlocks.of(body);
        Matcher tag = LIQUID_TAG.matcher(body);
        int from = 0;
        while (tag.find(from)) {
            text.append(values(body, from, tag.start(), code));
            from = tag(body, tag, code, text);
        }
        text.append(values(body, from, body.length(), code));
        return kramdown(text.toString());
    }

    private int tag(String body, Matcher tag, CodeBlocks code, StringBuilder into) {
        String name = tag.group(1);
        String rest = tag.group(2).strip();
        switch (name) {
            case "raw" -> {
                return between(body, tag, "endraw", into, true);
            }
            case "comment" -> {
                return between(body, tag, "endcomment", into, false);
            }
            case "highlight" -> {
                Pattern close = Pattern.compile("\\{%-?\\s*endhighlight\\s*-?%\\}");
                return highlighted(body, tag, "{% endhighlight %}", close, into);
            }
            case "post_url", "link" -> {
                Optional<String> located = located(rest);
                if (located.isEmpty()) {
                    unknown(body, tag.start(), HeaderReader.shortened(tag.group()));
                }
                into.append(located.orElse(tag.group()));
            }
            default -> {
                Optional<String> markdown = known(name, arguments(rest));
                if (markdown.isEmpty() && !code.contain(tag.start())) {
                    unknown(body, tag.start(), "{% " + name + " … %}");
                }
                into.append(markdown.orElse(tag.group()));
            }
        }
        return tag.end();
    }

    /** After the closing tag; a tag alone on its line takes the line with it. */
    private static int between(String body, MatchResult tag, String closing, StringBuilder into, boolean keep) {
        Matcher close = Pattern.compile("\\{%-?\\s*" + closing + "\\s*-?%\\}").matcher(body);
        if (!close.find(tag.end())) {
            into.append(tag.group());
            return tag.end();
        }
        if (keep) {
            into.append(body, afterLine(body, tag.start(), tag.end()), close.start());
        }
        return afterLine(body, close.start(), close.end());
    }

    private static int afterLine(String body, int start, int end) {
        boolean alone =
                (start == 0 || body.charAt(start - 1) == '\n') && end < body.length() && body.charAt(end) == '\n';
        return alone ? end + 1 : end;
    }

    private String values(String body, int from, int to, CodeBlocks code) {
        Matcher value = LIQUID_VALUE.matcher(body).region(from, to);
        StringBuilder text = new StringBuilder();
        int done = from;
        while (value.find()) {
            Optional<String> known = value(value.group(1));
            if (known.isEmpty() && !code.contain(value.start())) {
                unknown(body, value.start(), HeaderReader.shortened(value.group()));
            }
            text.append(body, done, value.start()).append(known.orElse(value.group()));
            done = value.end();
        }
        return text.append(body, done, to).toString();
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
