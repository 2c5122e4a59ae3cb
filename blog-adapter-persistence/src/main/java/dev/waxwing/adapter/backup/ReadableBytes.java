package dev.waxwing.adapter.backup;

import dev.waxwing.application.media.StoredMedia;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What can be read of a file: where its disk fails it ends, so that one bad file does not keep the others from being copied. */
final class ReadableBytes extends FilterInputStream {
    private ReadableBytes(InputStream in) {
        super(in);
    }

    static InputStream of(StoredMedia.Content content) {
        try {
            return new ReadableBytes(content.open(0));
        } catch (IOException e) {
            return InputStream.nullInputStream();
        }
    }

    @Override
    public int read() {
        try {
            return in.read();
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        try {
            return in.read(bytes, from, length);
        } catch (IOException e) {
            return -1;
        }
    }
}
