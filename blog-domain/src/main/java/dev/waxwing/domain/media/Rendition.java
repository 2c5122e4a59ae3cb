package dev.waxwing.domain.media;

import dev.waxwing.domain.media.MediaAddress.Size;
import dev.waxwing.domain.shared.BlogException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A picture at one of a few smaller widths, for browsers to choose from: {@code /media/0f…9a-1200x800-640w.jpg}. Which ones
 * there are follows from the address of the picture alone, so a page offers them without looking anything up.
 *
 * @param width in pixels, one of {@link #WIDTHS}, and less than that of the picture
 */
public record Rendition(MediaAddress picture, int width) {
    /** In pixels, smallest first: from a thumbnail to a column of text on a dense screen. */
    public static final List<Integer> WIDTHS = List.of(320, 640, 960, 1_280, 1_920);

    private static final Pattern FORM =
            Pattern.compile("(/media/[0-9a-f]{32}-\\d{1,5}x\\d{1,5})-([1-9]\\d{2,3})w\\.([a-z0-9]{1,5})");

    /** The others move, or are packed as well as a rendition would be. */
    private static final Set<String> EXTENSIONS = Set.of("jpg", "png");

    /** @throws BlogException.Invalid if the picture has no rendition of this width */
    public Rendition {
        if (!exists(picture, width)) {
            throw new BlogException.Invalid("media", "'%s' is not kept at a width of %d".formatted(picture, width));
        }
    }

    /** All there are of a picture, smallest first; none of another file. */
    public static List<Rendition> of(MediaAddress file) {
        return WIDTHS.stream()
                .filter(width -> exists(file, width))
                .map(width -> new Rendition(file, width))
                .toList();
    }

    /** The rendition that has this address, if there can be one. */
    public static Optional<Rendition> at(String address) {
        Matcher parts = FORM.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String picture = parts.group(1) + "." + parts.group(3);
        int width = Integer.parseInt(parts.group(2));
        return MediaAddress.matches(picture) && exists(new MediaAddress(picture), width)
                ? Optional.of(new Rendition(new MediaAddress(picture), width))
                : Optional.empty();
    }

    /** A picture and its renditions as the attribute {@code srcset} lists them (HTML, section 4.8.4.2.1); empty for one. */
    public static String srcset(MediaAddress picture) {
        List<Rendition> smaller = of(picture);
        return smaller.isEmpty()
                ? ""
                : smaller.stream()
                        .map(rendition -> "%s %dw, ".formatted(rendition, rendition.width()))
                        .collect(Collectors.joining(
                                "",
                                "",
                                "%s %dw".formatted(picture, size(picture).width())));
    }

    /** The name of its file: that of the picture, and the width. */
    public String fileName() {
        String original = picture.fileName();
        int extension = original.lastIndexOf('.');
        return "%s-%dw%s".formatted(original.substring(0, extension), width, original.substring(extension));
    }

    /** The extent in the proportions of the picture; no side is ever nothing. */
    public Size size() {
        Size whole = size(picture);
        return new Size(width, (int) Math.max(1, Math.round((double) whole.height() * width / whole.width())));
    }

    private static boolean exists(MediaAddress file, int width) {
        return WIDTHS.contains(width)
                && EXTENSIONS.contains(file.extension())
                && file.size().filter(size -> width < size.width()).isPresent();
    }

    private static Size size(MediaAddress picture) {
        return picture.size().orElseThrow();
    }

    /** Its address. */
    @Override
    public String toString() {
        return "/media/" + fileName();
    }
}
