package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.TagName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Goes before the identity of an author. */
    private static final String PLACE = "place ";

    /** Goes behind the name of a field whose first value is sent along. */
    static final String BEFORE = "Before";

    private static final String POST = "post";
    private static final String KIND = "kind";
    private static final String FIRST = "1";
    private static final String TAGS_BEFORE = TAGS + BEFORE;
    private static final String AUTHORS_BEFORE = AUTHORS + BEFORE;

    private static final String EXCERPT = "excerpt";
    private static final String COVER = "cover";
    private static final String ALT = "alt";
    private static final String LANGUAGE = "language";
    private static final String CANONICAL = "canonical";

    /** What can be said of any post. */
    static final Set<String> OF_ANY_POST = Set.of(KIND, TAGS, EXCERPT, COVER, ALT, LANGUAGE, CANONICAL);

    private DraftForm() {}

    /** A form for a post that is not begun yet, and the identity that it is to have. */
    static Form blank(PostId post, Post.Kind kind, LanguageTag language) {
        return Form.empty()
                .with(POST, post.toString())
                .with(KIND, Desk.word(kind))
                .with(LANGUAGE, language.value());
    }

    /** What a form begins: an article, unless it says that it is a page. */
    static Post.Kind kind(Form form) {
        return kind(form.value(KIND));
    }

    static Post.Kind kind(String word) {
        return word.equals(Desk.word(Post.Kind.PAGE)) ? Post.Kind.PAGE : Post.Kind.ARTICLE;
    }

    /** The identity of the post that a form begins, if it names one. */
    static Optional<PostId> post(Form form) {
        return optional(form.value(POST)).map(PostId::parse);
    }

    /** A form whose post was begun by the same one before: unless it says otherwise, it goes on from the first text. */
    static Form again(Form form) {
        return form.value(VERSION).isBlank() ? form.with(VERSION, FIRST).with(REVISION, FIRST) : form;
    }

    /** A form whose text was kept: with what was typed, it goes on from there. */
    static Form goOn(Form form, WorkingCopy copy) {
        return form.with(VERSION, Long.toString(copy.version()))
                .with(REVISION, Integer.toString(copy.text().number()));
    }

    /** A form with nothing of its own in the text: with all else that was typed, it goes on from the text of somebody else. */
    static Form goOnFrom(WorkingCopy theirs, Form form) {
        return goOn(withText(form, theirs), theirs);
    }

    /** The form of a post as it is now. */
    static Form of(WorkingCopy copy, Moments moments) {
        return withText(Form.empty(), copy)
                .with(TAGS, tags(copy))
                .with(TAGS_BEFORE, tags(copy))
                .with(AUTHORS_BEFORE, authors(copy.authors()))
                .with(ActForm.SLUG, copy.entry().slug().value())
                .with(ActForm.SLUG + BEFORE, copy.entry().slug().value())
                .with(ActForm.DUE, field(copy.entry().scheduledFor(), moments))
                .with(ActForm.DUE + BEFORE, field(copy.entry().scheduledFor(), moments))
                .with(ActForm.DATE, field(copy.entry().publishedAt(), moments))
                .with(ActForm.DATE + BEFORE, field(copy.entry().publishedAt(), moments))
                .with(VERSION, Long.toString(copy.version()))
                .with(REVISION, Integer.toString(copy.text().number()));
    }

    private static Form withText(Form form, WorkingCopy copy) {
        Content content = copy.text().content();
        String title = content.title().value();
        besideTheText(content).forEach(form::with);
        return form.with(TITLE, title.equals(UNTITLED) ? "" : title)
                .with(MARKDOWN, content.body().markdown());
    }

    private static String field(@Nullable Instant at, Moments moments) {
        return at == null ? "" : moments.field(at);
    }

    static String tags(WorkingCopy copy) {
        return copy.entry().tags().stream().map(PostSummary.Label::name).collect(Collectors.joining(", "));
    }

    static List<TagName> tagNames(WorkingCopy copy) {
        return tagNames(tags(copy));
    }

    /** The fields of what is written with a text but not in it. */
    static Map<String, String> besideTheText(
            String excerpt, @Nullable Cover cover, LanguageTag language, @Nullable WebAddress canonical) {
        return Map.of(
                EXCERPT,
                excerpt,
                COVER,
                cover == null ? "" : cover.picture().value(),
                ALT,
                cover == null ? "" : cover.alt(),
                LANGUAGE,
                language.value(),
                CANONICAL,
                canonical == null ? "" : canonical.value());
    }

    static Map<String, String> besideTheText(Draft draft) {
        return besideTheText(draft.excerpt(), draft.cover(), draft.language(), draft.canonical());
    }

    static Map<String, String> besideTheText(Content content) {
        return besideTheText(content.excerpt(), content.cover(), content.language(), content.canonical());
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

    /** The tags that the post is to have: what was changed in the form, changed in what there is by now. */
    static List<TagName> tags(Form form, WorkingCopy present) {
        List<TagName> now = tagNames(tags(present));
        List<TagName> wanted = tagNames(form.value(TAGS));
        List<TagName> before = saysBefore(form, TAGS_BEFORE) ? tagNames(form.value(TAGS_BEFORE)) : now;
        return now.equals(before) ? wanted : changed(before, wanted, now);
    }

    /** The byline that the post is to have: as in the form, unless somebody else has changed it meanwhile. */
    static List<AuthorId> byline(Form form, WorkingCopy present) {
        List<AuthorId> now = present.authors();
        List<AuthorId> before = saysBefore(form, AUTHORS_BEFORE) ? bylineBefore(form) : now;
        return now.equals(before) ? byline(form) : changed(before, byline(form), now);
    }

    /** Whoever is chosen in the form: those who were given another number go to that place, and those without one to the end. */
    static List<AuthorId> byline(Form form) {
        List<AuthorId> before = bylineBefore(form);
        List<AuthorId> chosen = authors(form.values(AUTHORS));
        List<AuthorId> byline = new ArrayList<>(before);
        byline.removeIf(author -> !chosen.contains(author) || place(form, author) != before.indexOf(author) + 1);
        chosen.stream()
                .filter(author -> !byline.contains(author))
                .sorted(Comparator.comparingInt(author -> place(form, author)))
                .toList()
                .forEach(author -> byline.add(Math.min(place(form, author) - 1, byline.size()), author));
        return List.copyOf(byline);
    }

    private static List<AuthorId> bylineBefore(Form form) {
        return authors(List.of(form.value(AUTHORS_BEFORE).split(",")));
    }

    private static int place(Form form, AuthorId author) {
        String place = form.value(PLACE + author).strip();
        return place.matches("[1-9]\\d{0,5}") ? Integer.parseInt(place) : Integer.MAX_VALUE;
    }

    /** What was sent of the post itself and not of its text, together with what the form was filled with. */
    static Map<String, String> ofThePost(Form form) {
        return Stream.concat(Stream.of(TAGS, AUTHORS), ActForm.FIELDS.stream())
                .flatMap(field -> Stream.of(field, field + BEFORE))
                .filter(field -> !field.equals(AUTHORS) && !form.values(field).isEmpty())
                .collect(Collectors.toMap(field -> field, form::value));
    }

    static String authors(List<AuthorId> byline) {
        return byline.stream().map(AuthorId::toString).collect(Collectors.joining(","));
    }

    /** A form for a new post was filled with nothing; what the post begins with comes from elsewhere. */
    private static boolean saysBefore(Form form, String field) {
        return !form.value(VERSION).isBlank() && !form.values(field).isEmpty();
    }

    private static <T> List<T> changed(List<T> before, List<T> wanted, List<T> now) {
        Set<T> changed = new LinkedHashSet<>(now);
        changed.removeIf(each -> before.contains(each) && !wanted.contains(each));
        wanted.stream().filter(each -> !before.contains(each)).forEach(changed::add);
        return List.copyOf(changed);
    }

    private static List<AuthorId> authors(Collection<String> ids) {
        return ids.stream().flatMap(DraftForm::author).toList();
    }

    /** The editor has nobody but authors to choose from, and what is none must not keep the words from being shown again. */
    private static Stream<AuthorId> author(String id) {
        try {
            return Stream.of(AuthorId.parse(id));
        } catch (BlogException.NotFound nobody) {
            return Stream.empty();
        }
    }

    private static List<TagName> tagNames(String list) {
        return Arrays.stream(list.split("[,\\n]"))
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
