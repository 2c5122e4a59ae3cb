package dev.waxwing.adapter.jdbi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.async.FilePathAsync;

/** The files of H2 on a disk that takes no more from some write on. H2 makes one of these for each path, so they share one disk. */
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
        return new Channel(super.open(mode));
    }

    private static void require() throws IOException {
        if (WRITES_LEFT.getAndDecrement() <= 0) {
            throw new IOException("No space left on device");
        }
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel file;

        private Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            require();
            return file.write(source, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            require();
            file.force(metaData);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
