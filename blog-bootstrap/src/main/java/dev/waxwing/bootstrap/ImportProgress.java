package dev.waxwing.bootstrap;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.Settled;
import java.io.PrintWriter;

/** Shows how far an import is: a bar on a terminal, elsewhere a line every few seconds. */
final class ImportProgress implements ImportListener {
    private static final long BAR_EVERY_NANOS = 100_000_000L;
    private static final long LINE_EVERY_NANOS = 5_000_000_000L;
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private long shown = System.nanoTime();
    private int all;
    private int done;

    ImportProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void looked(int files) {
        show("Looked at %,d files".formatted(files));
    }

    @Override
    public void indexed(ArchiveIndex index) {
        all = index.files();
    }

    @Override
    public void settled(Settled file) {
        done++;
        show(terminal ? bar() : "%,d of %,d files".formatted(done, all));
    }

    private String bar() {
        int full = all == 0 ? WIDTH : (int) ((long) WIDTH * done / all);
        return "[%s%s] %,d of %,d files".formatted("#".repeat(full), "-".repeat(WIDTH - full), done, all);
    }

    private void show(String text) {
        long now = System.nanoTime();
        if (now - shown < (terminal ? BAR_EVERY_NANOS : LINE_EVERY_NANOS)) {
            return;
        }
        shown = now;
        if (terminal) {
            err.print("\r" + text + "\u001B[K");
            err.flush();
        } else {
            err.println(text);
        }
    }

    /** Leaves the terminal as it was. */
    void end() {
        if (terminal) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }
}
