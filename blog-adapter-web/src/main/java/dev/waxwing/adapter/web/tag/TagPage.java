package dev.waxwing.adapter.web.tag;

import dev.waxwing.adapter.web.shared.Frame;
import dev.waxwing.adapter.web.shared.Pager;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.tag.TagView;
import java.util.List;

/** The articles under a tag. */
public record TagPage(Frame frame, TagView tag, List<PostSummary> posts, Pager pager) {}
