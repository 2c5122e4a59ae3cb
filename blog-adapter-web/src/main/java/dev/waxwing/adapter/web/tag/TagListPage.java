package dev.waxwing.adapter.web.tag;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.application.tag.TagView;
import java.util.List;

/** All tags, for those who keep them. */
public record TagListPage(Desk desk, List<TagView> tags) {}
