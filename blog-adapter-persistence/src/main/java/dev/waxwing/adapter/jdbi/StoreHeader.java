package dev.waxwing.adapter.jdbi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What H2 writes at the beginning of a file that it closes in order: in which block its last chunk begins. A file that was
 * cut off later, such as by a copy that was interrupted, H2 opens without a word in an older state. Of a file that was not
 * closed, the header tells nothing.
 */
final class StoreHeader {
    private static final int BLOCK = 4_096;
    private static final int LONGEST = 300;
    private static final Pattern CLOSED = Pattern.compile("^H:\\p{XDigit}+,block:(\\p{XDigit}{1,8}),.*\\bclean:1\\b.*");
    private static final Pattern CHUNK = Pattern.compile("^chunk:\\p{XDigit}+,(?:.*,)?len:(\\p{XDigit}{1,8}),.*");

    private StoreHeader() {}

    /** Whether less is there than when the file was closed. */
    static boolean isCutOff(Path database) throws IOException {
        try (FileChannel file = FileChannel.open(database, StandardOpenOption.READ)) {
            Optional<Long> last = number(CLOSED, file, 0);
            if (last.isEmpty()) {
                return false;
            }
            long chunk = last.get() * BLOCK;
            long blocks = number(CHUNK, file, chunk).orElse(1L);
            return file.size() < chunk + blocks * BLOCK;
        }
    }

    private static Optional<Long> number(Pattern line, FileChannel file, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        if (file.read(bytes, position) <= 0) {
            return Optional.empty();
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        Matcher matcher = line.matcher(text.lines().findFirst().orElse(""));
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1), 16)) : Optional.empty();
    }
}
