package dev.waxwing.bootstrap;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.BrokenLink;
import dev.waxwing.application.archive.ImportArchive;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.ImportReport;
import dev.waxwing.application.archive.Note;
import dev.waxwing.application.archive.Settled;
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
    private static final int MOST_REASONS = 1_000;

    private final List<String> remarks = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Integer> noPosts = new LinkedHashMap<>();
    private String archive = "";

    @Override
    public void remarked(String remark) {
        remarks.add(remark);
    }

    @Override
    public void indexed(ArchiveIndex index) {
        archive = "%s: %s".formatted(index.name(), index.description());
    }

    @Override
    public void settled(Settled file) {
        if (file.outcome() == Settled.Outcome.REFUSED && refused.size() < MOST_LINES) {
            Note note = file.notes().get(0);
            String place = note.line() == 0 ? file.source() : file.source() + ":" + note.line();
            refused.add("  %s  %s".formatted(place, note.reason()));
        }
        if (file.outcome() == Settled.Outcome.NO_POST && noPosts.size() < MOST_REASONS) {
            noPosts.merge(file.notes().get(0).reason(), 1, Integer::sum);
        }
    }

    @Override
    public void broken(BrokenLink link) {
        if (broken.size() < MOST_LINES) {
            broken.add("  %s  %s".formatted(link.source(), link.address()));
        }
    }

    void print(ImportReport report, ImportArchive.Mode mode, Optional<Path> file, PrintWriter out) {
        out.println(archive);
        remarks.forEach(out::println);
        out.println(counts(report, mode));
        noPosts.forEach((reason, count) -> out.println("  %,d left out: %s".formatted(count, reason)));
        list("could not be imported: %,d", refused, report.count(Settled.Outcome.REFUSED), out);
        list("links that lead nowhere: %,d", broken, report.brokenLinks(), out);
        if (report.noted() > 0) {
            out.println("%,d of the files have notes%s"
                    .formatted(report.noted(), file.isPresent() ? "" : "; --report FILE writes them down"));
        }
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

    private static void list(String heading, List<String> lines, int all, PrintWriter out) {
        if (all > 0) {
            out.println(heading.formatted(all));
            lines.forEach(out::println);
            if (all > lines.size()) {
                out.println("  and %,d more".formatted(all - lines.size()));
            }
        }
    }
}
