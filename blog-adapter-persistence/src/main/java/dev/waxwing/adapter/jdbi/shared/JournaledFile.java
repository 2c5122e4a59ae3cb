package dev.waxwing.adapter.jdbi.shared;

import dev.waxwing.adapter.jdbi.shared.Journal.Change;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of H2 with a journal beside it, which whatever ends the program leaves as it was when H2 last brought it to disk, or
 * as H2 had it at a later moment, and never with some of its writes and without earlier ones. H2 takes for whole what has a
 * beginning and an end, though a power cut may have taken its middle, and writes over what earlier commits still need.
 *
 * <p>What H2 writes is held back until H2 asks for a sync. Then it goes into the journal, which is synced, and only then into
 * the file. What the file does not take, such as on a full disk, stays in the journal and is read through it. When H2 opens the
 * file, what is in the journal is made in the file once more, if it is the journal of that file.
 *
 * <p>A page of the file that is not as it was written is never read as if it were.
 */
public final class JournaledFile extends FilePathWrapper {
    /** Stands in addresses of databases before the name of the file, and before other schemes. */
    public static final String SCHEME = "journaled";

    /** What is added to the name of a file for that of its journal. */
    public static final String SUFFIX = ".journal";

    /** What is added to the name of a file for that of its checksums. */
    public static final String CHECKSUMS = ".checksums";

    private static final String DATABASE = ".mv.db";
    private static final int COPIED_AT_ONCE = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(JournaledFile.class);

    /**
     * What was found of each file, by its real path, until it is well again when it is opened: H2 tells nobody when it takes an
     * older state of a file instead.
     */
    private static final Map<String, Damaged> DAMAGE = new ConcurrentHashMap<>();

    /** The journal was begun beside another file, or beside an older or a newer state of this one; neither was touched. */
    public static final class OfAnotherFile extends IOException {
        private static final long serialVersionUID = 1L;

        private OfAnotherFile() {
            super("The journal is of another file");
        }
    }

    /** What lies in the place of the journal is none, or was written by another version of the program; it was not touched. */
    public static final class OfUnknownFormat extends IOException {
        private static final long serialVersionUID = 1L;

        OfUnknownFormat() {
            super("The journal has an unknown format");
        }
    }

    /** A part of the file is not as it was written. */
    public static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        private final long position;

        private Damaged(FilePath file, long position) {
            super(String.format(
                    Locale.ROOT,
                    "The file %s is damaged in the 4 KiB that begin at its byte %,d; restore it from a backup",
                    file.getName(),
                    position));
            this.position = position;
        }

        /** For whoever runs the blog. */
        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** Lets H2 know of the scheme; may be called again. */
    public static void register() {
        FilePath.register(new JournaledFile());
    }

    /**
     * Makes in a file what an interrupted process has left in its journal, unless somebody has the file open.
     *
     * @throws OfAnotherFile if the journal cannot be the file's
     * @throws OfUnknownFormat if it cannot be read
     */
    public static void recover(Path file) throws IOException {
        try (FileChannel channel = FilePath.get(SCHEME + ":" + file).open("rw")) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                lock.release();
            }
        } catch (OverlappingFileLockException ignored) {
            // It is open in this process, which has recovered it then.
        }
    }

    /**
     * Copies a file that nobody has open, and returns when the copy is on disk.
     *
     * @throws Damaged if a part of the file is not as it was written
     */
    public static void copy(Path file, Path copy) throws IOException {
        try (FileChannel from = FilePath.get(SCHEME + ":" + file).open("rw");
                FileChannel to = FileChannel.open(
                        copy,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            FileLock lock = from.tryLock();
            if (lock == null) {
                throw new IOException("Another process has it open");
            }
            ByteBuffer part = ByteBuffer.allocate(COPIED_AT_ONCE);
            for (long position = 0; from.read(part.clear(), position) > 0; position += part.limit()) {
                Pages.writeFully(to, part.flip(), position);
            }
            lock.release();
            to.force(true);
        }
    }

    /** What was found that is not as it was written; nothing is written into the file then. */
    public static Optional<Damaged> damage(FilePath file) {
        return DAMAGE.isEmpty() ? Optional.empty() : Optional.ofNullable(DAMAGE.get(key(file)));
    }

    private static String key(FilePath file) {
        return file.toRealPath().toString();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = getBase().open(mode);
        return mode.equals("rw") && getBase().getName().endsWith(DATABASE)
                ? new Channel(getBase(), file, new Journal(beside(SUFFIX)), new Checksums(beside(CHECKSUMS)))
                : file;
    }

    /** By the same scheme as the file. */
    private FilePath beside(String suffix) {
        return FilePath.get(toString().substring(getPrefix().length()) + suffix);
    }

    /** Reads and writes through what is held back. The journal is touched by whoever has the lock of the file only. */
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // many may read at once
    private static final class Channel extends FileBaseDefault {
        /** More than this goes into the journal before H2 asks for it. */
        private static final int MOST_HELD = 8 << 20;

        /** A journal that is longer is begun anew, when the file itself is on disk. */
        private static final int LONGEST_JOURNAL = 8 << 20;

        private final FilePath place;
        private final String key;
        private final FileChannel file;
        private final Journal journal;

        /** Of the file with what it is owed. */
        private final Checksums checksums;

        private final ReadWriteLock access = new ReentrantReadWriteLock();

        /** In the journal, and not in the file yet. */
        private final List<Change> owed = new ArrayList<>();

        /** Neither in the journal nor in the file. */
        private final List<Change> held = new ArrayList<>();

        private long heldBytes;

        /** Whether a sync of the file has begun and not succeeded. */
        private boolean unsure;

        private long size;

        private Channel(FilePath place, FileChannel file, Journal journal, Checksums checksums) throws IOException {
            this.place = place;
            this.key = key(place);
            this.file = file;
            this.journal = journal;
            this.checksums = checksums;
            this.size = file.size();
        }

        @Override
        public @Nullable FileLock tryLock(long position, long length, boolean shared) throws IOException {
            FileLock lock = file.tryLock(position, length, shared);
            if (lock == null) {
                return null;
            }
            recover();
            return new LockUntilEnd(this, lock);
        }

        /** Another process may have written until it gave its lock back. */
        private void recover() throws IOException {
            size = file.size();
            List<Change> found = journal.read();
            if (found.isEmpty()) {
                journal.forget(FileMark.of(file));
            } else if (!journal.isOf(file, found)) {
                throw new OfAnotherFile();
            }
            found.forEach(this::grow);
            owed.addAll(found);
            knowChecksums(found);
            forgetWhatIsMended();
            if (!found.isEmpty()) {
                // What was read may be in memory only, after a sync that failed.
                pay(0);
            }
        }

        private void forgetWhatIsMended() throws IOException {
            Damaged former = DAMAGE.get(key);
            if (former != null && isAsWritten(former.position)) {
                DAMAGE.remove(key);
            }
        }

        /** What has no checksums, or those of another file that was put in its place, is taken as it is. */
        private void knowChecksums(List<Change> found) throws IOException {
            Optional<FileMark> kept = checksums.read();
            if (!found.isEmpty() && kept.filter(journal.fileAtBegin()::equals).isPresent()) {
                found.forEach(checksums::note);
            } else if (kept.isEmpty() || !checksums.areWhole() || !areOfThisFile(kept.get())) {
                if (kept.isPresent()) {
                    LOG.warn(
                            "The checksums of {} are of another file or damaged; the file is taken as it is",
                            place.getName());
                }
                checksums.note(Change.end(0));
                for (long position = 0; position < size; position += MOST_HELD) {
                    checksums.note(new Change(position, settled(position, (int) Math.min(MOST_HELD, size - position))));
                }
            }
        }

        /**
         * With whatever H2 changes it writes its header anew, which is in each of the first two pages; and of these and the last
         * one not two rot at once.
         */
        private boolean areOfThisFile(FileMark kept) throws IOException {
            if (kept.size() != size) {
                return false;
            }
            int others = 0;
            for (long position : new TreeSet<>(List.of(0L, (long) Pages.SIZE, kept.lastPagePosition()))) {
                others += isAsWritten(position) ? 0 : 1;
            }
            return others <= 1;
        }

        private boolean isAsWritten(long page) throws IOException {
            return checksums.firstDamaged(settled(page, Pages.SIZE), page).isEmpty();
        }

        private void grow(Change change) {
            size = change.isEnd() ? Math.min(size, change.position()) : Math.max(size, change.behind());
        }

        @Override
        public long size() {
            access.readLock().lock();
            try {
                return size;
            } finally {
                access.readLock().unlock();
            }
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            access.readLock().lock();
            try {
                int length = (int) Math.min(target.remaining(), size - position);
                if (length <= 0) {
                    return -1;
                }
                long from = position / Pages.SIZE * Pages.SIZE;
                ByteBuffer pages =
                        asWritten(from, (int) (position + length - from + Pages.SIZE - 1) / Pages.SIZE * Pages.SIZE);
                held.forEach(change -> putOver(pages, from, change));
                target.put(pages.slice((int) (position - from), length));
                return length;
            } finally {
                access.readLock().unlock();
            }
        }

        private ByteBuffer asWritten(long position, int length) throws IOException {
            ByteBuffer pages = settled(position, length);
            OptionalLong damaged = checksums.firstDamaged(pages, position);
            if (damaged.isPresent()) {
                Damaged damage = new Damaged(place, damaged.getAsLong());
                DAMAGE.putIfAbsent(key, damage);
                throw damage;
            }
            return pages;
        }

        /** With what the file is owed. */
        private ByteBuffer settled(long position, int length) throws IOException {
            ByteBuffer content = Pages.read(file, position, length);
            owed.forEach(change -> putOver(content, position, change));
            return content;
        }

        private static void putOver(ByteBuffer content, long position, Change change) {
            long from = Math.max(position, change.position());
            long to = Math.min(position + content.capacity(), change.behind());
            if (from < to) {
                content.put(
                        (int) (from - position), change.bytes(), (int) (from - change.position()), (int) (to - from));
            }
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(source.remaining());
            bytes.put(source).flip();
            int length = bytes.remaining();
            if (length > 0) {
                hold(new Change(position, bytes));
            }
            return length;
        }

        @Override
        protected void implTruncate(long end) throws IOException {
            hold(Change.end(end));
        }

        private void hold(Change change) throws IOException {
            access.writeLock().lock();
            try {
                requireWhole();
                held.add(change);
                grow(change);
                heldBytes += change.bytes().remaining();
                if (heldBytes > MOST_HELD) {
                    settle();
                }
            } finally {
                access.writeLock().unlock();
            }
        }

        private void requireWhole() throws Damaged {
            Damaged damage = DAMAGE.get(key);
            if (damage != null) {
                throw damage;
            }
        }

        @Override
        public void force(boolean metadata) throws IOException {
            access.writeLock().lock();
            try {
                settle();
            } finally {
                access.writeLock().unlock();
            }
        }

        /** What was held is safe afterwards. */
        private void settle() throws IOException {
            if (!held.isEmpty()) {
                journal.append(held);
                held.forEach(checksums::note);
                owed.addAll(held);
                held.clear();
                heldBytes = 0;
            }
            pay(LONGEST_JOURNAL);
        }

        private void pay(long longestJournal) {
            try {
                for (Change change : owed) {
                    change.makeIn(file);
                }
                owed.clear();
                if (journal.length() > longestJournal) {
                    bringToDisk();
                }
            } catch (IOException e) {
                LOG.warn("The database file takes no changes; they stay in its journal: {}", e.getMessage());
            }
        }

        /**
         * Linux forgets what a sync failed to bring to disk, and the next one succeeds without it: from then on the journal stays,
         * from which the next opening makes all of it once more.
         */
        private void bringToDisk() throws IOException {
            if (unsure) {
                throw new IOException("An earlier sync of it has failed");
            }
            unsure = true;
            file.force(true);
            unsure = false;
            FileMark mark = FileMark.of(file);
            checksums.keep(mark);
            journal.forget(mark);
        }

        /**
         * All of the file is on disk afterwards, and there is no journal any more; or there is one, for whoever opens the file.
         */
        private void end() {
            access.writeLock().lock();
            try (journal) {
                settle();
                if (owed.isEmpty()) {
                    bringToDisk();
                    journal.remove();
                }
            } catch (IOException e) {
                LOG.warn("The journal of the database stays, for the next start: {}", e.getMessage());
            } finally {
                access.writeLock().unlock();
            }
        }

        @Override
        protected void implCloseChannel() throws IOException {
            try (file) {
                journal.close();
            }
        }
    }

    /** H2 gives the lock back before it closes the file. */
    private static final class LockUntilEnd extends FileLock {
        private final Channel channel;
        private final FileLock lock;

        private LockUntilEnd(Channel channel, FileLock lock) {
            super(channel, lock.position(), lock.size(), lock.isShared());
            this.channel = channel;
            this.lock = lock;
        }

        @Override
        public boolean isValid() {
            return lock.isValid();
        }

        @Override
        public void release() throws IOException {
            channel.end();
            lock.release();
        }
    }
}
