package dev.waxwing.adapter.web.tag;

import dev.waxwing.adapter.web.shared.Frame;
import dev.waxwing.application.tag.TagView;
import java.util.List;

/** All tags, by name. */
public record TagIndex(Frame frame, List<TagView> tags) {}
