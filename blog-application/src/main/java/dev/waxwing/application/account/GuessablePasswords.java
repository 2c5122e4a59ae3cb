package dev.waxwing.application.account;

import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Refuses passwords that whoever guesses tries early (NIST SP 800-63B-4, section 3.1.1.2): those that are nothing but one or
 * two of the words that many people choose or that are known of the person or the program, however often they are repeated
 * and whatever digits and signs stand around them. Of a password without words, the digits and signs are judged.
 */
public final class GuessablePasswords {
    private static final List<String> OF_THE_PROGRAM =
            List.of("waxwing", "blog", "desk", "admin", "administrator", "editor", "author", "contributor");

    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 2;
    private static final int FEW = 3;

    private final CommonPasswords common;

    @Inject
    public GuessablePasswords(CommonPasswords common) {
        this.common = common;
    }

    /** @throws BlogException.Invalid of the field {@code password}, if this is one of them */
    void refuse(Password wished, Account.Person person) {
        String password = wished.value();
        String text = lettersAndDigits(password);
        String core = text.replaceAll("^\\d+|\\d+$", "");
        Set<String> known = known(person);
        if (isGuessable(text, signs(password), known) || isGuessable(core, digitsAndSigns(password), known)) {
            throw new BlogException.Invalid(
                    "password",
                    "This is among the first that somebody would try;"
                            + " take three or four words that have nothing to do with each other");
        }
    }

    private static String lettersAndDigits(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "");
    }

    private static String signs(String text) {
        return text.replaceAll("[\\p{L}\\p{M}\\p{N}]+", "");
    }

    private static String digitsAndSigns(String text) {
        return text.replaceAll("[\\p{L}\\p{M}]+", "");
    }

    /** What a text repeats, if it is nothing but repetition. */
    private static String once(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            String part = text.substring(0, length);
            if (text.length() % length == 0
                    && part.repeat(text.length() / length).equals(text)) {
                return part;
            }
        }
        return text;
    }

    private static Set<String> known(Account.Person person) {
        Set<String> known = new HashSet<>(OF_THE_PROGRAM);
        String about = person.name() + " " + person.email().value();
        Arrays.stream(about.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .map(GuessablePasswords::lettersAndDigits)
                .filter(word -> word.length() >= SHORTEST_WORD)
                .forEach(known::add);
        return known;
    }

    /** A text with too little in it is as good as what stands around it. */
    private boolean isGuessable(String text, String around, Set<String> known) {
        String part = once(text);
        if (part.length() > SHORTEST_WORD) {
            return words(part, known) <= MOST_WORDS;
        }
        return isMonotonous(around) || words(once(around), known) <= MOST_WORDS;
    }

    /**
     * Of few characters, such as {@code !!!!!!!!!!!!}, or in few steps from one to the next, such as {@code 12345678901234}.
     */
    private static boolean isMonotonous(String text) {
        int[] characters = text.codePoints().toArray();
        return Arrays.stream(characters).distinct().count() <= FEW
                || IntStream.range(1, characters.length)
                                .map(i -> characters[i] - characters[i - 1])
                                .distinct()
                                .count()
                        <= FEW;
    }

    /** Of how few words a text can be made; more than there may be if it cannot. */
    private int words(String text, Set<String> known) {
        int[] fewest = new int[text.length() + 1];
        Arrays.fill(fewest, 1, fewest.length, MOST_WORDS + 1);
        for (int end = SHORTEST_WORD; end <= text.length(); end++) {
            for (int start = Math.max(0, end - LONGEST_WORD); start <= end - SHORTEST_WORD; start++) {
                if (fewest[start] < MOST_WORDS && fewest[start] + 1 < fewest[end]) {
                    String word = text.substring(start, end);
                    if (known.contains(word) || common.contain(word)) {
                        fewest[end] = fewest[start] + 1;
                    }
                }
            }
        }
        return fewest[text.length()];
    }
}
