package dev.waxwing.domain.site;

import dev.waxwing.domain.shared.BlogException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A colour of the screen (sRGB) as style sheets write it: {@code #} and six hexadecimal digits, such as {@code #b53b2a}. */
public record Colour(String value) {
    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
    private static final int FULL = 255;
    private static final Colour BLACK = new Colour("#000000");
    private static final Colour WHITE = new Colour("#ffffff");

    /** @throws BlogException.Invalid if it has another form */
    public Colour {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new BlogException.Invalid(
                    "colour", "A colour is # and six digits from 0 to 9 and a to f, such as #b53b2a");
        }
    }

    /** How well one is seen upon the other: from 1 for the same colour to 21 for black on white (WCAG 2.2, contrast ratio). */
    public double contrastWith(Colour other) {
        return contrast(luminance(channels()), luminance(other.channels()));
    }

    /**
     * This colour where it can be read on a paper, else made darker or lighter, but no more than it takes.
     *
     * @param contrast at least; black or white must have it on this paper
     */
    public Colour readableOn(Colour paper, double contrast) {
        double background = luminance(paper.channels());
        int[] end = (BLACK.contrastWith(paper) > WHITE.contrastWith(paper) ? BLACK : WHITE).channels();
        int[] channels = channels();
        int[] mixed = channels;
        for (int parts = 1; contrast(luminance(mixed), background) < contrast && parts <= FULL; parts++) {
            mixed = mixed(channels, end, parts);
        }
        return new Colour(String.format(Locale.ROOT, "#%02x%02x%02x", mixed[0], mixed[1], mixed[2]));
    }

    /** @param parts of the other colour, out of 255 */
    private static int[] mixed(int[] one, int[] other, int parts) {
        int[] mixed = new int[one.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = one[i] + Math.round((other[i] - one[i]) * parts / (float) FULL);
        }
        return mixed;
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(int[] channels) {
        return 0.2126 * linear(channels[0]) + 0.7152 * linear(channels[1]) + 0.0722 * linear(channels[2]);
    }

    private static double linear(int channel) {
        double share = channel / (double) FULL;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private int[] channels() {
        int all = Integer.parseInt(value.substring(1), 16);
        return new int[] {all >> 16, all >> 8 & FULL, all & FULL};
    }

    @Override
    public String toString() {
        return value;
    }
}
