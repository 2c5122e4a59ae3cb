package dev.waxwing.adapter.jdbi.change;

import dev.waxwing.domain.account.AccountEvent;
import dev.waxwing.domain.author.AuthorEvent;
import dev.waxwing.domain.library.MediaEvent;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PreviewEvent;
import dev.waxwing.domain.redirect.RedirectEvent;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.DomainEvent;
import dev.waxwing.domain.site.SettingsEvent;
import dev.waxwing.domain.tag.TagEvent;
import dev.waxwing.domain.token.ApiTokenEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events as text that people can read in the database: the type such as {@code Post.Moved}, the subject, which is the first
 * component of the record, and the others as lines of {@code name=value}. Renaming an event or a component breaks what is
 * stored; adding an event breaks nothing.
 */
final class EventCodec {
    private static final Map<String, Shape> SHAPES = Stream.of(
                    PostEvent.class,
                    PreviewEvent.class,
                    AuthorEvent.class,
                    TagEvent.class,
                    RedirectEvent.class,
                    MediaEvent.class,
                    AccountEvent.class,
                    ApiTokenEvent.class,
                    SettingsEvent.class)
            .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
            .map(event -> Shape.of(event.asSubclass(DomainEvent.class)))
            .collect(Collectors.toUnmodifiableMap(Shape::type, Function.identity()));

    /** An event without its instant, which has a column of its own. */
    record Encoded(String type, String subject, String payload) {}

    /** What a kind of event is made of: its subject first, its instant under the name {@code at}. */
    private record Shape(
            String type, Constructor<? extends DomainEvent> constructor, List<RecordComponent> components) {
        private static final String FAMILY_SUFFIX = "Event";

        static Shape of(Class<? extends DomainEvent> event) {
            List<RecordComponent> components = List.of(event.getRecordComponents());
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(typeOf(event), event.getDeclaredConstructor(types), components);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("Every record has a canonical constructor", e);
            }
        }

        static String typeOf(Class<?> event) {
            String family = event.getEnclosingClass().getSimpleName();
            return family.substring(0, family.length() - FAMILY_SUFFIX.length()) + "." + event.getSimpleName();
        }

        RecordComponent subject() {
            return components.get(0);
        }

        boolean isDetail(RecordComponent component) {
            return component != subject() && !component.getName().equals("at");
        }
    }

    private EventCodec() {}

    static Encoded encode(DomainEvent event) {
        Shape shape = shape(Shape.typeOf(event.getClass()));
        String payload = shape.components().stream()
                .filter(shape::isDetail)
                .map(component -> component.getName() + "=" + EventText.of(EventText.valueOf(component, event)))
                .collect(Collectors.joining("\n"));
        return new Encoded(shape.type(), EventText.of(EventText.valueOf(shape.subject(), event)), payload);
    }

    /** @throws BlogException.Unavailable if the event is of a kind that this program does not know, or cannot be read */
    static DomainEvent decode(Encoded encoded, Instant at) {
        Shape shape = shape(encoded.type());
        Map<String, String> details = details(encoded.payload());
        try {
            Object[] values = shape.components().stream()
                    .map(component -> {
                        if (component == shape.subject()) {
                            return EventText.read(encoded.subject(), component.getGenericType());
                        }
                        return shape.isDetail(component)
                                ? EventText.read(details.get(component.getName()), component.getGenericType())
                                : at;
                    })
                    .toArray();
            return shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new BlogException.Unavailable(
                    "The change feed has an event '%s' that cannot be read: %s".formatted(encoded.type(), encoded), e);
        }
    }

    private static Map<String, String> details(String payload) {
        Map<String, String> details = new LinkedHashMap<>();
        for (String line : payload.isEmpty() ? new String[0] : payload.split("\n")) {
            int equals = line.indexOf('=');
            details.put(line.substring(0, Math.max(0, equals)), line.substring(equals + 1));
        }
        return details;
    }

    private static Shape shape(String type) {
        Shape shape = SHAPES.get(type);
        if (shape == null) {
            throw new BlogException.Unavailable(
                    "The change feed has an event '%s' that this version of the program does not know".formatted(type),
                    new IllegalArgumentException(type));
        }
        return shape;
    }
}
