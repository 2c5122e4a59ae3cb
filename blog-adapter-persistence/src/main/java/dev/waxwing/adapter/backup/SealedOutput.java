package dev.waxwing.adapter.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes bytes on and keeps their seal. */
final class SealedOutput extends FilterOutputStream {
    private final Seal seal = new Seal();

    SealedOutput(OutputStream out) {
        super(out);
    }

    Seal seal() {
        return seal;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        seal.update(bytes, from, length);
    }
}
