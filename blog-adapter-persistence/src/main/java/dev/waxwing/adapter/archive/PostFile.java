package dev.waxwing.adapter.archive;

import dev.waxwing.application.archive.ArchivedPost;
import dev.waxwing.application.shared.OneLine;
import dev.waxwing.domain.post.Body;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file that holds a post, read by the habits of its site. */
final class PostFile {
    private static final Slug WORDLESS = new Slug("post");
    private static final int LONGEST_TEXT = Body.LONGEST_MARKDOWN + HeaderReader.LONGEST;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final Pattern INLINE_TAG =
            Pattern.compile("</?(?:em|strong|i|b|u|code|br|small|span|sup|sub|a)\\b[^<>]*+>");
    private static final Pattern DATED_PATH = Pattern.compile("(?:^|/)(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?:/|$|-)");
    private static final Pattern MONTH_PATH = Pattern.compile("(?:^|/)((?:19|20)\\d{2})/(\\d{2})(?:/|$)");
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Set<String> HIDDEN_STATES =
            Set.of("draft", "hidden", "private", "unpublished", "pending", "unlisted");
    static final String[] TITLE = {"title", "extra.title"};
    static final String SLUG = "slug";
    static final String[] ADDRESS = {"permalink", "url", "path", "save_as"};
    static final String DRAFT = "draft";
    static final String[] PUBLISHED = {"published", "publish"};
    static final String STATUS = "status";
    static final String[] HIDDEN = {"hidden", "private", "unlisted", "headless"};
    static final String[] EXPIRES = {"expiryDate", "expirydate", "unpublishDate"};
    static final String[] KIND = {"type", "kind", "post_type"};
    static final String LAYOUT = "layout";
    static final String[] LANGUAGE = {"lang", "language", "locale"};
    static final String[] TRANSLATION = {"translationKey", "translationkey"};
    static final String[] DATE = {
        "date",
        "created",
        "created_at",
        "pubdate",
        "pubDate",
        "published_at",
        "publishedAt",
        "publish_date",
        "publishDate",
        "publishdate",
        "published"
    };
    static final String[] UPDATED = {
        "lastmod", "updated", "modified", "last_modified_at", "last_modified", "updated_at", "lastUpdated"
    };
    static final String[] LEADS_ELSEWHERE = {
        "redirect_to", "redirectTo", "redirect_url", "redirect", "redirectURL", "extra.redirect", "extra.redirect_to"
    };

    private final Site site;
    private final Place place;
    private final Header header;
    private final String text;
    private final List<Remark> remarks;
    private final Optional<FirstHeading> heading;
    private final Optional<WrittenDate> date;

    private PostFile(Site site, Place place, Header header, String text, List<Remark> remarks) {
        this.site = site;
        this.place = place;
        this.header = header;
        this.text = text;
        this.remarks = remarks;
        this.heading = header.text(TITLE).isPresent() ? Optional.empty() : FirstHeading.of(text, header.end());
        this.date = findDate();
    }

    static PostFile parse(Site site, String content, String source, byte[] bytes) throws UnreadableFile {
        SourceText decoded = SourceText.decode(bytes);
        requireAtMost(LONGEST_TEXT, decoded.text().length());
        Header header = HeaderReader.read(decoded.text());
        requireAtMost(Body.LONGEST_MARKDOWN, decoded.text().length() - header.end());
        List<Remark> remarks = new ArrayList<>(decoded.remarks());
        remarks.addAll(header.remarks());
        return new PostFile(site, Place.of(site, content, source), header, decoded.text(), remarks);
    }

    /** Refused before it is looked at any closer, as no post could keep it. */
    private static void requireAtMost(int longest, int length) throws UnreadableFile {
        if (length > longest) {
            throw new UnreadableFile(
                    0,
                    String.format(
                            Locale.ROOT,
                            "%,d characters are more than the %,d that a post may have",
                            length,
                            Body.LONGEST_MARKDOWN));
        }
    }

    Site site() {
        return site;
    }

    Place place() {
        return place;
    }

    Header header() {
        return header;
    }

    List<Remark> remarks() {
        return remarks;
    }

    void remark(String key, String text) {
        remarks.add(new Remark(header.value(key).isPresent() ? header.line(key) : 0, text));
    }

    boolean hasHeader() {
        return header.style() != Header.Style.NONE;
    }

    /** What stands behind the header, without the first heading if that became the title. */
    String body() {
        return text.substring(bodyStart());
    }

    /** On which line of the file the body begins. */
    int bodyLine() {
        return header.endLine()
                + (int) text.substring(header.end(), bodyStart())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private int bodyStart() {
        int start = heading.map(FirstHeading::end).orElse(header.end());
        while (start < text.length() && text.charAt(start) == '\n') {
            start++;
        }
        return start;
    }

    boolean isEmpty() {
        return body().isBlank();
    }

    /** The header's, else the first heading, else the words of the file's name; shortened at a word where it is too long. */
    Title title() {
        String raw =
                header.text(TITLE).or(() -> heading.map(FirstHeading::text)).orElseGet(this::titleOfName);
        String decoded = Blanks.single(INLINE_TAG.matcher(Entities.decode(raw)).replaceAll(""))
                .strip();
        String title = decoded.isEmpty() ? titleOfName() : decoded;
        return new Title(OneLine.cut(title, Title.LONGEST));
    }

    /** Says how the title came about where it is not simply the header's. */
    private void remarkTitle() {
        Optional<String> stated = header.text(TITLE);
        if (stated.isEmpty()) {
            String origin = heading.isPresent() ? "the first heading" : "the file's name";
            remarks.add(new Remark(0, "no title in the header: %s stands for it".formatted(origin)));
        } else if (stated.get().length() > Title.LONGEST) {
            remark("title", "the title was cut to %d characters".formatted(Title.LONGEST));
        }
    }

    private String titleOfName() {
        String words =
                Text.legible(place.name().words()).replaceAll("[-_\\s]+", " ").strip();
        if (words.isEmpty()) {
            return "Untitled";
        }
        int first = words.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + words.substring(Character.charCount(first));
    }

    /** What the post asks to be called in addresses: as the header says, else by the generator's habit. */
    Slug wishedSlug() {
        Optional<Slug> stated = header.text(SLUG)
                .map(PostFile::decoded)
                .flatMap(Slug::from)
                .or(() -> statedAddress().flatMap(PostFile::lastWord));
        if (stated.isPresent()) {
            return stated.get();
        }
        boolean titleFirst =
                header.style() == Header.Style.PELICAN || place.name().name().equals("index");
        Optional<Slug> wished =
                titleFirst ? slugOfTitle().or(this::slugOfName) : slugOfName().or(this::slugOfTitle);
        return wished.orElse(WORDLESS);
    }

    private Optional<Slug> slugOfTitle() {
        return Slug.from(title().value());
    }

    private Optional<Slug> slugOfName() {
        return place.name().beginsWithDate() || place.name().date() == null
                ? Slug.from(place.name().words())
                : Optional.empty();
    }

    /** The slug as generators put it into addresses, case and all. */
    String plainSlug() {
        return header.text(SLUG).orElseGet(() -> place.name().words());
    }

    /** The path that the header gives the page, placeholders not yet filled. */
    Optional<String> statedAddress() {
        return header.text(ADDRESS).filter(path -> path.indexOf(':') < 0 && path.indexOf('{') < 0);
    }

    private static Optional<Slug> lastWord(String path) {
        if (path.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        String plain = decoded(path)
                .replaceFirst("[?#].*$", "")
                .replaceFirst("/+$", "")
                .replaceFirst("(?i)/?index\\.html?$", "");
        String last = plain.substring(plain.lastIndexOf('/') + 1).replaceFirst("(?i)\\.html?$", "");
        return last.chars().allMatch(Character::isDigit) ? Optional.empty() : Slug.from(last);
    }

    /** Percent-escapes decoded once, if they are UTF-8. */
    static String decoded(String text) {
        return text.indexOf('%') < 0
                ? text
                : ESCAPES.matcher(text).replaceAll(escapes -> {
                    String hex = escapes.group().replace("%", "");
                    byte[] octets = java.util.HexFormat.of().parseHex(hex);
                    String plain = new String(octets, java.nio.charset.StandardCharsets.UTF_8);
                    return Matcher.quoteReplacement(plain.indexOf('\uFFFD') < 0 ? plain : escapes.group());
                });
    }

    /** Header, then the path the header states, then the file's name, then the folders. */
    private Optional<WrittenDate> findDate() {
        Optional<WrittenDate> stated = statedDate(DATE);
        LocalDate ofName = place.name().date();
        if (stated.isPresent() && ofName != null && !stated.get().day().equals(ofName)) {
            remarks.add(new Remark(
                    header.line("date"),
                    "the header's date %s holds, not %s of the file's name"
                            .formatted(stated.get().day(), ofName)));
        }
        return stated.or(() -> statedAddress().flatMap(path -> dateIn(DATED_PATH, path)))
                .or(() -> Optional.ofNullable(ofName).map(PostFile::midnight))
                .or(() -> dateIn(DATED_PATH, place.folder()))
                .or(() -> dateIn(MONTH_PATH, place.folder()).map(month -> {
                    remarks.add(new Remark(0, "only year and month are known: dated on the first of the month"));
                    return month;
                }));
    }

    private Optional<WrittenDate> statedDate(String... keys) {
        for (String key : keys) {
            Optional<String> written = header.text(key).filter(value -> !isFlag(value));
            if (written.isPresent()) {
                try {
                    return Optional.of(WrittenDate.parse(written.get()));
                } catch (DateTimeException noDate) {
                    remark(key, key + ": " + noDate.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isFlag(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false") || value.length() < 4;
    }

    private static Optional<WrittenDate> dateIn(Pattern form, String path) {
        Matcher found = form.matcher(path);
        if (!found.find()) {
            return Optional.empty();
        }
        String day = found.groupCount() > 2 ? found.group(3) : "1";
        return Optional.ofNullable(FileName.date(found.group(1), found.group(2), day))
                .map(PostFile::midnight);
    }

    private static WrittenDate midnight(LocalDate day) {
        return new WrittenDate(day.atTime(LocalTime.MIDNIGHT), null);
    }

    Optional<WrittenDate> date() {
        return date;
    }

    Optional<Instant> publishedAt() {
        Optional<Instant> embargo = statedDate("publishDate", "publishdate").map(later -> later.in(site.zone()));
        Optional<Instant> dated = date.map(written -> written.in(site.zone()));
        return embargo.filter(later -> later.isAfter(site.now())).or(() -> dated);
    }

    /** Never before the publication. */
    Optional<Instant> updatedAt() {
        Optional<Instant> updated = statedDate(UPDATED).map(written -> written.in(site.zone()));
        Optional<Instant> published = publishedAt();
        if (updated.isPresent() && published.isPresent() && updated.get().isBefore(published.get())) {
            boolean sameDay = published.get().minusSeconds(24 * 3600).isBefore(updated.get());
            if (!sameDay) {
                remarks.add(
                        new Remark(0, "it was updated before it was published: the date of the update is left out"));
            }
            return Optional.empty();
        }
        return updated;
    }

    /** Whether the archive keeps readers away from it, and why: in the end of a sentence. */
    Optional<String> hiddenBecause() {
        if (header.flag(DRAFT).orElse(false)) {
            return Optional.of("its header says draft");
        }
        if (!header.flag(PUBLISHED).orElse(true)) {
            return Optional.of("its header says that it is not published");
        }
        if (place.shelf() == Place.Shelf.DRAFTS) {
            return Optional.of("it stands among the drafts");
        }
        Optional<String> state =
                header.text(STATUS).map(word -> word.toLowerCase(Locale.ROOT)).filter(HIDDEN_STATES::contains);
        if (state.isPresent()) {
            return state.map(word -> "its status is " + word);
        }
        for (String key : HIDDEN) {
            if (header.flag(key).orElse(false)) {
                return Optional.of("its header says " + key);
            }
        }
        return statedDate(EXPIRES)
                .map(end -> end.in(site.zone()))
                .filter(end -> !end.isAfter(site.now()))
                .map(end -> "it expired on " + end);
    }

    /** An article if it is dated and stands where articles stand, else a page. */
    Post.Kind kind() {
        String said = header.text(KIND).orElse("").toLowerCase(Locale.ROOT);
        if (said.equals("page") || said.equals("pages")) {
            return Post.Kind.PAGE;
        }
        if (said.equals("post") || said.equals("posts") || said.equals("article")) {
            return Post.Kind.ARTICLE;
        }
        boolean article = switch (site.generator()) {
            case JEKYLL -> place.shelf() == Place.Shelf.POSTS || place.shelf() == Place.Shelf.DRAFTS;
            case PELICAN -> !header.text("category").orElse("").equalsIgnoreCase("page") && !isIn("pages");
            case HUGO, ZOLA ->
                site.sections().isEmpty()
                        ? date.isPresent()
                        : isIn(site.sections()) || place.name().date() != null;
            case PLAIN -> !header.text(LAYOUT).orElse("").equalsIgnoreCase("page");
        };
        return article ? Post.Kind.ARTICLE : Post.Kind.PAGE;
    }

    private boolean isIn(Set<String> sections) {
        return !place.folders().isEmpty() && sections.contains(place.folders().get(0));
    }

    private boolean isIn(String section) {
        return isIn(Set.of(section));
    }

    /** Drafts stay drafts, and so does what has no text, or should have a date and has none. */
    ArchivedPost.Visibility visibility() {
        Optional<String> reason = hiddenBecause();
        if (reason.isEmpty() && isEmpty()) {
            reason = Optional.of("it has no text");
        }
        if (reason.isEmpty() && date.isEmpty() && kind() == Post.Kind.ARTICLE) {
            reason = Optional.of("no date is known");
        }
        return reason.isPresent() ? ArchivedPost.Visibility.DRAFT : ArchivedPost.Visibility.PUBLIC;
    }

    /** Adds what the owner should know of title, date and visibility. */
    void remarkState() {
        remarkTitle();
        Optional<String> hidden = hiddenBecause();
        if (hidden.isPresent()) {
            remarks.add(new Remark(0, "a draft, because " + hidden.get()));
        } else if (isEmpty()) {
            remarks.add(new Remark(0, "a draft, because it has no text"));
        } else if (date.isEmpty()) {
            remarks.add(new Remark(
                    0,
                    kind() == Post.Kind.ARTICLE
                            ? "a draft, because no date is known"
                            : "no date is known: the page is dated on the day of the import"));
        }
    }

    /** What it has in common with its translations: the key that the header states, else the path without the language. */
    String stem() {
        return header.text(TRANSLATION).map("key "::concat).orElseGet(place::stem);
    }

    LanguageTag language() {
        return header.text(LANGUAGE)
                .flatMap(Site::languageTag)
                .or(() -> place.language().flatMap(Site::languageTag))
                .orElse(site.language());
    }

    /** Says of an empty post where else its readers are sent, if it says so. */
    Optional<String> leadsTo() {
        Optional<String> explicit = header.text("redirect_to", "redirectTo", "redirect_url");
        return explicit.isPresent() ? explicit : isEmpty() ? header.text(LEADS_ELSEWHERE) : Optional.empty();
    }
}
