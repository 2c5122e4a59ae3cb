package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.shared.BlogException;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A form as somebody sent it: what was typed, and what is wrong with each field. All fields are checked before anything is
 * refused, so that a page can show every error beside its field, with what was typed still there.
 */
public final class Form {
    /** More than any form of the desk has. */
    private static final int MOST_FIELDS = 1_000;

    private final Map<String, List<String>> fields;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * @throws BadRequestResponse if the body is no form that can be read
     * @throws ContentTooLargeResponse if it has more fields than any form here, or more words
     * @throws BlogException.Unavailable if others have sent so much that there is no room for it
     */
    public static Form of(Context ctx) {
        if (ctx.isMultipartFormData()) {
            requireFewWords(ctx);
        } else {
            requireFewFields(ctx);
        }
        try {
            return new Form(new LinkedHashMap<>(ctx.formParamMap()));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse();
        }
    }

    /** Files wait on disk; whatever comes beside them is read into memory. */
    private static void requireFewWords(Context ctx) {
        long words = parts(ctx).stream()
                .filter(part -> part.getSubmittedFileName() == null)
                .mapToLong(Part::getSize)
                .sum();
        if (words > BodyRoom.LARGEST) {
            throw new ContentTooLargeResponse();
        }
        BodyRoom.take(ctx, words);
    }

    /** Not asked for at the request itself before the library below has told it how much it may take in. */
    private static Collection<Part> parts(Context ctx) {
        ctx.uploadedFileMap();
        try {
            return ctx.req().getParts();
        } catch (IOException | ServletException e) {
            throw new BadRequestResponse();
        }
    }

    /** Counted before they are taken apart, which takes many times their room; parts are counted by the server. */
    private static void requireFewFields(Context ctx) {
        BodyRoom.take(ctx);
        int fields = 1;
        for (byte sign : ctx.bodyAsBytes()) {
            fields += sign == '&' ? 1 : 0;
        }
        if (fields > MOST_FIELDS) {
            throw new ContentTooLargeResponse();
        }
    }

    /** A form that nobody has filled in yet. */
    public static Form empty() {
        return new Form(new LinkedHashMap<>());
    }

    /** A form that shows what there is, to be changed. */
    public Form with(String field, String value) {
        fields.put(field, List.of(value));
        return this;
    }

    /** What was typed, empty if the field was not sent. */
    public String value(String field) {
        List<String> values = values(field);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** All that was sent, field by field. */
    Map<String, List<String>> fields() {
        return Collections.unmodifiableMap(fields);
    }

    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** Whether a box was ticked. */
    public boolean isTicked(String field) {
        return !values(field).isEmpty();
    }

    /** Reads a field as a value of the model; what the model refuses becomes the error of this field. */
    public <T> Optional<T> read(String field, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(value(field)));
        } catch (BlogException.Invalid e) {
            refuse(field, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Does what the form asks for, if nothing is wrong with it so far. What is refused becomes the error of its field; what
     * is refused as a whole, of the main field.
     */
    public <T> Optional<T> send(String mainField, Supplier<T> act) {
        if (!isValid()) {
            return Optional.empty();
        }
        try {
            return Optional.of(act.get());
        } catch (BlogException.Invalid e) {
            refuse(e.field(), e.getMessage());
        } catch (BlogException.Conflict e) {
            refuse(mainField, e.getMessage());
        } catch (BlogException.Full e) {
            refuse(mainField, e);
        }
        return Optional.empty();
    }

    /** The same for what has no result; whether it was done. */
    public boolean send(String mainField, Runnable act) {
        return send(mainField, () -> {
                    act.run();
                    return true;
                })
                .isPresent();
    }

    /** This form, with what another one holds in the fields that were not sent. */
    public Form orElse(Form other) {
        other.fields.forEach(fields::putIfAbsent);
        return this;
    }

    /** Notes what is wrong with a field. The first error of a field stays. */
    public void refuse(String field, @Nullable String why) {
        errors.putIfAbsent(field, why == null ? "This cannot be accepted" : why);
    }

    /** Notes why the act cannot be done now, or by whoever wants it; what was typed stays in the form for when it can be. */
    public void refuse(String field, BlogException why) {
        refuse(field, why.getMessage());
        refused = Errors.status(why);
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    /** What is wrong with a field, empty if nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** What is wrong, field by field, in the order in which it was found. */
    public Map<String, String> errors() {
        return Collections.unmodifiableMap(errors);
    }

    /** Whether this is the first field with an error, where the page is to put the focus. */
    public boolean isFirstError(String field) {
        return errors.keySet().stream().findFirst().filter(field::equals).isPresent();
    }

    /** The status of a page that shows this form again. */
    public HttpStatus status() {
        return isValid() ? HttpStatus.OK : refused;
    }
}
