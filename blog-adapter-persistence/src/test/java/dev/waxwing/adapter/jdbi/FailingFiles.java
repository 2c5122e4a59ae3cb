package dev.waxwing.adapter.jdbi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.async.FilePathAsync;

/**
 * The files of H2 on a disk that takes no more from some write on. H2 makes one of these for each path, so they share one disk.
 */
public final class FailingFiles extends FilePathAsync {
    private static final int NEVER = Integer.MAX_VALUE / 2;
    private static final AtomicInteger WRITES_LEFT = new AtomicInteger(NEVER);

    static FailingFiles instead() {
        FailingFiles files = new FailingFiles();
        FilePath.register(files);
        return files;
    }

    void fail() {
        failAfter(0);
    }

    void failAfter(int writes) {
        WRITES_LEFT.set(writes);
    }

    void work() {
        WRITES_LEFT.set(NEVER);
    }

    void remove() {
        FilePath.register(new FilePathAsync());
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new TrialFile(super.open(mode), new Disk());
    }

    /** Cutting a file needs no room. */
    private static final class Disk implements TrialFile.Disk {
        @Override
        public void write(long position, byte[] bytes) throws IOException {
            require();
        }

        @Override
        public void truncate(long size) {}

        @Override
        public void sync() throws IOException {
            require();
        }

        private static void require() throws IOException {
            if (WRITES_LEFT.getAndDecrement() <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
