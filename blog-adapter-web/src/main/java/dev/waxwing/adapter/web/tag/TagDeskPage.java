package dev.waxwing.adapter.web.tag;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.tag.TagView;
import java.util.List;

/** One tag, to be changed. */
public record TagDeskPage(Desk desk, TagView tag, Form form, List<TagView> all) {
    /** Those it can be merged into. */
    public List<TagView> others() {
        return all.stream().filter(other -> !other.id().equals(tag.id())).toList();
    }
}
