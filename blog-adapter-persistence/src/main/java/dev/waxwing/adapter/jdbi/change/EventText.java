package dev.waxwing.adapter.jdbi.change;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values inside events as text on one line: what a record of one component holds, elements of a list with commas between
 * them; line ends, commas and backslashes have a backslash before them.
 */
final class EventText {
    private EventText() {}

    static String of(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(EventText::of).collect(Collectors.joining(","));
        }
        if (value instanceof Record wrapper) {
            return of(valueOf(onlyComponent(wrapper.getClass()), wrapper));
        }
        return escaped(value.toString());
    }

    static Object read(@Nullable String text, Type type) {
        if (text == null) {
            throw new IllegalArgumentException("A value is missing");
        }
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return elements(text).stream().map(one -> single(one, element)).toList();
        }
        return single(unescaped(text), type);
    }

    static Object valueOf(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The components of events are public", e);
        }
    }

    private static Object single(String text, Type type) {
        if (type == String.class) {
            return text;
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == int.class) {
            return Integer.parseInt(text);
        }
        if (type == long.class) {
            return Long.parseLong(text);
        }
        if (type instanceof Class<?> kind && kind.isEnum()) {
            return constant(text, kind);
        }
        if (type instanceof Class<?> kind && kind.isRecord()) {
            return wrapped(single(text, onlyComponent(kind).getGenericType()), kind);
        }
        throw new IllegalArgumentException("Events cannot hold a " + type.getTypeName());
    }

    private static Object constant(String text, Class<?> kind) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no %s".formatted(text, kind.getSimpleName())));
    }

    private static Object wrapped(Object value, Class<?> kind) {
        try {
            return kind.getDeclaredConstructor(onlyComponent(kind).getType()).newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("'%s' is no %s".formatted(value, kind.getSimpleName()), e);
        }
    }

    private static RecordComponent onlyComponent(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        if (components.length != 1) {
            throw new IllegalArgumentException("Events can only hold records of one component, unlike " + kind);
        }
        return components[0];
    }

    private static List<String> elements(String text) {
        List<String> elements = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == ',') {
                elements.add(unescaped(text.substring(start, i)));
                start = i + 1;
            }
        }
        if (!text.isEmpty()) {
            elements.add(unescaped(text.substring(start)));
        }
        return elements;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,");
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? '\n' : next);
            } else {
                plain.append(letter);
            }
        }
        return plain.toString();
    }
}
