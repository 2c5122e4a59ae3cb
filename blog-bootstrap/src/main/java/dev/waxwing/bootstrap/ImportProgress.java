package dev.waxwing.bootstrap;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.Settled;

/** Shows how far an import is. */
final class ImportProgress implements ImportListener {
    private final ProgressLine line;
    private int all;
    private int done;

    ImportProgress(ProgressLine line) {
        this.line = line;
    }

    @Override
    public void looked(int files) {
        line.show(() -> "Looked at %,d files".formatted(files));
    }

    @Override
    public void indexed(ArchiveIndex index) {
        all = index.files();
    }

    @Override
    public void settled(Settled file) {
        done++;
        line.show(done, all, "files");
    }
}
