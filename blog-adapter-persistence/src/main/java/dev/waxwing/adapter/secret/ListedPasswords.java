package dev.waxwing.adapter.secret;

import dev.waxwing.application.account.CommonPasswords;
import dev.waxwing.application.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The 40,000 passwords that were most common where passwords were stolen, of three characters and more. They come with the
 * program as the first five bytes of SHA-256 of each, because what people choose is not for reading.
 */
public final class ListedPasswords implements CommonPasswords {
    private static final String LIST = "common-passwords";
    private static final int BYTES = 5;

    private final long[] sorted;

    public ListedPasswords() {
        try (InputStream list = ListedPasswords.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("The program is incomplete: the list of common passwords is missing");
            }
            sorted = read(ByteBuffer.wrap(list.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long[] read(ByteBuffer bytes) {
        long[] digests = new long[bytes.remaining() / BYTES];
        for (int i = 0; i < digests.length; i++) {
            digests[i] = (bytes.get() & 0xFFL) << 32 | bytes.getInt() & 0xFFFF_FFFFL;
        }
        return digests;
    }

    @Override
    public boolean contain(String word) {
        long digest = HexFormat.fromHexDigitsToLong(Sha256.of(word), 0, 2 * BYTES);
        return Arrays.binarySearch(sorted, digest) >= 0;
    }
}
