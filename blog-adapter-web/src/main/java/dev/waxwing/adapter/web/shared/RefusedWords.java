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
 * What somebody wrote in a long form that was refused: whatever page says so has it in a form of its own, so that no refusal
 * takes it from them, with scripts or without.
 *
 * @param action where the form goes
 * @param csrf the token that the form sends along
 * @param others what was sent beside title and text, and is sent along unseen
 */
public record RefusedWords(Way way, String action, String csrf, Field title, Field text, List<Field> others) {
    /** What the form has for itself beside title and text. */
    private static final Set<String> OWN = Set.of(Csrf.FIELD, "act");

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

    /** A field with what is in it. */
    public record Field(String name, String value) {}

    public RefusedWords {
        others = List.copyOf(others);
    }

    /** Nothing if it was no such form, or if a stranger sent more than is taken in. */
    static Optional<RefusedWords> find(Context ctx, LongForm written) {
        boolean writes = ctx.method().equals(HandlerType.POST) && isAtOrBelow(written.address(), ctx.path());
        boolean known = Requester.find(ctx).isPresent() || WholeBody.isHere(ctx);
        if (!writes || !known || UNREADABLE.contains(ctx.status()) || ctx.isMultipartFormData()) {
            return Optional.empty();
        }
        return Optional.of(Form.of(ctx))
                .filter(form -> !form.values(written.text()).isEmpty())
                .map(form -> of(ctx, form, written));
    }

    private static boolean isAtOrBelow(String address, String path) {
        return path.equals(address) || path.startsWith(address + "/");
    }

    private static RefusedWords of(Context ctx, Form form, LongForm written) {
        Way way = way(ctx);
        boolean anew = way == Way.AS_A_NEW_DRAFT;
        return new RefusedWords(
                way,
                anew ? written.address() : ctx.path(),
                Requester.find(ctx).map(Requester::csrf).orElseGet(() -> form.value(Csrf.FIELD)),
                new Field(written.title(), form.value(written.title())),
                new Field(written.text(), form.value(written.text())),
                form.fields().entrySet().stream()
                        .filter(field -> anew
                                ? written.keptFields().contains(field.getKey())
                                : !isShown(field.getKey(), written))
                        .flatMap(RefusedWords::fields)
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

    private static boolean isShown(String field, LongForm written) {
        return OWN.contains(field) || field.equals(written.title()) || field.equals(written.text());
    }

    private static Stream<Field> fields(Map.Entry<String, List<String>> field) {
        return field.getValue().stream().map(value -> new Field(field.getKey(), value));
    }
}
