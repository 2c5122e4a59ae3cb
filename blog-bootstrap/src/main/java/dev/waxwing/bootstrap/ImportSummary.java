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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        noPosts.forEach((reason, count) -> out.println("  %,d no post: %s".formatted(count, reason)));
        list("%,d files could not be imported:", refused, report.count(Settled.Outcome.REFUSED), out);
        list("%,d links lead nowhere:", broken, report.brokenLinks(), out);
        if (report.noted() > 0) {
            out.println("%,d of the files have notes%s"
                    .formatted(report.noted(), file.isPresent() ? "" : "; --report FILE writes them down"));
        }
        file.ifPresent(path -> out.println("What became of each file is in " + path));
        out.flush();
    }

    private static String counts(ImportReport report, ImportArchive.Mode mode) {
        return "%,d files%s: %,d imported, %,d revised, %,d unchanged, %,d redirects, %,d media, %,d no posts, %,d refused"
                .formatted(
                        report.files(),
                        mode == ImportArchive.Mode.TRY ? " (tried, nothing stored)" : "",
                        report.count(Settled.Outcome.IMPORTED),
                        report.count(Settled.Outcome.REVISED),
                        report.count(Settled.Outcome.UNCHANGED),
                        report.count(Settled.Outcome.REDIRECT),
                        report.count(Settled.Outcome.MEDIA),
                        report.count(Settled.Outcome.NO_POST),
                        report.count(Settled.Outcome.REFUSED));
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
