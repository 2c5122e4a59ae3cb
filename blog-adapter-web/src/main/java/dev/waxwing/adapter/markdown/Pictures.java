package dev.waxwing.adapter.markdown;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.MediaAddress.Size;
import dev.waxwing.domain.media.Rendition;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Pictures load when they come near. Those of the blog's own media take up their space before, and leave it to the browser
 * which width it wants. A picture on another site becomes a link to it: a page asks nothing of third parties, so they learn
 * of a reader only when the reader goes there.
 */
final class Pictures {
    private static final Evaluator LINK = QueryParser.parse("a");
    private static final Evaluator CHOICE = QueryParser.parse("picture");

    /** A column of text, or all there is on narrow screens. */
    private static final String COLUMN = "(min-width: 42rem) 40rem, 100vw";

    private Pictures() {}

    /** Comes before all that looks at what a text links to, as nothing of such a picture is left in the page. */
    static void pointAway(Element body, Words words) {
        for (Element choice : body.getElementsByAttribute("srcset")) {
            keepLocal(choice);
        }
        for (Element picture : body.getElementsByTag("img")) {
            if (Addresses.isRemote(picture.attr("src"))) {
                Element whole = Objects.requireNonNullElse(picture.closest(CHOICE), picture);
                if (whole.hasParent()) { // or another picture of the same choice stands for all of it already
                    whole.replaceWith(pointer(picture, words));
                }
            }
        }
    }

    private static void keepLocal(Element choice) {
        String local = Srcset.parse(choice.attr("srcset")).local().toString();
        if (!local.isEmpty()) {
            choice.attr("srcset", local);
        } else if (choice.normalName().equals("source")) {
            choice.remove();
        } else {
            choice.removeAttr("srcset").removeAttr("sizes");
        }
    }

    static void dress(Parts parts) {
        parts.of("img").forEach(Pictures::show);
    }

    /** What stands for a picture on another site; within a link, which already leads somewhere, words alone. */
    private static Node pointer(Element picture, Words words) {
        String address = picture.attr("src");
        String text = picture.attr("alt").isBlank() ? words.picture().formatted(host(address)) : picture.attr("alt");
        if (picture.closest(LINK) != null) {
            return new TextNode(text);
        }
        return new Element("a").addClass("remote-picture").attr("href", address).text(text);
    }

    private static String host(String address) {
        return address.replaceFirst("^(?i:https?:)?//", "").replaceFirst("[/?#:].*", "");
    }

    private static void show(Element picture) {
        if (!picture.hasAttr("alt")) {
            picture.attr("alt", "");
        }
        if (MediaAddress.matches(picture.attr("src"))) {
            MediaAddress address = new MediaAddress(picture.attr("src"));
            address.size().ifPresent(size -> measure(picture, size));
            offer(picture, Rendition.srcset(address));
        }
        picture.attr("loading", "lazy").attr("decoding", "async");
    }

    private static void measure(Element picture, Size size) {
        picture.attr("width", String.valueOf(size.width())).attr("height", String.valueOf(size.height()));
    }

    /** What an author has chosen stays. */
    private static void offer(Element picture, String srcset) {
        if (!srcset.isEmpty() && !picture.hasAttr("srcset")) {
            picture.attr("srcset", srcset).attr("sizes", COLUMN);
        }
    }
}
