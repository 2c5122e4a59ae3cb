package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.TagName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a post as somebody writes it, and what they mean. */
final class DraftForm {
    /** Stands for a title until there is one, so that a text without a title can be kept too. */
    static final String UNTITLED = "Untitled";

    static final String TITLE = "title";
    static final String MARKDOWN = "markdown";
    static final String VERSION = "version";
    static final String REVISION = "revision";
    static final String TAGS = "tags";
    static final String AUTHORS = "authors";

    private static final String EXCERPT = "excerpt";
    private static final String COVER = "cover";
    private static final String ALT = "alt";
    private static final String LANGUAGE = "language";
    private static final String CANONICAL = "canonical";

    private DraftForm() {}

    /** A form for a post that is not begun yet. */
    static Form blank(LanguageTag language) {
        return Form.empty().with(LANGUAGE, language.value());
    }

    /** The form of a post as it is now. */
    static Form of(WorkingCopy copy) {
        Content content = copy.text().content();
        Cover cover = content.cover();
        WebAddress canonical = content.canonical();
        String title = content.title().value();
        return Form.empty()
                .with(TITLE, title.equals(UNTITLED) ? "" : title)
                .with(MARKDOWN, content.body().markdown())
                .with(EXCERPT, content.excerpt())
                .with(COVER, cover == null ? "" : cover.picture().value())
                .with(ALT, cover == null ? "" : cover.alt())
                .with(LANGUAGE, content.language().value())
                .with(CANONICAL, canonical == null ? "" : canonical.value())
                .with(TAGS, tags(copy))
                .with("slug", copy.entry().slug().value())
                .with(VERSION, Long.toString(copy.version()))
                .with(REVISION, Integer.toString(copy.text().number()));
    }

    static String tags(WorkingCopy copy) {
        return copy.entry().tags().stream().map(PostSummary.Label::name).collect(Collectors.joining(", "));
    }

    /** What was written, or nothing if a field cannot be read; then the form says which. */
    static Optional<Draft> draft(Form form, String lineEnd) {
        Optional<Title> title = form.read(TITLE, DraftForm::title);
        Optional<LanguageTag> language = form.read(LANGUAGE, LanguageTag::new);
        Optional<Optional<WebAddress>> canonical =
                form.read(CANONICAL, text -> optional(text).map(WebAddress::new));
        Optional<Optional<Cover>> cover = form.read(COVER, text -> cover(text, form.value(ALT)));
        if (!form.isValid()) {
            return Optional.empty();
        }
        return Optional.of(new Draft(
                title.orElseThrow(),
                markdown(form, lineEnd),
                form.value(EXCERPT),
                value(cover),
                language.orElseThrow(),
                value(canonical)));
    }

    /** Browsers send every line end as CR LF, whatever it was: each becomes what the post had. */
    private static String markdown(Form form, String lineEnd) {
        return form.value(MARKDOWN).replace("\r\n", "\n").replace("\n", lineEnd);
    }

    /** How the lines of a text end. */
    static String lineEnd(WorkingCopy copy) {
        return copy.text().content().body().markdown().contains("\r\n") ? "\r\n" : "\n";
    }

    static List<TagName> tagNames(Form form) {
        return Arrays.stream(form.value(TAGS).split("[,\\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(TagName::new)
                .toList();
    }

    private static Title title(String text) {
        return new Title(text.isBlank() ? UNTITLED : text);
    }

    private static Optional<Cover> cover(String address, String alt) {
        return optional(address).map(MediaAddress::new).map(picture -> new Cover(picture, alt));
    }

    private static Optional<String> optional(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    private static <T> @Nullable T value(Optional<Optional<T>> read) {
        return read.flatMap(value -> value).orElse(null);
    }
}
