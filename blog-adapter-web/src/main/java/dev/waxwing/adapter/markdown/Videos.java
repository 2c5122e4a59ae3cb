package dev.waxwing.adapter.markdown;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A paragraph of nothing but the address of a film becomes a card that links to it. Nothing is loaded from the host, and
 * the host learns of a reader only when the reader goes there.
 */
final class Videos {
    private static final List<Host> HOSTS = List.of(
            new Host(
                    "YouTube",
                    "https?://(?:(?:www\\.|m\\.|music\\.)?youtube(?:-nocookie)?\\.com/(?:watch\\?(?:[\\w=&%.-]*&)?v=|embed/"
                            + "|shorts/|live/)|youtu\\.be/)([\\w-]{6,20})(?:[?&#/].*)?",
                    "https://www.youtube.com/watch?v=$1"),
            new Host(
                    "Vimeo",
                    "https?://(?:www\\.|player\\.)?vimeo\\.com/(?:video/)?(\\d{4,12})(?:[?#/].*)?",
                    "https://vimeo.com/$1"),
            new Host(
                    "PeerTube",
                    "https?://([a-z0-9.-]+\\.[a-z]{2,20})/(?:w|videos/(?:watch|embed))/([A-Za-z0-9-]{22,36})(?:[?#/;].*)?",
                    "https://$1/w/$2"));

    private static final int SHORTEST_ADDRESS = 12;

    private Videos() {}

    /** A film: where it is shown, and the address of its page there. */
    record Video(String host, String address) {}

    private record Host(String name, Pattern form, String address) {
        Host(String name, String form, String address) {
            this(name, Pattern.compile(form), address);
        }
    }

    static Optional<Video> find(String address) {
        for (Host host : HOSTS) {
            Matcher film = host.form.matcher(address);
            if (film.matches()) {
                return Optional.of(new Video(host.name, film.replaceFirst(host.address)));
            }
        }
        return Optional.empty();
    }

    static void dress(Parts parts, Words words) {
        for (Element paragraph : parts.of("p")) {
            bareAddress(paragraph)
                    .flatMap(address -> find(address).map(video -> card(video, address, words)))
                    .ifPresent(paragraph::replaceWith);
        }
    }

    /** The address that a paragraph consists of, as it is written or with its scheme added. */
    private static Optional<String> bareAddress(Element paragraph) {
        if (paragraph.childNodeSize() != 1
                || !(paragraph.childNode(0) instanceof Element link)
                || link.childNodeSize() != 1
                || !(link.childNode(0) instanceof TextNode text)) {
            return Optional.empty();
        }
        String written = text.getWholeText();
        return Optional.of(link.attr("href"))
                .filter(address -> written.length() >= SHORTEST_ADDRESS && address.endsWith(written));
    }

    private static Element card(Video video, String address, Words words) {
        Element card = new Element("figure").addClass("video");
        Element link = card.appendElement("a").attr("href", address);
        link.appendElement("span").addClass("video-title").text(words.video().formatted(video.host()));
        link.appendElement("span").addClass("video-address").text(address.replaceFirst("^https?://(www\\.)?", ""));
        return card;
    }
}
