package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.post.PostSummary;
import java.util.List;

/**
 * A page instead of the one that was asked for.
 *
 * @param words what the visitor may have looked for, read from the address; empty to offer no search
 * @param newest posts to go on with
 * @param number of the request; empty if the page is for more than one
 */
public record ErrorPage(
        Frame frame, int status, String explanation, String words, List<PostSummary> newest, String number) {}
