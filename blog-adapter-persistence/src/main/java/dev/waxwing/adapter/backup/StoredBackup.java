package dev.waxwing.adapter.backup;

import com.fasterxml.jackson.core.JacksonException;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.application.backup.BackupSource;
import dev.waxwing.application.backup.MediaLosses;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A backup that lies on a disk, as a ZIP file or as a folder. */
public final class StoredBackup implements BackupSource {

    /** In bytes: far more than a configuration or a manifest with 100,000 lost files has, and little in the memory. */
    private static final int LONGEST_TEXT = 16_000_000;

    private static final int MOST_DAMAGED = 100_000;

    /** A blog has some thirty tables. */
    private static final int MOST_TABLES = 1_000;

    private final Path place;

    private StoredBackup(Path place) {
        this.place = place;
    }

    public static StoredBackup at(Path place) {
        return new StoredBackup(place);
    }

    @Override
    public BackupManifest verify() {
        Verification verification = new Verification();
        visit(verification);
        if (!verification.holds()) {
            Differences differences = new Differences(stated());
            visit(differences);
            throw differences.first();
        }
        return verification.outcome();
    }

    /** What the backup says of its entries. */
    private Map<String, String> stated() {
        Map<String, String> stated = new LinkedHashMap<>();
        visit((entry, content) -> {
            if (entry.equals(Entries.SUMS)) {
                stated.putAll(Sums.read(content));
            }
        });
        return stated;
    }

    @Override
    public void read(Reader reader) {
        visit((entry, content) -> {
            Optional<String> table = Entries.table(entry);
            if (table.isPresent()) {
                JsonRows.read(content, row -> reader.row(table.get(), row));
            } else if (Entries.isMedium(entry)) {
                reader.medium(medium(entry), content);
            } else if (entry.equals(Entries.CONFIGURATION)) {
                reader.configuration(new String(requireShort(entry, content).readAllBytes(), StandardCharsets.UTF_8));
            }
        });
    }

    /**
     * Which of the files that a blog has lost are whole in it.
     *
     * @throws BlogException.Invalid if it is damaged
     */
    public Set<MediaAddress> whole(MediaLosses lost) {
        Set<MediaAddress> wanted = new HashSet<>(lost.damaged());
        wanted.addAll(lost.missing());
        Set<MediaAddress> whole = new HashSet<>();
        visit((entry, content) -> {
            Optional<MediaAddress> address = Entries.medium(entry).filter(wanted::contains);
            if (address.isPresent()) {
                Sha256 hash = Sha256.begin();
                hash.reading(content).transferTo(OutputStream.nullOutputStream());
                address.filter(file -> file.isOf(hash.digits())).ifPresent(whole::add);
            }
        });
        return whole;
    }

    /**
     * Writes each part into a folder that does not exist yet, or is empty.
     *
     * @throws BlogException.Conflict if something is there
     * @throws BlogException.Invalid if the backup is damaged
     */
    public void unpack(Path folder) {
        verify();
        BackupFile.requireEmpty(folder);
        try (Container files = new FolderContainer(folder)) {
            visit((entry, content) -> {
                try (OutputStream out = files.begin(entry, Container.Packing.AS_IT_IS)) {
                    content.transferTo(out);
                }
            });
            files.finish();
        } catch (IOException e) {
            throw new BlogException.Unavailable("%s cannot be written: %s".formatted(folder, Reasons.of(e)), e);
        }
    }

    private MediaAddress medium(String entry) {
        return Entries.medium(entry).orElseThrow(() -> Damage.of(place, entry + " has no name of a media file"));
    }

    private void visit(Parts.Visitor visitor) {
        if (!Files.exists(place)) {
            throw new BlogException.NotFound("file or folder", place);
        }
        Parts parts = Files.isDirectory(place) ? new FolderParts(place) : new ZipParts(place);
        try {
            parts.forEach((entry, content) -> {
                try {
                    visitor.visit(entry, content);
                } catch (JacksonException e) {
                    throw Damage.of(place, entry + " is not written as it should be");
                }
            });
        } catch (IOException e) {
            throw new BlogException.Unavailable("%s cannot be read: %s".formatted(place, Reasons.of(e)), e);
        }
    }

    /** The content, which is refused as soon as it is longer than any should be. */
    private InputStream requireShort(String entry, InputStream content) {
        return new FilterInputStream(content) {
            private int read;

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int now = super.read(bytes, from, length);
                read += Math.max(0, now);
                if (read > LONGEST_TEXT) {
                    throw Damage.of(place, entry + " is longer than that of any blog");
                }
                return now;
            }

            /** Those who read byte by byte would not be counted. */
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }
        };
    }

    /**
     * Compares the entries with their checksums, which come last. What the checksums have to say is known by its own checksum
     * alone, so that a million entries take no room.
     */
    private final class Verification implements Parts.Visitor {
        private final Sha256 expected = Sha256.begin();
        private final Set<String> single = new HashSet<>();
        private final List<MediaAddress> damaged = new ArrayList<>();
        private @Nullable String stated;
        private @Nullable BackupManifest manifest;

        @Override
        public void visit(String entry, InputStream content) throws IOException {
            requireKnown(entry);
            Sha256 hash = Sha256.begin();
            InputStream hashed = hash.reading(content);
            if (entry.equals(Entries.MANIFEST)) {
                manifest = manifest(requireShort(entry, hashed));
            }
            hashed.transferTo(OutputStream.nullOutputStream());
            String sum = hash.digits();
            if (entry.equals(Entries.SUMS)) {
                stated = sum;
                return;
            }
            byte[] line = Sums.line(entry, sum).getBytes(StandardCharsets.UTF_8);
            expected.with(line, 0, line.length);
            Entries.medium(entry).filter(address -> !address.isOf(sum)).ifPresent(this::noteDamaged);
        }

        private void requireKnown(String entry) {
            if (Entries.medium(entry).isPresent() || Entries.isPost(entry)) {
                return;
            }
            boolean known = entry.equals(Entries.MANIFEST)
                    || entry.equals(Entries.SUMS)
                    || entry.equals(Entries.CONFIGURATION)
                    || Entries.table(entry).isPresent();
            if (!known || single.size() == MOST_TABLES) {
                throw Damage.of(place, entry + " does not belong into a backup");
            }
            if (!single.add(entry)) {
                throw Damage.of(place, entry + " is in it twice");
            }
        }

        private void noteDamaged(MediaAddress address) {
            if (damaged.size() == MOST_DAMAGED) {
                throw Damage.of(place, "more than %,d media files are damaged".formatted(MOST_DAMAGED));
            }
            damaged.add(address);
        }

        private BackupManifest manifest(InputStream content) throws IOException {
            try {
                return ManifestFile.read(content);
            } catch (JacksonException e) {
                throw Damage.of(place, Entries.MANIFEST + " is damaged");
            }
        }

        /** Whether each entry is as it was, none is missing, and none is too much. */
        private boolean holds() {
            if (stated == null) {
                throw Damage.of(place, Entries.SUMS + " is missing, so it is no whole backup");
            }
            return expected.digits().equals(stated);
        }

        private BackupManifest outcome() {
            if (manifest == null) {
                throw Damage.of(place, Entries.MANIFEST + " is missing");
            }
            return manifest.withLosses(
                    new MediaLosses(damaged, manifest.losses().missing()));
        }
    }

    /** Finds what is damaged, missing or too much, to name it. */
    private final class Differences implements Parts.Visitor {
        private final Map<String, String> missing;
        private @Nullable String first;

        private Differences(Map<String, String> stated) {
            missing = stated;
        }

        @Override
        public void visit(String entry, InputStream content) throws IOException {
            Sha256 hash = Sha256.begin();
            hash.reading(content).transferTo(OutputStream.nullOutputStream());
            String expected = missing.remove(entry);
            if (first != null || entry.equals(Entries.SUMS)) {
                return;
            }
            if (expected == null) {
                first = entry + " is not among its checksums";
            } else if (!expected.equals(hash.digits())) {
                first = entry + " is damaged: its checksum differs";
            }
        }

        private BlogException.Invalid first() {
            String named = first != null
                    ? first
                    : missing.keySet().stream()
                            .findFirst()
                            .map(entry -> entry + " is missing")
                            .orElse(Entries.SUMS + " is damaged");
            return Damage.of(place, named);
        }
    }
}
