package dev.waxwing.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small file that others wait for: they find all of it, or none. */
final class WholeFile {
    private WholeFile() {}

    static void write(Path file, String text) throws IOException {
        Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
