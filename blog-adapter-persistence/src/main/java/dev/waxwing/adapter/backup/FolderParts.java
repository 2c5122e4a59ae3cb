package dev.waxwing.adapter.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a folder: in the order of its checksums, and behind them what those do not name. */
final class FolderParts implements Parts {
    private final Path folder;

    FolderParts(Path folder) {
        this.folder = folder;
    }

    @Override
    public void forEach(Visitor visitor) throws IOException {
        List<String> present = present();
        Set<String> ordered = new LinkedHashSet<>();
        if (present.contains(Entries.SUMS)) {
            try (InputStream sums = Files.newInputStream(folder.resolve(Entries.SUMS))) {
                ordered.addAll(Sums.read(sums).keySet());
            }
        }
        ordered.retainAll(Set.copyOf(present));
        ordered.addAll(present);
        for (String entry : ordered) {
            try (InputStream content = new BufferedInputStream(Files.newInputStream(folder.resolve(entry)))) {
                visitor.visit(entry, content);
            }
        }
    }

    private List<String> present() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
