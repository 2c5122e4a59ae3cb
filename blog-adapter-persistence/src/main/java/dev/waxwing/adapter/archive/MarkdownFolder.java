package dev.waxwing.adapter.archive;

import dev.waxwing.application.archive.Archive;
import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.IndexedPost;
import dev.waxwing.application.archive.LeftOut;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A folder of Markdown files as Hugo, Jekyll, Zola, Pelican or a person keeps them. */
public final class MarkdownFolder implements Archive {

    /** How a text that names several people is read. */
    public enum AuthorNames {
        /** As one name, because "Ada Lind, editor" is one person. */
        AS_WRITTEN,
        /** Divided at commas and "and". */
        SPLIT
    }

    /**
     * What the files do not say.
     *
     * @param name what the archive is called, to know it when it is imported again; its folder's name if empty
     * @param siteUrl under which readers knew the blog, so that its own absolute links are known as such
     * @param zone of dates without one; if empty the configured one, and if there is none the fallback
     * @param language of posts that say none; if empty the configured one, and if there is none the fallback
     * @param now after which a date is in the future
     */
    public record Options(
            Optional<String> name,
            Optional<WebAddress> siteUrl,
            Optional<ZoneId> zone,
            ZoneId fallbackZone,
            Optional<LanguageTag> language,
            LanguageTag fallbackLanguage,
            AuthorNames authorNames,
            Instant now) {}

    static final String TOO_NESTED = "it cannot be read: it is nested too deeply";

    private final Path folder;
    private final Options options;
    private @Nullable Opened opened;

    private MarkdownFolder(Path folder, Options options) {
        this.folder = folder;
        this.options = options;
    }

    /** @throws BlogException.NotFound if there is nothing at this path */
    public static MarkdownFolder at(Path folder, Options options) {
        if (!Files.exists(folder)) {
            throw new BlogException.NotFound("file or folder", folder);
        }
        return new MarkdownFolder(folder, options);
    }

    @Override
    public ArchiveIndex index(ImportListener listener) {
        try {
            SiteFinder.Found found = SiteFinder.find(folder, files -> {
                if (files % Indexing.TELL_EVERY == 0) {
                    listener.looked(files);
                }
            });
            FolderShape shape = FolderShape.of(found.items(), found.content());
            Site site = Site.of(found.generator(), found.config(), options, shape);
            Opened looked = new Indexing(found, site, identity(found), listener).run();
            opened = looked;
            return looked.index();
        } catch (IOException failure) {
            throw new BlogException.Unavailable("%s cannot be read".formatted(folder), failure);
        }
    }

    /** A name that was given is meant; one that a folder happens to have could be another folder's too. */
    private Identity identity(SiteFinder.Found found) throws IOException {
        return options.name().isPresent()
                ? new Identity(options.name().get(), Optional.empty())
                : new Identity(
                        found.name(), Optional.of(found.base().toRealPath().toString()));
    }

    /** What an archive is called, and where it lies if nobody gave it this name. */
    record Identity(String name, Optional<String> place) {}

    @Override
    public Reading read(IndexedPost post) {
        return opened().read(post.source());
    }

    @Override
    public InputStream open(String source) throws IOException {
        return opened().open(source);
    }

    private Opened opened() {
        Opened looked = opened;
        if (looked == null) {
            throw new IllegalStateException("An archive is read after it was indexed");
        }
        return looked;
    }

    /** Reads a file that is known not to be a link, and no more of it than a post may have. */
    static byte[] bytes(Path path) throws IOException, UnreadableFile {
        return RegularFile.read(path, FileRoles.LARGEST_POST, "it is larger than the 5 MiB a file may have");
    }

    /** An archive that was looked through. */
    record Opened(
            ArchiveIndex index,
            Site site,
            String content,
            Targets targets,
            AddressIndex addresses,
            LinkEvidence.Learned learned,
            Listing posts,
            Listing files) {

        Reading read(String source) {
            int number = posts.number(source);
            try {
                PostFile file = PostFile.parse(site, content, source, bytes(posts.path(number)));
                return new PostAssembly(file, number, this).assemble();
            } catch (UnreadableFile broken) {
                return new LeftOut(source, LeftOut.Cause.REFUSED, broken.line(), broken.reason());
            } catch (IOException | RuntimeException failure) {
                return new LeftOut(source, LeftOut.Cause.REFUSED, 0, "it cannot be read: " + failure.getMessage());
            } catch (StackOverflowError failure) {
                return new LeftOut(source, LeftOut.Cause.REFUSED, 0, TOO_NESTED);
            }
        }

        InputStream open(String source) throws IOException {
            int number = files.number(source);
            if (number < 0) {
                throw new NoSuchFileException(source);
            }
            return Files.newInputStream(files.path(number), LinkOption.NOFOLLOW_LINKS);
        }
    }
}
