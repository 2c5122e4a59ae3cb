package dev.waxwing.adapter.backup;

import dev.waxwing.adapter.backup.Container.Packing;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.application.backup.BackupWriter;
import dev.waxwing.application.backup.RowSource;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.application.post.PostDocument;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.shared.BlogException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a backup entry by entry, and behind them the manifest and the checksums of all. */
final class EntryWriter implements BackupWriter {
    private static final int BUFFER = 1 << 13;

    private final Path place;
    private final Container container;
    private final Map<String, String> sums = new LinkedHashMap<>();

    EntryWriter(Path place, Container container) {
        this.place = place;
        this.container = container;
    }

    /** Writes an entry and returns how many parts it has, where it has some. */
    private interface Content {
        long writeTo(OutputStream out) throws IOException;
    }

    @Override
    public boolean medium(StoredMedia file) {
        String name = Entries.ofMedium(file.address());
        entry(name, Packing.AS_IT_IS, out -> {
            try (InputStream content = ReadableBytes.of(file.content())) {
                return content.transferTo(out);
            }
        });
        return file.address().isOf(sums.getOrDefault(name, ""));
    }

    @Override
    public long table(String name, RowSource rows) {
        return entry(Entries.ofTable(name), Packing.COMPRESSED, out -> JsonRows.write(rows, out));
    }

    @Override
    public void post(PostDocument post) {
        text(Entries.ofPost(post.slug(), post.id()), PostFiles.text(post));
    }

    @Override
    public void configuration(String lines) {
        text(Entries.CONFIGURATION, lines);
    }

    @Override
    public void finish(BackupManifest manifest) {
        entry(Entries.MANIFEST, Packing.COMPRESSED, out -> {
            ManifestFile.write(manifest, out);
            return 1;
        });
        text(Entries.SUMS, Sums.text(sums));
        try {
            container.finish();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            container.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void text(String entry, String text) {
        entry(entry, Packing.COMPRESSED, out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return 1;
        });
    }

    private long entry(String name, Packing packing, Content content) {
        Sha256 hash = Sha256.begin();
        try (OutputStream out = hash.writing(new BufferedOutputStream(container.begin(name, packing), BUFFER))) {
            long parts = content.writeTo(out);
            sums.put(name, hash.digits());
            return parts;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private BlogException.Unavailable failure(IOException e) {
        return new BlogException.Unavailable("%s cannot be written: %s".formatted(place, Reasons.of(e)), e);
    }
}
