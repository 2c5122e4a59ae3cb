package dev.waxwing.adapter.jdbi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file of H2 on a disk on trial, as the process sees it, which finds what it wrote whether or not it is on disk. Nothing is
 * brought to the real disk: no power is cut there.
 */
final class TrialFile extends FileBaseDefault {
    private final FileChannel file;
    private final Disk disk;

    /** Hears of everything before it is done, and may refuse it. */
    interface Disk {
        void write(long position, byte[] bytes) throws IOException;

        void truncate(long size) throws IOException;

        void sync() throws IOException;
    }

    TrialFile(FileChannel file, Disk disk) {
        this.file = file;
        this.disk = disk;
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
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        disk.write(position, bytes);
        return file.write(ByteBuffer.wrap(bytes), position);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        disk.truncate(size);
        file.truncate(size);
    }

    @Override
    public void force(boolean metadata) throws IOException {
        disk.sync();
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
