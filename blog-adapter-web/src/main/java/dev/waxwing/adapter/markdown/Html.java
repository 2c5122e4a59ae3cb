package dev.waxwing.adapter.markdown;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** Reads HTML as a browser does, and writes it without changing blanks. */
final class Html {
    private Html() {}

    static Document parse(String html, String base) {
        try {
            return ready(Jsoup.parseBodyFragment(html, base));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            // jsoup 1.24.1 stumbles over a few wrecks, such as foreign elements within templates within tables.
            throw Limits.unreadableHtml();
        }
    }

    static Document empty() {
        return ready(Document.createShell(""));
    }

    private static Document ready(Document document) {
        document.outputSettings()
                .prettyPrint(false)
                .charset(StandardCharsets.UTF_8)
                .escapeMode(Entities.EscapeMode.xhtml);
        return document;
    }
}
