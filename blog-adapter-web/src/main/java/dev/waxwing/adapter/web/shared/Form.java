package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.shared.BlogException;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form as somebody sent it: what was typed, and what is wrong with each field. All fields are checked before anything is
 * refused, so that a page can show every error beside its field, with what was typed still there.
 */
public final class Form {
    private final Map<String, List<String>> fields;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** @throws BadRequestResponse if the body is no form that can be read */
    public static Form of(Context ctx) {
        try {
            return new Form(new LinkedHashMap<>(ctx.formParamMap()));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse();
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

    /** Notes what is wrong with a field. The first error of a field stays. */
    public void refuse(String field, @Nullable String why) {
        errors.putIfAbsent(field, why == null ? "This cannot be accepted" : why);
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    /** What is wrong with a field, empty if nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Whether this is the first field with an error, where the page is to put the focus. */
    public boolean isFirstError(String field) {
        return errors.keySet().stream().findFirst().filter(field::equals).isPresent();
    }

    /** The status of a page that shows this form again. */
    public HttpStatus status() {
        return isValid() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
