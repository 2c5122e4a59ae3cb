package dev.waxwing.adapter.markdown;

import dev.waxwing.adapter.markdown.Language.Kind;
import dev.waxwing.adapter.markdown.Language.Quote;
import dev.waxwing.adapter.markdown.Language.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the comments, strings, numbers and words of a source, in one pass over its characters. */
final class Lexer {
    private static final int LONGEST_KEY = 80;
    private static final int LONGEST_CHARACTER = 12;
    private static final int LONGEST_PROMPT = 100;
    private static final Pattern PROMPT = Pattern.compile("(?:\\([\\w.-]{1,30}\\) )?"
            + "(?:\\[?[\\w.-]{1,30}@[\\w.-]{1,30}[^\\n$#%>]{0,30}|PS [^>\\n]{0,40})?"
            + "(?:[$#%>❯]|>>>|\\.\\.\\.)(?= |\\n|$)");

    private final String source;
    private final Language language;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** A piece of the source, from {@code start} to before {@code end}. */
    record Token(Kind kind, int start, int end) {}

    Lexer(String source, Language language) {
        this.source = source;
        this.language = language;
    }

    /** The first pieces, in order and without overlap. */
    List<Token> tokens(int most) {
        Runnable step = step();
        while (at < source.length() && tokens.size() < most) {
            int before = at;
            step.run();
            if (at == before) {
                at++;
            }
        }
        return tokens;
    }

    private Runnable step() {
        if (language.has("tags")) {
            return this::markup;
        }
        if (language.has("diff")) {
            return this::diffLine;
        }
        boolean session = language.id().equals("console") || source.startsWith("$ ") || source.contains("\n$ ");
        return language.has("prompt") && session ? this::sessionLine : this::code;
    }

    private void code() {
        char c = source.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
            return;
        }
        boolean found = startOfLine() && (section(c) || key()) || wrap() || comment() || quote() || mark(c) || token();
        if (!found && !number(c) && !word(c)) {
            at++;
        }
    }

    private boolean add(Kind kind, int end) {
        tokens.add(new Token(kind, at, end));
        at = end;
        return true;
    }

    private boolean startOfLine() {
        int i = at - 1;
        while (i >= 0 && at - i <= LONGEST_KEY && (source.charAt(i) == ' ' || source.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || source.charAt(i) == '\n';
    }

    private boolean section(char c) {
        if (language.sections.indexOf(c) < 0) {
            return false;
        }
        return add(Kind.KEYWORD, c == '[' ? endOfLine(at) : endOfWord(at + 1));
    }

    /** {@code key: value} and {@code key = value}, also as an item of a list. */
    private boolean key() {
        if (language.keys.isEmpty()) {
            return false;
        }
        int start = source.startsWith("- ", at) ? at + 2 : at;
        int end = start;
        while (end < source.length() && end - start < LONGEST_KEY && isKey(source.charAt(end))) {
            end++;
        }
        int sign = end;
        while (sign < source.length() && source.charAt(sign) == ' ') {
            sign++;
        }
        if (end == start || sign >= source.length() || language.keys.indexOf(source.charAt(sign)) < 0) {
            return false;
        }
        char after = charAt(sign + 1);
        if (source.charAt(sign) == ':' && !Character.isWhitespace(after) && after != '=' || after == sign) {
            return false;
        }
        at = start;
        return add(Kind.ATTRIBUTE, end);
    }

    private static boolean isKey(char c) {
        return Character.isLetterOrDigit(c) || "_-./$@*%".indexOf(c) >= 0;
    }

    private boolean wrap() {
        for (Wrap wrap : language.wraps) {
            if (source.startsWith(wrap.open(), at)) {
                int close = source.indexOf(wrap.close(), at + wrap.open().length());
                return add(
                        wrap.kind(),
                        close < 0 ? source.length() : close + wrap.close().length());
            }
        }
        return false;
    }

    private boolean comment() {
        for (String open : language.comments) {
            if (source.startsWith(open, at) && mayOpenComment(open.charAt(0))) {
                return add(Kind.COMMENT, endOfLine(at));
            }
        }
        return false;
    }

    private boolean mayOpenComment(char open) {
        return switch (open) {
            case '#', ';', '!' -> Character.isWhitespace(charAt(at - 1));
            case '"' -> startOfLine();
            default -> true;
        };
    }

    private boolean quote() {
        for (Quote quote : language.quotes) {
            if (source.startsWith(quote.mark(), at)) {
                int end = endOfString(quote);
                if (end > at) {
                    return add(isKeyBefore(end) ? Kind.ATTRIBUTE : Kind.STRING, end);
                }
            }
        }
        return false;
    }

    private boolean isKeyBefore(int end) {
        return language.keys.indexOf(':') >= 0 && charAt(end) == ':';
    }

    /** Where the string that starts here ends, or here if it is not one. */
    private int endOfString(Quote quote) {
        int start = at + quote.mark().length();
        return switch (quote.ending()) {
            case LINE -> closing(quote.mark(), start, '\n', '\\');
            case QUOTE -> closing(quote.mark(), start, '\0', '\\');
            case QUOTE_WITHOUT_ESCAPES -> isWord(charAt(at - 1)) ? at : closing(quote.mark(), start, '\0', '\0');
            case ONE_CHARACTER -> character(start);
        };
    }

    private int closing(String mark, int start, char stop, char escape) {
        int i = start;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == stop && stop != '\0') {
                return i;
            }
            if (c == escape && escape != '\0') {
                i++;
            } else if (source.startsWith(mark, i)) {
                return i + mark.length();
            }
            i++;
        }
        return source.length();
    }

    /** {@code 'a'} and {@code '\n'}, but not the lifetime {@code 'a} of Rust. */
    private int character(int start) {
        int end = source.indexOf('\'', charAt(start) == '\\' ? start + 2 : start + 1);
        boolean one = charAt(start) == '\\' ? end - start <= LONGEST_CHARACTER : end - start <= 2;
        return end > start && one ? end + 1 : at;
    }

    private boolean mark(char c) {
        Kind kind = language.marks.get(c);
        if (kind == null || c != '$' && (isWord(charAt(at - 1)) || charAt(at - 1) == c)) {
            return false;
        }
        int end = endOfWord(at + 1);
        if (end == at + 1 && c == '$' && end < source.length() && "?!@#*$-".indexOf(source.charAt(end)) >= 0) {
            end++;
        }
        return end > at + 1 && add(kind, end);
    }

    private boolean token() {
        for (String token : language.tokens) {
            if (source.startsWith(token, at)) {
                return add(Kind.KEYWORD, at + token.length());
            }
        }
        return false;
    }

    private boolean number(char c) {
        if (c < '0' || c > '9') {
            return false;
        }
        int end = at;
        while (isWord(charAt(end)) || charAt(end) == '.' && Character.isDigit(charAt(end + 1))) {
            end++;
        }
        return add(Kind.NUMBER, end);
    }

    private boolean word(char c) {
        boolean sign = "-.$".indexOf(c) >= 0 && language.letters.indexOf(c) >= 0 && Character.isLetter(charAt(at + 1));
        if (!isWord(c) && !sign) {
            return false;
        }
        int end = endOfWord(at + 1);
        Kind kind = kind(source.substring(at, end));
        if (kind != null) {
            return add(kind, end);
        }
        at = end;
        return true;
    }

    private @Nullable Kind kind(String word) {
        String form = language.has("any") ? word.toLowerCase(Locale.ROOT) : word;
        if (language.keywords.contains(form)) {
            return Kind.KEYWORD;
        }
        return language.builtins.contains(form) ? Kind.BUILTIN : null;
    }

    private int endOfWord(int start) {
        int end = start;
        while (isWord(charAt(end)) || end < source.length() && language.letters.indexOf(source.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private int endOfLine(int start) {
        int end = source.indexOf('\n', start);
        return end < 0 ? source.length() : end;
    }

    private char charAt(int index) {
        return index < 0 || index >= source.length() ? '\n' : source.charAt(index);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** What is typed after a prompt is code; what the machine answers is plain. */
    private void sessionLine() {
        int end = endOfLine(at);
        Matcher prompt = PROMPT.matcher(source).region(at, Math.min(end, at + LONGEST_PROMPT));
        if (!prompt.lookingAt()) {
            at = end + 1;
            return;
        }
        add(Kind.PROMPT, prompt.end());
        while (end > 0 && end < source.length() && source.charAt(end - 1) == '\\') {
            end = endOfLine(end + 1);
        }
        List<Token> typed = new Lexer(source.substring(at, end), language).typed();
        typed.forEach(token -> tokens.add(new Token(token.kind, at + token.start, at + token.end)));
        at = end + 1;
    }

    private List<Token> typed() {
        while (at < source.length()) {
            code();
        }
        return tokens;
    }

    private void diffLine() {
        int end = endOfLine(at);
        Kind kind = diffKind();
        if (kind == null) {
            at = end;
        } else {
            add(kind, end);
        }
        at++;
    }

    private @Nullable Kind diffKind() {
        for (String header : List.of("+++", "---", "diff ", "index ", "Index: ", "===", "new file", "deleted file")) {
            if (source.startsWith(header, at)) {
                return Kind.COMMENT;
            }
        }
        return switch (source.charAt(at)) {
            case '+', '>' -> Kind.ADDED;
            case '-', '<' -> Kind.REMOVED;
            case '@' -> Kind.HUNK;
            default -> null;
        };
    }

    private void markup() {
        int next = at;
        while (next < source.length() && "<&{".indexOf(source.charAt(next)) < 0) {
            next++;
        }
        at = next;
        if (at >= source.length()) {
            return;
        }
        if (source.startsWith("<!--", at)) {
            through("-->", Kind.COMMENT);
        } else if (source.startsWith("<![CDATA[", at)) {
            through("]]>", Kind.STRING);
        } else if (source.startsWith("<!", at) || source.startsWith("<?", at)) {
            through(">", Kind.KEYWORD);
        } else if (source.startsWith("{{", at)) {
            through("}}", Kind.VARIABLE);
        } else if (source.startsWith("{%", at)) {
            through("%}", Kind.VARIABLE);
        } else if (source.charAt(at) == '&') {
            entity();
        } else {
            tag();
        }
    }

    private void through(String close, Kind kind) {
        int end = source.indexOf(close, at);
        add(kind, end < 0 ? source.length() : end + close.length());
    }

    private void entity() {
        int end = at + 1;
        while (isWord(charAt(end)) || charAt(end) == '#') {
            end++;
        }
        if (charAt(end) == ';') {
            add(Kind.BUILTIN, end + 1);
        } else {
            at = end;
        }
    }

    private void tag() {
        int name = charAt(at + 1) == '/' ? at + 2 : at + 1;
        if (source.charAt(at) != '<' || !Character.isLetter(charAt(name))) {
            at++;
            return;
        }
        add(Kind.TAG, endOfName(name));
        while (at < source.length() && charAt(at) != '>' && charAt(at) != '<') {
            attribute(charAt(at));
        }
        if (charAt(at) == '>') {
            add(Kind.TAG, at + 1);
        }
    }

    private void attribute(char c) {
        if (c == '"' || c == '\'') {
            int end = source.indexOf(c, at + 1);
            add(Kind.STRING, end < 0 ? source.length() : end + 1);
        } else if (c == '/' && charAt(at + 1) == '>') {
            add(Kind.TAG, at + 1);
        } else if (Character.isLetter(c) || c == ':' || c == '@' || c == '_') {
            add(Kind.ATTRIBUTE, endOfName(at + 1));
        } else {
            at++;
        }
    }

    private int endOfName(int start) {
        int end = start;
        while (isWord(charAt(end)) || "-:.@".indexOf(charAt(end)) >= 0) {
            end++;
        }
        return end;
    }
}
