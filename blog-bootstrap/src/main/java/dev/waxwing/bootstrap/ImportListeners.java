package dev.waxwing.bootstrap;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.BrokenLink;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.Settled;
import java.util.List;

/** Tells several what happens in an import. */
record ImportListeners(List<ImportListener> all) implements ImportListener {
    @Override
    public void looked(int files) {
        all.forEach(one -> one.looked(files));
    }

    @Override
    public void remarked(String remark) {
        all.forEach(one -> one.remarked(remark));
    }

    @Override
    public void indexed(ArchiveIndex index) {
        all.forEach(one -> one.indexed(index));
    }

    @Override
    public void settled(Settled file) {
        all.forEach(one -> one.settled(file));
    }

    @Override
    public void broken(BrokenLink link) {
        all.forEach(one -> one.broken(link));
    }
}
