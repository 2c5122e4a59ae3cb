package dev.waxwing.application.archive;

import dev.waxwing.application.media.MediaStore;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Short numbers that differ when what they stand for differs: SHA-256 in hexadecimal digits. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

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
        Fingerprint fingerprint = new Fingerprint();
        byte[] buffer = new byte[16_384];
        try (content) {
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > MediaStore.LARGEST_FILE) {
                    throw new BlogException.Invalid("media", "The file is larger than 20 MiB");
                }
                fingerprint.digest.update(buffer, 0, read);
            }
        }
        return fingerprint.digits();
    }

    /** The length goes in front, so that no two sequences of parts look alike. */
    private Fingerprint with(@Nullable Object part) {
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
        return this;
    }

    private String digits() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
