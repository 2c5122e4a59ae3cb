package dev.waxwing.application.fake;

import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.search.SearchDocument;
import dev.waxwing.application.search.SearchHits;
import dev.waxwing.application.search.SearchIndex;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.application.search.SearchTerm;
import dev.waxwing.application.search.SearchTerm.Role;
import dev.waxwing.application.search.Snippet;
import dev.waxwing.application.search.Snippet.Mark;
import dev.waxwing.domain.post.PostId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Search in memory, by reading every post; without stems and near spellings. */
public final class InMemorySearchIndex implements SearchIndex {
    private static final Pattern WORD = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}"
                    + "\\p{IsKatakana}\\p{IsHangul}]]+");

    private final Map<PostId, SearchDocument> documents = new LinkedHashMap<>();
    private long position;

    @Override
    public synchronized SearchHits search(SearchQuery query) {
        List<SearchTerm> terms = query.terms();
        if (terms.stream().allMatch(term -> term.role() == Role.UNWANTED)) {
            return SearchHits.NONE;
        }
        List<SearchDocument> found = documents.values().stream()
                .filter(post -> terms.stream().allMatch(term -> accepts(post, term)))
                .sorted(Comparator.comparing((SearchDocument post) -> -weight(post, terms))
                        .thenComparing(SearchDocument::publishedAt, Comparator.reverseOrder()))
                .toList();
        return new SearchHits(
                found.size(),
                found.stream()
                        .skip(query.offset())
                        .limit(query.limit())
                        .map(post -> new SearchHits.Hit(
                                post.post(),
                                Snippet.whole(post.title(), marks(post.title(), terms)),
                                Snippet.around(post.text(), marks(post.text(), terms))))
                        .toList());
    }

    @Override
    public synchronized void put(List<SearchDocument> posts) {
        posts.forEach(post -> documents.put(post.post(), post));
    }

    @Override
    public synchronized void remove(List<PostId> posts) {
        posts.forEach(documents::remove);
    }

    @Override
    public synchronized void clear() {
        documents.clear();
        position = 0;
    }

    @Override
    public Bookmark bookmark() {
        return new Bookmark() {
            @Override
            public long position() {
                return position;
            }

            @Override
            public OptionalLong claim() {
                return OptionalLong.of(position);
            }

            @Override
            public void advance(long to) {
                position = to;
            }
        };
    }

    private static boolean accepts(SearchDocument post, SearchTerm term) {
        boolean found = parts(post).anyMatch(part -> !marks(part, term).isEmpty());
        return found == (term.role() != Role.UNWANTED);
    }

    private static Stream<String> parts(SearchDocument post) {
        return Stream.concat(Stream.of(post.title(), post.text()), post.tags().stream());
    }

    private static int weight(SearchDocument post, List<SearchTerm> terms) {
        return (marks(post.title(), terms).isEmpty() ? 0 : 2)
                + (post.tags().stream().allMatch(tag -> marks(tag, terms).isEmpty()) ? 0 : 1);
    }

    private static List<Mark> marks(String text, List<SearchTerm> terms) {
        return terms.stream()
                .filter(term -> term.role() != Role.UNWANTED)
                .flatMap(term -> marks(text, term).stream())
                .toList();
    }

    private static List<Mark> marks(String text, SearchTerm term) {
        List<Word> wanted = words(term.text());
        List<Word> words = words(text);
        List<Mark> marks = new ArrayList<>();
        for (int from = 0; !wanted.isEmpty() && from + wanted.size() <= words.size(); from++) {
            if (matches(words.subList(from, from + wanted.size()), wanted, term.role())) {
                marks.add(new Mark(
                        words.get(from).start(),
                        words.get(from + wanted.size() - 1).end()));
            }
        }
        return marks;
    }

    private static boolean matches(List<Word> words, List<Word> wanted, Role role) {
        for (int i = 0; i < wanted.size(); i++) {
            String word = words.get(i).folded();
            String other = wanted.get(i).folded();
            if (role == Role.BEGINNING ? !word.startsWith(other) : !word.equals(other)) {
                return false;
            }
        }
        return true;
    }

    private record Word(String folded, int start, int end) {}

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(fold(matcher.group()), matcher.start(), matcher.end()));
        }
        return words;
    }

    private static String fold(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("[\\u0300-\\u036F]", "")
                .toLowerCase(Locale.ROOT);
    }
}
