package dev.waxwing.adapter.backup;

import dev.waxwing.application.shared.Sha256;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file (APPNOTE 6.3) with a {@link Seal}. */
final class ZipContainer implements Container {
    private static final int BUFFER = 1 << 16;

    /** The earliest that a ZIP file can say: dates would make two backups of the same content differ. */
    private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path place;
    private final Path unfinished;
    private final FileChannel file;
    private final SealedOutput sealed;
    private final ZipOutputStream zip;

    ZipContainer(Path place) throws IOException {
        this.place = place.toAbsolutePath();
        unfinished = this.place.resolveSibling(".%s.%s.part".formatted(place.getFileName(), UUID.randomUUID()));
        file = OwnedFiles.create(unfinished);
        sealed = new SealedOutput(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
        zip = new ZipOutputStream(sealed, StandardCharsets.UTF_8);
        zip.setComment(Seal.blank());
    }

    @Override
    public OutputStream begin(String entry, Packing packing) throws IOException {
        zip.setLevel(packing == Packing.AS_IT_IS ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
        ZipEntry header = new ZipEntry(entry);
        header.setTimeLocal(NO_DATE);
        zip.putNextEntry(header);
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    @Override
    public void finish() throws IOException {
        zip.finish();
        sealed.flush();
        file.write(ByteBuffer.wrap(sealed.seal().digits()), file.size() - Sha256.LENGTH);
        file.force(true);
        file.close();
        OwnedFiles.moveIntoPlace(unfinished, place);
    }

    /** The stream is not closed: that would write the end of the file once more. */
    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(unfinished);
    }
}
