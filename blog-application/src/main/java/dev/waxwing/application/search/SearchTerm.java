package dev.waxwing.application.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One word or phrase of a {@link SearchQuery}. */
public record SearchTerm(String text, Role role) {
    /** What a post must do with the term to be found. */
    public enum Role {
        /** It has the word. */
        WORD,
        /** It has the word or one that begins with it: the last word typed. */
        BEGINNING,
        /** It has these words side by side. */
        PHRASE,
        /** It does not have the word or phrase. */
        UNWANTED
    }

    private static final int MAX_TERMS = 10;

    /** A quote counts only at the edge of a word: the one inside a Hebrew abbreviation stays a letter. */
    private static final Pattern TERM = Pattern.compile(
            "(?<minus>(?:-(?=[^-]))?)(?:[\"“”„«](?<phrase>[^\"“”„«»]+)[\"“”»](?![\\p{L}\\p{N}])|(?<word>\\S+))",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LETTER_DIGIT_OR_SYMBOL = Pattern.compile("[\\p{L}\\p{N}\\p{So}]");

    /** The first ten terms of what was typed; whatever is neither phrase nor unwanted is plain words. */
    static List<SearchTerm> parse(String words) {
        List<SearchTerm> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(words);
        while (terms.size() < MAX_TERMS && matcher.find()) {
            SearchTerm term = of(matcher);
            if (LETTER_DIGIT_OR_SYMBOL.matcher(term.text).find()) {
                terms.add(term);
            }
        }
        return lastUnfinished(terms);
    }

    private static SearchTerm of(Matcher matcher) {
        String phrase = matcher.group("phrase");
        String text = phrase == null ? matcher.group("word") : phrase.strip();
        if (!matcher.group("minus").isEmpty()) {
            return new SearchTerm(text, Role.UNWANTED);
        }
        return new SearchTerm(text, phrase == null ? Role.WORD : Role.PHRASE);
    }

    private static List<SearchTerm> lastUnfinished(List<SearchTerm> terms) {
        int last = terms.size() - 1;
        if (last >= 0 && terms.get(last).role == Role.WORD) {
            terms.set(last, new SearchTerm(terms.get(last).text, Role.BEGINNING));
        }
        return List.copyOf(terms);
    }
}
