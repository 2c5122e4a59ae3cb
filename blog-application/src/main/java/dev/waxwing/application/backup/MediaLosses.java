package dev.waxwing.application.backup;

import dev.waxwing.domain.media.MediaAddress;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which files of a blog are not what they were.
 *
 * @param damaged have another content than their address says, or cannot be read to their end
 * @param missing are known to the blog, and not there
 */
public record MediaLosses(List<MediaAddress> damaged, List<MediaAddress> missing) {
    public static final MediaLosses NONE = new MediaLosses(List.of(), List.of());

    public MediaLosses {
        damaged = inOrder(damaged);
        missing = inOrder(missing);
    }

    private static List<MediaAddress> inOrder(List<MediaAddress> addresses) {
        return addresses.stream()
                .sorted(Comparator.comparing(MediaAddress::value))
                .toList();
    }

    /** Those among them that are not whole again. */
    public MediaLosses without(Predicate<MediaAddress> whole) {
        return new MediaLosses(
                damaged.stream().filter(whole.negate()).toList(),
                missing.stream().filter(whole.negate()).toList());
    }

    public int count() {
        return damaged.size() + missing.size();
    }

    public boolean isNone() {
        return damaged.isEmpty() && missing.isEmpty();
    }
}
