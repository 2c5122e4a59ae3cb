package dev.waxwing.adapter.web.shared;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody wrote in the form of a post that was refused: whatever page says so has it in a form of its own, so that
 * no refusal takes it from them, with scripts or without.
 *
 * @param action where the form goes
 * @param csrf the token that the form sends along
 * @param others what was sent beside title and text, and is sent along unseen
 */
public record RefusedWords(Way way, String action, String csrf, String title, String markdown, List<Hidden> others) {
    private static final String POSTS = "/admin/posts";
    private static final String TITLE = "title";
    private static final String MARKDOWN = "markdown";

    /** What the form has for itself. */
    private static final Set<String> OWN = Set.of(Csrf.FIELD, "act", TITLE, MARKDOWN);

    /** What can be said of any post. */
    private static final Set<String> OF_ANY_POST =
            Set.of("kind", "tags", "excerpt", "cover", "alt", "language", "canonical");

    /** Whose bodies cannot be read, or not again. */
    private static final Set<HttpStatus> UNREADABLE =
            Set.of(HttpStatus.BAD_REQUEST, HttpStatus.REQUEST_TIMEOUT, HttpStatus.CONTENT_TOO_LARGE);

    /** How whoever wrote them can go on with them. */
    public enum Way {
        SIGN_IN("Go on with these words"),
        AGAIN("Save these words"),
        AS_A_NEW_DRAFT("Keep these words as a new draft");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        /** What the button says. */
        public String label() {
            return label;
        }
    }

    /** A field that is sent along. */
    public record Hidden(String name, String value) {}

    public RefusedWords {
        others = List.copyOf(others);
    }

    /** Nothing if it was no form of a post, or if a stranger sent more than is taken in. */
    static Optional<RefusedWords> find(Context ctx) {
        boolean writes = ctx.method().equals(HandlerType.POST) && isOfPosts(ctx.path());
        boolean known = Requester.find(ctx).isPresent() || WholeBody.isHere(ctx);
        if (!writes || !known || UNREADABLE.contains(ctx.status()) || ctx.isMultipartFormData()) {
            return Optional.empty();
        }
        return Optional.of(Form.of(ctx))
                .filter(form -> !form.values(MARKDOWN).isEmpty())
                .map(form -> of(ctx, form));
    }

    private static boolean isOfPosts(String path) {
        return path.equals(POSTS) || path.startsWith(POSTS + "/");
    }

    private static RefusedWords of(Context ctx, Form form) {
        Way way = way(ctx);
        boolean anew = way == Way.AS_A_NEW_DRAFT;
        return new RefusedWords(
                way,
                anew ? POSTS : ctx.path(),
                Requester.find(ctx).map(Requester::csrf).orElseGet(() -> form.value(Csrf.FIELD)),
                form.value(TITLE),
                form.value(MARKDOWN),
                form.fields().entrySet().stream()
                        .filter(field -> anew ? OF_ANY_POST.contains(field.getKey()) : !OWN.contains(field.getKey()))
                        .flatMap(RefusedWords::hidden)
                        .toList());
    }

    /** What is refused to somebody whose form was as it should be will be refused again. */
    private static Way way(Context ctx) {
        return switch (ctx.status()) {
            case UNAUTHORIZED -> Way.SIGN_IN;
            case FORBIDDEN, NOT_FOUND -> Csrf.isGood(ctx) ? Way.AS_A_NEW_DRAFT : Way.AGAIN;
            default -> Way.AGAIN;
        };
    }

    private static Stream<Hidden> hidden(Map.Entry<String, List<String>> field) {
        return field.getValue().stream().map(value -> new Hidden(field.getKey(), value));
    }
}
