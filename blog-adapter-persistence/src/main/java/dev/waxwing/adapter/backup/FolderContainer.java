package dev.waxwing.adapter.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder with a file for each entry. */
final class FolderContainer implements Container {
    private final Path place;
    private final Path unfinished;

    /** @param place does not exist, or is an empty folder */
    FolderContainer(Path place) throws IOException {
        this.place = place.toAbsolutePath();
        unfinished = this.place.resolveSibling(".%s.%s.part".formatted(place.getFileName(), UUID.randomUUID()));
        OwnedFiles.createFolder(unfinished);
    }

    @Override
    public OutputStream begin(String entry, Packing packing) throws IOException {
        OwnedFiles.createFolder(unfinished.resolve(entry.substring(0, entry.lastIndexOf('/') + 1)));
        return Channels.newOutputStream(OwnedFiles.create(unfinished.resolve(entry)));
    }

    @Override
    public void finish() throws IOException {
        Files.deleteIfExists(place);
        OwnedFiles.moveIntoPlace(unfinished, place);
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(unfinished)) {
            for (Path file : deepestFirst()) {
                Files.delete(file);
            }
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> files = Files.walk(unfinished)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
