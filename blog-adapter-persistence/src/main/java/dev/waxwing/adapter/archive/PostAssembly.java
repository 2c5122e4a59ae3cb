package dev.waxwing.adapter.archive;

import dev.waxwing.application.archive.ArchivedPost;
import dev.waxwing.application.archive.FormerAddress;
import dev.waxwing.application.archive.Note;
import dev.waxwing.application.archive.Reference;
import dev.waxwing.application.shared.OneLine;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.shared.WebAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a post together from its file and from what is known of the whole archive. */
final class PostAssembly {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp", "svg", "avif");
    private static final String COMMENT = "<!--";
    private static final Pattern TAG = Pattern.compile("<[^>]{0,300}>");
    private static final Pattern MORE = Pattern.compile(
            COMMENT + "\\s*(?:more|excerpt|summary|truncate|readmore|nextpage)\\s*(?:-->|[^>]{0,80}-->)",
            Pattern.CASE_INSENSITIVE);
    static final String[] EXCERPT = {
        "excerpt", "summary", "description", "meta", "extra.summary", "extra.description", "subtitle"
    };
    static final String EXCERPT_SEPARATOR = "excerpt_separator";
    static final String[] COVER = {
        "cover.image",
        "cover.relative",
        "cover",
        "image.path",
        "image.src",
        "image",
        "cover_image",
        "coverImage",
        "featured_image",
        "featuredImage",
        "feature_image",
        "header.image",
        "header.teaser",
        "header.overlay_image",
        "headerimage",
        "thumbnail",
        "extra.cover",
        "extra.image",
        "og_image",
        "images"
    };
    static final String[] ALT = {
        "cover.alt", "image.alt", "header.alt", "headeralt", "image_alt", "cover_alt", "coverAlt", "extra.cover_alt"
    };
    static final String[] CANONICAL = {"canonical", "canonical_url", "canonicalURL", "canonicalUrl", "extra.canonical"};
    private static final int LONGEST_ALT = 500;

    private final PostFile file;
    private final int number;
    private final MarkdownFolder.Opened archive;
    private final String folder;
    private final Permalinks.Known known;

    PostAssembly(PostFile file, int number, MarkdownFolder.Opened archive) {
        this.file = file;
        this.number = number;
        this.archive = archive;
        this.folder = file.place().folder();
        this.known = Permalinks.of(file, archive.learned().of(number, file.kind()));
    }

    ArchivedPost assemble() {
        Shortcodes.Converted body = Shortcodes.convert(
                file, reference -> archive.targets().named(reference, folder).orElse(""));
        file.remarkState();
        file.remarks().addAll(body.remarks());
        Terms terms = new Terms(file);
        return new ArchivedPost(
                file.place().source(),
                file.kind(),
                file.visibility(),
                file.title(),
                body.text(),
                references(body.text()),
                excerpt(),
                summaryEnd(body.text()),
                cover(),
                terms.tags(),
                terms.authors(),
                file.language(),
                file.publishedAt(),
                file.updatedAt(),
                canonical(),
                formerAddresses(),
                notes());
    }

    private List<Reference> references(String text) {
        List<Reference> references = new ArrayList<>();
        ReferenceScanner.scan(text).stream()
                .sorted(Comparator.comparingInt(ReferenceScanner.Found::start))
                .forEach(found -> reference(found).ifPresent(reference -> {
                    boolean apart = references.isEmpty()
                            || references.get(references.size() - 1).end() <= reference.start();
                    if (apart) {
                        references.add(reference);
                    }
                }));
        return references;
    }

    private Optional<Reference> reference(ReferenceScanner.Found found) {
        Targets.Target target = archive.targets().find(found.address(), folder, known.primary());
        if (target instanceof Targets.Target.Post post) {
            return Optional.of(
                    new Reference(found.start(), found.end(), Reference.Kind.POST, post.source(), post.suffix()));
        }
        if (target instanceof Targets.Target.File medium) {
            return Optional.of(
                    new Reference(found.start(), found.end(), Reference.Kind.MEDIA, medium.source(), medium.suffix()));
        }
        return Optional.empty();
    }

    private String excerpt() {
        String text = file.header().text(EXCERPT).orElse("");
        String plain =
                Blanks.single(Entities.decode(TAG.matcher(text).replaceAll(""))).strip();
        return OneLine.cut(plain, Content.LONGEST_EXCERPT);
    }

    private int summaryEnd(String text) {
        return text.contains(COMMENT) ? markedEnd(text) : separatedEnd(text);
    }

    private int markedEnd(String text) {
        Matcher more = MORE.matcher(text);
        CodeBlocks code = CodeBlocks.of(text);
        while (more.find()) {
            if (!code.contain(more.start())) {
                return more.start();
            }
        }
        return separatedEnd(text);
    }

    private int separatedEnd(String text) {
        return file.header()
                .text(EXCERPT_SEPARATOR)
                .or(() -> file.site().config().text(EXCERPT_SEPARATOR))
                .filter(separator -> !separator.isBlank())
                .map(text::indexOf)
                .filter(at -> at > 0)
                .orElse(0);
    }

    private Optional<ArchivedPost.Picture> cover() {
        String alt = OneLine.cut(file.header().text(ALT).orElse(""), LONGEST_ALT);
        for (String key : COVER) {
            Optional<String> address = file.header().texts(key).stream().findFirst();
            if (address.isPresent()) {
                return picture(key, address.get()).map(source -> new ArchivedPost.Picture(source, alt));
            }
        }
        return file.place().bundle()
                ? pictureOfBundle().map(source -> new ArchivedPost.Picture(source, alt))
                : Optional.empty();
    }

    private Optional<String> picture(String key, String address) {
        Targets.Target target = archive.targets().find(address, folder, known.primary());
        if (target instanceof Targets.Target.File found && isPicture(found.source())) {
            return Optional.of(found.source());
        }
        file.remark(key, "its picture '%s' is not in the archive".formatted(HeaderReader.shortened(address)));
        return Optional.empty();
    }

    /** Hugo's themes look for pictures of these names beside the text. */
    private Optional<String> pictureOfBundle() {
        return archive.files().in(folder).stream()
                .filter(PostAssembly::isPicture)
                .filter(name -> {
                    String last = name.substring(folder.length()).toLowerCase(Locale.ROOT);
                    return last.startsWith("feature") || last.startsWith("cover") || last.startsWith("thumbnail");
                })
                .findFirst();
    }

    private static boolean isPicture(String name) {
        return PICTURES.contains(FileRoles.extension(name));
    }

    private Optional<WebAddress> canonical() {
        return file.header()
                .text(CANONICAL)
                .flatMap(Terms::address)
                .filter(address ->
                        !file.site().hosts().contains(address.uri().getHost().toLowerCase(Locale.ROOT)));
    }

    private List<FormerAddress> formerAddresses() {
        List<FormerAddress> own = new ArrayList<>();
        for (FormerAddress address : known.addresses()) {
            if (archive.addresses().owner(address.path()) == number) {
                own.add(address);
            } else if (address.evidence() == FormerAddress.Evidence.STATED) {
                int other = archive.addresses().owner(address.path());
                file.remark(
                        "",
                        "its former address %s is also the one of %s"
                                .formatted(
                                        address.path(),
                                        other < 0
                                                ? "another file"
                                                : archive.posts().name(other)));
            }
        }
        return own;
    }

    private List<Note> notes() {
        return file.remarks().stream()
                .map(remark -> new Note(remark.line(), remark.text()))
                .distinct()
                .toList();
    }
}
