package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.LongForm;
import java.util.Set;

/** The form of a post, for the pages that hand its words back. */
public final class PostForm implements LongForm {
    @Override
    public String address() {
        return "/admin/posts";
    }

    @Override
    public String title() {
        return DraftForm.TITLE;
    }

    @Override
    public String text() {
        return DraftForm.MARKDOWN;
    }

    @Override
    public Set<String> keptFields() {
        return DraftForm.OF_ANY_POST;
    }
}
