package dev.waxwing.adapter.backup;

import com.fasterxml.jackson.core.JacksonException;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.application.backup.BackupSource;
import dev.waxwing.application.backup.MediaLosses;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
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

    /** In bytes: far more than the checksums of a million files take, and so little that nothing can fill the memory. */
    private static final int LONGEST_TEXT = 200_000_000;

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
        return verification.outcome();
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
                reader.configuration(text(content));
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

    private static String text(InputStream content) throws IOException {
        return new String(content.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
    }

    /** Compares each entry with its checksum; those come last. */
    private final class Verification implements Parts.Visitor {
        private final Map<String, String> found = new LinkedHashMap<>();
        private final List<MediaAddress> damaged = new ArrayList<>();
        private @Nullable Map<String, String> stated;
        private @Nullable BackupManifest manifest;

        @Override
        public void visit(String entry, InputStream content) throws IOException {
            if (entry.equals(Entries.SUMS)) {
                stated = Sums.read(text(content));
                return;
            }
            requireKnown(entry);
            Sha256 hash = Sha256.begin();
            InputStream hashed = hash.reading(content);
            if (entry.equals(Entries.MANIFEST)) {
                manifest = manifest(hashed);
            }
            hashed.transferTo(OutputStream.nullOutputStream());
            String sum = hash.digits();
            if (found.put(entry, sum) != null) {
                throw Damage.of(place, entry + " is in it twice");
            }
            Entries.medium(entry).filter(address -> !address.isOf(sum)).ifPresent(damaged::add);
        }

        private void requireKnown(String entry) {
            boolean known = entry.equals(Entries.MANIFEST)
                    || entry.equals(Entries.CONFIGURATION)
                    || Entries.table(entry).isPresent()
                    || Entries.medium(entry).isPresent()
                    || Entries.isPost(entry);
            if (!known) {
                throw Damage.of(place, entry + " does not belong into a backup");
            }
        }

        private BackupManifest manifest(InputStream content) throws IOException {
            try {
                return ManifestFile.read(content);
            } catch (JacksonException e) {
                throw Damage.of(place, Entries.MANIFEST + " is damaged");
            }
        }

        private BackupManifest outcome() {
            if (stated == null) {
                throw Damage.of(place, Entries.SUMS + " is missing, so it is no whole backup");
            }
            Map<String, String> missing = new LinkedHashMap<>(stated);
            found.forEach((entry, sum) -> {
                String expected = missing.remove(entry);
                if (expected == null) {
                    throw Damage.of(place, entry + " is not among its checksums");
                }
                if (!expected.equals(sum)) {
                    throw Damage.of(place, entry + " is damaged: its checksum differs");
                }
            });
            missing.keySet().stream().findFirst().ifPresent(entry -> {
                throw Damage.of(place, entry + " is missing");
            });
            if (manifest == null) {
                throw Damage.of(place, Entries.MANIFEST + " is missing");
            }
            return manifest.withLosses(
                    new MediaLosses(damaged, manifest.losses().missing()));
        }
    }
}
