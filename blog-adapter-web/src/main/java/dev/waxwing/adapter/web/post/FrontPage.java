package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Frame;
import dev.waxwing.adapter.web.shared.Pager;
import dev.waxwing.application.post.PostSummary;
import java.util.List;

/** The newest articles. */
public record FrontPage(Frame frame, List<PostSummary> posts, Pager pager) {
    public boolean first() {
        return pager.number() == 1;
    }
}
