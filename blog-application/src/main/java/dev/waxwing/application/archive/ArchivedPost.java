package dev.waxwing.application.archive;

import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.TagName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A post as it stands in an archive.
 *
 * @param source the path of its file
 * @param markdown in which the {@code references} are still to be replaced
 * @param references the places that mean a file of the archive, in order, none within another
 * @param excerpt at most 1,000 characters, empty if there is none
 * @param summaryEnd where the author ended the part for overviews, 0 if nowhere
 * @param tags the most telling first
 * @param authors in byline order, empty if the archive names none
 * @param publishedAt in the future for a post that is to appear then; empty if no date is known
 * @param updatedAt empty if it is not said
 * @param formerAddresses where readers know it from, the stated ones first
 * @param notes what its owner should know
 */
public record ArchivedPost(
        String source,
        Post.Kind kind,
        Visibility visibility,
        Title title,
        String markdown,
        List<Reference> references,
        String excerpt,
        int summaryEnd,
        Optional<Picture> cover,
        List<TagName> tags,
        List<ArchivedAuthor> authors,
        LanguageTag language,
        Optional<Instant> publishedAt,
        Optional<Instant> updatedAt,
        Optional<WebAddress> canonical,
        List<FormerAddress> formerAddresses,
        List<Note> notes)
        implements Archive.Reading {

    /** Whether readers are to find the post. */
    public enum Visibility {
        DRAFT,
        PUBLIC
    }

    /**
     * A picture of the archive that stands for the post.
     *
     * @param alt what it shows, may be empty
     */
    public record Picture(String source, String alt) {}

    public ArchivedPost {
        references = List.copyOf(references);
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
        formerAddresses = List.copyOf(formerAddresses);
        notes = List.copyOf(notes);
    }
}
