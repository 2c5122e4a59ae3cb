package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.site.Colour;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.site.Typeface;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheet of what the owner has chosen. It follows from the accent and the typeface alone, which stand in its address
 * beside a hash of its content: it can be kept for ever, and a preview has its own without anything being stored.
 */
public record Theme(Colour accent, Typeface typeface) {
    /** As the style sheet comes. */
    private static final Theme HOUSE = new Theme(Settings.WAX_RED, Typeface.LITERATA);

    /** The tokens {@code --paper} of {@code waxwing.css}. */
    private static final Colour LIGHT_PAPER = new Colour("#fbf9f5");

    private static final Colour DARK_PAPER = new Colour("#1a1816");

    /** WCAG 2.2, success criteria 1.4.6 for links in text and 1.4.3 for marks. */
    private static final double OF_TEXT = 7;

    private static final double OF_MARKS = 4.5;
    private static final int HASH_LENGTH = 10;
    private static final Pattern ADDRESS =
            Pattern.compile("/assets/theme-([0-9a-f]{6})-([a-z]{1,20})\\.[0-9a-f]{10}\\.css");

    public static Theme of(Settings settings) {
        return new Theme(settings.accent(), settings.typeface());
    }

    /** The theme that has this address, if one does. */
    public static Optional<Theme> at(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Typeface face = Typeface.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
            return Optional.of(new Theme(new Colour("#" + parts.group(1)), face))
                    .filter(theme -> theme.address().equals(address));
        } catch (IllegalArgumentException | BlogException.Invalid e) {
            return Optional.empty();
        }
    }

    /** Whether the style sheet of the site says all of it already. */
    boolean isHouse() {
        return equals(HOUSE);
    }

    String address() {
        String hash = Digests.of(css().getBytes(StandardCharsets.UTF_8)).substring(0, HASH_LENGTH);
        return "/assets/theme-%s-%s.%s.css"
                .formatted(accent.value().substring(1), typeface.name().toLowerCase(Locale.ROOT), hash);
    }

    /** The colour of a link on light paper. */
    public Colour linkOnLight() {
        return accent.readableOn(LIGHT_PAPER, OF_TEXT);
    }

    /** The colour of a link on dark paper. */
    public Colour linkOnDark() {
        return accent.readableOn(DARK_PAPER, OF_TEXT);
    }

    public String css() {
        StringBuilder css = new StringBuilder();
        if (!accent.equals(HOUSE.accent)) {
            css.append("@media screen {\n%s}\n".formatted(tokens(LIGHT_PAPER, linkOnLight())));
            css.append("@media screen and (prefers-color-scheme: dark) {\n%s}\n"
                    .formatted(tokens(DARK_PAPER, linkOnDark())));
        }
        if (typeface != HOUSE.typeface) {
            css.append(":root { --serif: %s; }\n".formatted(stack(typeface)));
        }
        return css.toString();
    }

    private String tokens(Colour paper, Colour link) {
        return ":root { --accent: %s; --accent-ink: %s; }\n".formatted(accent.readableOn(paper, OF_MARKS), link);
    }

    private static String stack(Typeface typeface) {
        return switch (typeface) {
            case LITERATA -> "\"Literata\", serif";
            case SERIF ->
                "\"Iowan Old Style\", \"Palatino Linotype\", \"URW Palladio L\", Georgia, \"Noto Serif\", serif";
            case SANS -> "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif";
            case HUMANIST -> "Seravek, \"Gill Sans Nova\", Ubuntu, Calibri, \"DejaVu Sans\", sans-serif";
        };
    }
}
