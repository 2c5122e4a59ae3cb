package dev.waxwing.bootstrap;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.BrokenLink;
import dev.waxwing.application.archive.ImportArchive;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.ImportReport;
import dev.waxwing.application.archive.Note;
import dev.waxwing.application.archive.Settled;
import dev.waxwing.application.archive.UnusedKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an import came to, in a few lines for the one who asked for it. */
final class ImportSummary implements ImportListener {
    private static final int MOST_LINES = 20;
    private static final int MOST_NOTES = 50;
    private static final int MOST_REASONS = 1_000;

    private final List<String> remarks = new ArrayList<>();
    private final Lines refused = new Lines("could not be imported", MOST_LINES);
    private final Lines notes = new Lines("notes on files that were imported", MOST_NOTES);
    private final Lines broken = new Lines("links that lead nowhere", MOST_LINES);
    private final Map<String, Integer> noPosts = new LinkedHashMap<>();
    private String archive = "";

    @Override
    public void remarked(String remark) {
        remarks.add(remark);
    }

    @Override
    public void indexed(ArchiveIndex index) {
        archive = "%s: %s".formatted(index.name(), index.description());
        if (!index.unusedKeys().isEmpty()) {
            remarks.add(unused(index.unusedKeys()));
        }
    }

    private static String unused(List<UnusedKey> keys) {
        String first = keys.stream()
                .limit(MOST_LINES)
                .map(key -> "%s %,d".formatted(key.name(), key.sources().size()))
                .collect(Collectors.joining(", "));
        String more = keys.size() > MOST_LINES ? " and %,d more".formatted(keys.size() - MOST_LINES) : "";
        return "header keys that Waxwing has no place for: " + first + more;
    }

    @Override
    public void settled(Settled file) {
        for (Note note : file.notes()) {
            switch (file.outcome()) {
                case REFUSED -> refused.add(line(file, note));
                case NO_POST -> leftOut(note.reason());
                default -> notes.add(line(file, note));
            }
        }
    }

    private void leftOut(String reason) {
        if (noPosts.size() < MOST_REASONS) {
            noPosts.merge(reason, 1, Integer::sum);
        }
    }

    @Override
    public void broken(BrokenLink link) {
        broken.add("%s  %s".formatted(link.source(), link.address()));
    }

    private static String line(Settled file, Note note) {
        String place = note.line() == 0 ? file.source() : file.source() + ":" + note.line();
        return "%s  %s".formatted(place, note.reason().replaceAll("\\s*\\R\\s*", " "));
    }

    void print(ImportReport report, ImportArchive.Mode mode, Optional<Path> file, PrintWriter out) {
        out.println(archive);
        remarks.forEach(out::println);
        out.println(counts(report, mode));
        noPosts.forEach((reason, count) -> out.println("  %,d left out: %s".formatted(count, reason)));
        String whereAllIs = file.isPresent() ? "all of them in the report" : "--report FILE writes down all of them";
        List.of(refused, notes, broken).forEach(lines -> lines.print(whereAllIs, out));
        file.ifPresent(path -> out.println("What became of each file is in " + path));
        out.flush();
    }

    private static String counts(ImportReport report, ImportArchive.Mode mode) {
        String what = Arrays.stream(Settled.Outcome.values())
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> "%,d %s".formatted(report.count(outcome), words(outcome)))
                .collect(Collectors.joining(", "));
        String tried = mode == ImportArchive.Mode.TRY ? " (tried, nothing stored)" : "";
        return "%,d %s%s: %s"
                .formatted(
                        report.files(), report.files() == 1 ? "file" : "files", tried, what.isEmpty() ? "none" : what);
    }

    private static String words(Settled.Outcome outcome) {
        return switch (outcome) {
            case IMPORTED -> "imported";
            case REVISED -> "revised";
            case UNCHANGED -> "unchanged";
            case REDIRECT -> "kept as redirects";
            case MEDIA -> "kept as media";
            case NO_POST -> "left out";
            case REFUSED -> "refused";
        };
    }

    /** The first lines of what may be many, and how many there are. */
    private static final class Lines {
        private final String heading;
        private final int most;
        private final List<String> first = new ArrayList<>();
        private int all;

        Lines(String heading, int most) {
            this.heading = heading;
            this.most = most;
        }

        void add(String line) {
            all++;
            if (first.size() < most) {
                first.add(line);
            }
        }

        void print(String whereAllIs, PrintWriter out) {
            if (all > 0) {
                out.println("%s: %,d".formatted(heading, all));
                first.forEach(line -> out.println("  " + line));
            }
            if (all > most) {
                out.println("  and %,d more; %s".formatted(all - most, whereAllIs));
            }
        }
    }
}
