package dev.waxwing.adapter.markdown;

import dev.waxwing.domain.media.MediaAddress;
import org.jsoup.nodes.Element;

/** Pictures load when they come near, and those of the blog's own media take up their space before. */
final class Pictures {
    private Pictures() {}

    static void dress(Parts parts) {
        for (Element picture : parts.of("img")) {
            if (!picture.hasAttr("alt")) {
                picture.attr("alt", "");
            }
            measure(picture);
            picture.attr("loading", "lazy").attr("decoding", "async");
        }
    }

    private static void measure(Element picture) {
        String source = picture.attr("src");
        if (MediaAddress.matches(source)) {
            new MediaAddress(source)
                    .size()
                    .ifPresent(size -> picture.attr("width", String.valueOf(size.width()))
                            .attr("height", String.valueOf(size.height())));
        }
    }
}
