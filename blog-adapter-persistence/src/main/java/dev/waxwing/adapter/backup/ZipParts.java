package dev.waxwing.adapter.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The entries of a ZIP file, and its seal behind them. */
final class ZipParts implements Parts {
    private static final int BUFFER = 1 << 16;

    /** Rows shrink to a tenth, media not at all, and what shrinks to less than this was made to fill disks and days. */
    private static final int MOST_SHRINKING = 200;

    /** In bytes, of which nobody minds how far they shrink. */
    private static final long LITTLE = 64L << 20;

    private final Path file;

    ZipParts(Path file) {
        this.file = file;
    }

    @Override
    public void forEach(Visitor visitor) throws IOException {
        String reading = "";
        try (SealedInput sealed = new SealedInput(new BufferedInputStream(Files.newInputStream(file), BUFFER));
                ZipInputStream zip = new Unpacking(sealed, Files.size(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                reading = entry.getName();
                visitor.visit(reading, zip);
            }
            if (reading.isEmpty()) {
                throw Damage.of(file, "it is no ZIP file");
            }
            if (!sealed.sealHolds()) {
                throw Damage.of(
                        file,
                        reading.equals(Entries.SUMS)
                                ? "its entries are whole, but the directory behind them is damaged"
                                : "it is cut off or damaged behind " + reading);
            }
        } catch (EOFException e) {
            throw Damage.of(file, "it is cut off in " + reading);
        } catch (ZipException | IllegalArgumentException e) {
            throw Damage.of(file, reading + " is damaged");
        }
    }

    /** What an entry says of its size is not believed. */
    private final class Unpacking extends ZipInputStream {
        private final long most;
        private long unpacked;

        private Unpacking(InputStream in, long size) {
            super(in, StandardCharsets.UTF_8);
            most = LITTLE + MOST_SHRINKING * size;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            unpacked += Math.max(0, read);
            if (unpacked > most) {
                throw Damage.of(file, "it unpacks to more than %d times its size".formatted(MOST_SHRINKING));
            }
            return read;
        }
    }
}
