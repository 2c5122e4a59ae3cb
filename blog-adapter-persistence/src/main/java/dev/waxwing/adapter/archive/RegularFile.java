package dev.waxwing.adapter.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Reads files that are neither links nor devices, and no more of them than is allowed. */
final class RegularFile {
    private RegularFile() {}

    static boolean isAt(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * All bytes of a file.
     *
     * @param largest in bytes
     * @param reason of the refusal of a larger one
     */
    static byte[] read(Path path, int largest, String reason) throws IOException, UnreadableFile {
        if (!isAt(path)) {
            throw new UnreadableFile(0, "it cannot be read: it is no regular file");
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new UnreadableFile(0, reason);
            }
            return bytes;
        }
    }
}
