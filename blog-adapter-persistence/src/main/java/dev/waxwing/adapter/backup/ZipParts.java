package dev.waxwing.adapter.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The entries of a ZIP file, and its seal behind them. */
final class ZipParts implements Parts {
    private static final int BUFFER = 1 << 16;

    private final Path file;

    ZipParts(Path file) {
        this.file = file;
    }

    @Override
    public void forEach(Visitor visitor) throws IOException {
        String reading = "";
        try (SealedInput sealed = new SealedInput(new BufferedInputStream(Files.newInputStream(file), BUFFER));
                ZipInputStream zip = new ZipInputStream(sealed, StandardCharsets.UTF_8)) {
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
}
