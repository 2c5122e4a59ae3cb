package dev.waxwing.application.archive;

import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Short numbers that differ when what they stand for differs: SHA-256 in hexadecimal digits. */
final class Fingerprint {
    private final Sha256 hash = Sha256.begin();

    private Fingerprint() {}

    /** Of all that a file asks for, addresses already replaced. */
    static String of(ArchivedPost post, String markdown, @Nullable Cover cover) {
        return new Fingerprint()
                .with(post.kind())
                .with(post.visibility())
                .with(post.title())
                .with(markdown)
                .with(post.excerpt())
                .with(post.summaryEnd())
                .with(cover)
                .with(post.tags())
                .with(post.authors())
                .with(post.language())
                .with(post.publishedAt())
                .with(post.updatedAt())
                .with(post.canonical())
                .with(post.formerAddresses())
                .digits();
    }

    /** Of what an editor can change about a post, be it published or not, whoever did it. */
    static String of(Post.State post) {
        Content content = post.newest().content();
        return new Fingerprint()
                .with(content.title())
                .with(content.body().markdown())
                .with(content.excerpt())
                .with(content.cover())
                .with(content.language())
                .with(content.canonical())
                .with(post.tags())
                .with(post.authors())
                .digits();
    }

    /**
     * Of a whole stream, which is closed.
     *
     * @throws BlogException.Invalid (field "media") if no store would keep it, which ends the reading
     */
    static String of(InputStream content) throws IOException {
        Sha256 hash = Sha256.begin();
        byte[] buffer = new byte[16_384];
        try (content) {
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > MediaStore.LARGEST_FILE) {
                    throw new BlogException.Invalid("media", "The file is larger than 20 MiB");
                }
                hash.with(buffer, read);
            }
        }
        return hash.digits();
    }

    /** The length goes in front, so that no two sequences of parts look alike. */
    private Fingerprint with(@Nullable Object part) {
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        hash.with((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)).with(bytes);
        return this;
    }

    private String digits() {
        return hash.digits();
    }
}
