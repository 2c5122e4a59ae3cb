package dev.waxwing.adapter.markdown;

import org.jsoup.nodes.Element;

/** A table scrolls within a region of its own that can be reached by keyboard, so that it never widens the page. */
final class Tables {
    private Tables() {}

    static void dress(Parts parts, Words words) {
        int number = 0;
        for (Element table : parts.of("table")) {
            if (isWithin(table)) {
                continue;
            }
            number++;
            Element region = new Element("div")
                    .addClass("table")
                    .attr("tabindex", "0")
                    .attr("role", "region")
                    .attr("aria-label", words.table().formatted(number));
            table.replaceWith(region);
            region.appendChild(table);
        }
        for (Element cell : parts.of("th")) {
            if (cell.childNodeSize() == 0) {
                // A header without words heads nothing (axe: empty-table-header).
                cell.tagName("td");
            }
        }
    }

    private static boolean isWithin(Element table) {
        for (Element around : table.parents()) {
            if (around.normalName().equals("table") || around.className().equals("table")) {
                return true;
            }
        }
        return false;
    }
}
