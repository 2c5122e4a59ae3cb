package dev.waxwing.adapter.archive;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.ArchivedPost;
import dev.waxwing.application.archive.FormerAddress;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.IndexedPost;
import dev.waxwing.application.archive.LeftOut;
import dev.waxwing.application.archive.Note;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A folder of files for tests, and what is read from it. */
final class Folder {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Path root;
    private MarkdownFolder.Options options = new MarkdownFolder.Options(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ZoneOffset.UTC,
            Optional.empty(),
            LanguageTag.ENGLISH,
            MarkdownFolder.AuthorNames.AS_WRITTEN,
            NOW);

    Folder(Path root) {
        this.root = root;
    }

    Folder with(String file, String text) {
        return with(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Folder with(String file, byte[] bytes) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folder knownAs(String siteUrl) {
        options = new MarkdownFolder.Options(
                options.name(),
                Optional.of(new WebAddress(siteUrl)),
                options.zone(),
                options.fallbackZone(),
                options.language(),
                options.fallbackLanguage(),
                options.authorNames(),
                options.now());
        return this;
    }

    Folder in(ZoneId zone) {
        options = new MarkdownFolder.Options(
                options.name(),
                options.siteUrl(),
                Optional.of(zone),
                options.fallbackZone(),
                options.language(),
                options.fallbackLanguage(),
                options.authorNames(),
                options.now());
        return this;
    }

    Folder withAuthorsSplit() {
        options = new MarkdownFolder.Options(
                options.name(),
                options.siteUrl(),
                options.zone(),
                options.fallbackZone(),
                options.language(),
                options.fallbackLanguage(),
                MarkdownFolder.AuthorNames.SPLIT,
                options.now());
        return this;
    }

    Path path() {
        return root;
    }

    MarkdownFolder archive() {
        return archive("");
    }

    /** The archive of a folder or file within. */
    MarkdownFolder archive(String within) {
        return MarkdownFolder.at(root.resolve(within), options);
    }

    ArchiveIndex index() {
        return archive().index(new ImportListener() {});
    }

    /** The one post of the folder. */
    ArchivedPost post() {
        MarkdownFolder archive = archive();
        List<IndexedPost> posts = archive.index(new ImportListener() {}).posts();
        if (posts.size() != 1) {
            throw new AssertionError("not one post but " + posts);
        }
        return (ArchivedPost) archive.read(posts.get(0));
    }

    ArchivedPost post(String source) {
        MarkdownFolder archive = archive();
        IndexedPost post = archive.index(new ImportListener() {}).posts().stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow();
        return (ArchivedPost) archive.read(post);
    }

    String slug(String source) {
        return index().posts().stream()
                .filter(one -> one.source().equals(source))
                .map(one -> one.wished().value())
                .findFirst()
                .orElseThrow();
    }

    LeftOut leftOut(String source) {
        return index().leftOut().stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    static List<String> notes(ArchivedPost post) {
        return post.notes().stream().map(Note::reason).toList();
    }

    static List<String> addresses(ArchivedPost post) {
        return post.formerAddresses().stream()
                .map(FormerAddress::path)
                .map(path -> path.value())
                .toList();
    }

    static List<String> stated(ArchivedPost post) {
        return post.formerAddresses().stream()
                .filter(address -> address.evidence() == FormerAddress.Evidence.STATED)
                .map(address -> address.path().value())
                .toList();
    }
}
