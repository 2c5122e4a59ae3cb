package dev.waxwing.adapter.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Passes bytes on and keeps their seal. */
final class SealedInput extends FilterInputStream {
    private final Seal seal = new Seal();

    SealedInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        if (read > 0) {
            seal.update(bytes, from, read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads to the end and says whether the seal is whole. */
    boolean sealHolds() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return seal.holds();
    }
}
