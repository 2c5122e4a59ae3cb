package dev.waxwing.adapter.markdown;

import org.jsoup.nodes.Element;

/** Boxes of a task list say what they show. */
final class Tasks {
    private Tasks() {}

    static void dress(Parts parts, Words words) {
        for (Element box : parts.of("input")) {
            box.attr("aria-label", box.hasAttr("checked") ? words.done() : words.open());
            Element list = box.closest("ul");
            if (list != null) {
                list.addClass("tasks");
            }
        }
    }
}
