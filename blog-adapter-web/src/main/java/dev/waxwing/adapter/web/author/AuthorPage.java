package dev.waxwing.adapter.web.author;

import dev.waxwing.adapter.web.shared.Frame;
import dev.waxwing.adapter.web.shared.Pager;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.PostSummary;
import java.util.List;

/** An author and the articles that carry the name. */
public record AuthorPage(Frame frame, AuthorView author, List<PostSummary> posts, Pager pager) {}
