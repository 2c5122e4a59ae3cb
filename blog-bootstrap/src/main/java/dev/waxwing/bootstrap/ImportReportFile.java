package dev.waxwing.bootstrap;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.BrokenLink;
import dev.waxwing.application.archive.ImportArchive;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.ImportReport;
import dev.waxwing.application.archive.Note;
import dev.waxwing.application.archive.Settled;
import dev.waxwing.application.archive.UnusedKey;
import dev.waxwing.domain.redirect.SitePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what becomes of each file while it happens, so that the report of a large import never stands in memory. */
final class ImportReportFile implements ImportListener, AutoCloseable {
    private final JsonGenerator json;
    private final List<String> remarks = new ArrayList<>();
    private boolean linksBegun;
    private boolean finished;

    private ImportReportFile(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Asked before anything is imported.
     *
     * @throws Refusal if nobody could write a file there
     */
    static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new Refusal("%s is a folder; name a file with --report".formatted(file));
        }
        if (!Files.isDirectory(folder)) {
            throw new Refusal(
                    "There is no folder %s for the report; make it, or name another with --report".formatted(folder));
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new Refusal("The report %s cannot be written; check whose it is, or name another with --report"
                    .formatted(file));
        }
    }

    /**
     * Begins the report; without a file it goes nowhere.
     *
     * @throws Refusal if the file cannot be written
     */
    static ImportReportFile at(Optional<Path> file, ImportArchive.Mode mode) {
        try {
            OutputStream out = file.isPresent() ? Files.newOutputStream(file.get()) : OutputStream.nullOutputStream();
            JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("program", "Waxwing " + Version.current());
            json.writeBooleanField("dryRun", mode == ImportArchive.Mode.TRY);
            return new ImportReportFile(json);
        } catch (IOException e) {
            throw new Refusal("The report cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writing that may fail. */
    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new Refusal("The report cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void remarked(String remark) {
        remarks.add(remark);
    }

    @Override
    public void indexed(ArchiveIndex index) {
        write(() -> {
            json.writeStringField("archive", index.name());
            json.writeStringField("readAs", index.description());
            writeRemarks("remarks");
            writeUnused(index.unusedKeys());
            json.writeArrayFieldStart("files");
        });
    }

    private void writeRemarks(String name) throws IOException {
        json.writeArrayFieldStart(name);
        for (String remark : remarks) {
            json.writeString(remark);
        }
        json.writeEndArray();
        remarks.clear();
    }

    private void writeUnused(List<UnusedKey> keys) throws IOException {
        json.writeArrayFieldStart("unusedHeaderKeys");
        for (UnusedKey key : keys) {
            json.writeStartObject();
            json.writeStringField("key", key.name());
            json.writeArrayFieldStart("files");
            for (String source : key.sources()) {
                json.writeString(source);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void settled(Settled file) {
        write(() -> {
            json.writeStartObject();
            json.writeStringField("source", file.source());
            json.writeStringField("outcome", word(file.outcome()));
            if (file.address().isPresent()) {
                json.writeStringField("address", file.address().get().encoded());
            }
            if (file.status().isPresent()) {
                json.writeStringField("status", word(file.status().get()));
            }
            if (!file.redirects().isEmpty()) {
                json.writeArrayFieldStart("redirects");
                for (SitePath path : file.redirects()) {
                    json.writeString(path.encoded());
                }
                json.writeEndArray();
            }
            writeNotes(file.notes());
            json.writeEndObject();
        });
    }

    private void writeNotes(List<Note> notes) throws IOException {
        if (notes.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("notes");
        for (Note note : notes) {
            json.writeStartObject();
            if (note.line() > 0) {
                json.writeNumberField("line", note.line());
            }
            json.writeStringField("reason", note.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void broken(BrokenLink link) {
        write(() -> {
            beginLinks();
            json.writeStartObject();
            json.writeStringField("source", link.source());
            json.writeStringField("address", link.address());
            json.writeEndObject();
        });
    }

    private void beginLinks() throws IOException {
        if (!linksBegun) {
            linksBegun = true;
            json.writeEndArray();
            json.writeArrayFieldStart("brokenLinks");
        }
    }

    /** Adds the totals; without them the report tells of an import that was cut off. */
    void finish(ImportReport report) {
        write(() -> {
            beginLinks();
            json.writeEndArray();
            writeRemarks("closingRemarks");
            json.writeObjectFieldStart("totals");
            json.writeNumberField("files", report.files());
            for (Settled.Outcome outcome : Settled.Outcome.values()) {
                json.writeNumberField(word(outcome), report.count(outcome));
            }
            json.writeNumberField("noted", report.noted());
            json.writeNumberField("brokenLinks", report.brokenLinks());
            json.writeEndObject();
            json.writeEndObject();
            finished = true;
        });
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Ends what is open, so that the report is JSON however the import ended. */
    @Override
    public void close() {
        write(() -> {
            if (!finished) {
                while (!json.getOutputContext().inRoot()) {
                    if (json.getOutputContext().inArray()) {
                        json.writeEndArray();
                    } else {
                        json.writeEndObject();
                    }
                }
            }
            json.close();
        });
    }
}
