package dev.waxwing.adapter.web.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client asks for in headers, read with quality values (RFC 9110, section 12.4.2). */
public final class Negotiation {
    /** What nearly all clients say; it need not be read each time. */
    private static final Set<String> WITH_GZIP =
            Set.of("gzip", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd");

    private Negotiation() {}

    private record Wish(String value, double quality) {
        static Stream<Wish> of(String element) {
            String[] parts = element.split(";", -1);
            String value = parts[0].strip().toLowerCase(Locale.ROOT);
            double quality = Arrays.stream(parts)
                    .skip(1)
                    .map(String::strip)
                    .filter(part -> part.regionMatches(true, 0, "q=", 0, 2))
                    .mapToDouble(part -> number(part.substring(2)))
                    .findFirst()
                    .orElse(1);
            return value.isEmpty() ? Stream.of() : Stream.of(new Wish(value, quality));
        }

        /** A quality that cannot be read wishes for nothing. */
        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    /** Whether an answer may be packed with gzip. */
    public static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding != null && WITH_GZIP.contains(acceptEncoding)) {
            return true;
        }
        List<Wish> wishes = wishes(acceptEncoding);
        return wishes.stream()
                .filter(wish -> wish.value.equals("gzip") || wish.value.equals("x-gzip"))
                .findFirst()
                .or(() -> wishes.stream().filter(wish -> wish.value.equals("*")).findFirst())
                .map(wish -> wish.quality > 0)
                .orElse(false);
    }

    /** Which of the media types a client likes best; the first if it does not care. */
    public static String preferred(@Nullable String accept, List<String> offered) {
        List<Wish> wishes = wishes(accept);
        String best = offered.get(0);
        double bestQuality = quality(best, wishes);
        for (String type : offered) {
            double quality = quality(type, wishes);
            if (quality > bestQuality) {
                best = type;
                bestQuality = quality;
            }
        }
        return best;
    }

    /** Whether one of the tags of If-None-Match is this one, by weak comparison (RFC 9110, sections 8.8.3.2 and 13.1.2). */
    public static boolean matches(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static double quality(String type, List<Wish> wishes) {
        String family = type.substring(0, type.indexOf('/')) + "/*";
        for (String range : List.of(type, family, "*/*")) {
            for (Wish wish : wishes) {
                if (wish.value.equals(range)) {
                    return wish.quality;
                }
            }
        }
        return 0;
    }

    private static List<Wish> wishes(@Nullable String header) {
        return header == null
                ? List.of()
                : Arrays.stream(header.split(",")).flatMap(Wish::of).toList();
    }
}
