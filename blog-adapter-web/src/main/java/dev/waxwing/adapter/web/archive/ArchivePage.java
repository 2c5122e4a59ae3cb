package dev.waxwing.adapter.web.archive;

import dev.waxwing.adapter.web.shared.Frame;
import dev.waxwing.adapter.web.shared.Pager;
import dev.waxwing.application.post.PostSummary;
import java.util.List;

/**
 * The articles of a year, by month, among the other years.
 *
 * @param years in which something was published, newest first
 */
public record ArchivePage(Frame frame, List<Integer> years, int year, List<Month> months, Pager pager) {

    /** The articles of a month, newest first. */
    public record Month(String name, List<PostSummary> posts) {}
}
