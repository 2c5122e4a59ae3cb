package dev.waxwing.domain.media;

import dev.waxwing.domain.shared.BlogException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a stored file is found: {@code /media/} and 32 hexadecimal digits of its SHA-256, for pictures with width and
 * height in pixels ({@code /media/0f…9a-1200x800.jpg}), so that a page can reserve the space without opening the file.
 */
public record MediaAddress(String value) {
    private static final Pattern FORM =
            Pattern.compile("/media/([0-9a-f]{32})(?:-([1-9]\\d{0,4})x([1-9]\\d{0,4}))?\\.([a-z0-9]{1,5})");

    /** The extent of a picture in pixels. */
    public record Size(int width, int height) {}

    /** @throws BlogException.Invalid if it has another form */
    public MediaAddress {
        if (!FORM.matcher(value).matches()) {
            throw new BlogException.Invalid("media", "'%s' is not the address of a stored file".formatted(value));
        }
    }

    public static MediaAddress ofPicture(String sha256, Size size, String extension) {
        return new MediaAddress(
                "/media/%s-%dx%d.%s".formatted(sha256.substring(0, 32), size.width(), size.height(), extension));
    }

    public static MediaAddress ofFile(String sha256, String extension) {
        return new MediaAddress("/media/%s.%s".formatted(sha256.substring(0, 32), extension));
    }

    public static boolean matches(String address) {
        return FORM.matcher(address).matches();
    }

    /** @param sha256 of a content, in hexadecimal digits */
    public boolean isOf(String sha256) {
        return sha256.startsWith(parts().group(1));
    }

    public Optional<Size> size() {
        Matcher parts = parts();
        return Optional.ofNullable(parts.group(2))
                .map(width -> new Size(Integer.parseInt(width), Integer.parseInt(parts.group(3))));
    }

    /** The file's name below the media folder. */
    public String fileName() {
        return value.substring("/media/".length());
    }

    public String extension() {
        return parts().group(4);
    }

    private Matcher parts() {
        Matcher parts = FORM.matcher(value);
        parts.matches();
        return parts;
    }

    @Override
    public String toString() {
        return value;
    }
}
