package dev.waxwing.adapter.jdbi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk for files of H2 whose power is cut. What was synced is there afterwards; of what was written since, each page of 4 KiB
 * may be there or not, as a page cache leaves it.
 */
public final class UnsyncedDisk extends FilePathWrapper {
    static final String SCHEME = "unsynced";
    private static final int PAGE = 4096;
    private static final Map<Path, Power> POWERS = new ConcurrentHashMap<>();

    /** What of the pages that were written and not synced is there after the cut. */
    enum Leaves {
        NONE {
            @Override
            boolean keeps(Random chance, int page, int pages) {
                return false;
            }
        },
        THE_FIRST {
            @Override
            boolean keeps(Random chance, int page, int pages) {
                return page < pages / 2;
            }
        },
        ANY {
            @Override
            boolean keeps(Random chance, int page, int pages) {
                return chance.nextBoolean();
            }
        },
        MOST {
            @Override
            boolean keeps(Random chance, int page, int pages) {
                return chance.nextInt(10) > 0;
            }
        };

        abstract boolean keeps(Random chance, int page, int pages);
    }

    /** Bytes at a place of a file; none at all say that the file ends there. */
    private record Change(Path file, long position, byte[] bytes) {}

    /** The power of the disk that a folder lies on. */
    static final class Power {
        private final Map<Path, byte[]> synced = new HashMap<>();
        private final List<Change> unsynced = new ArrayList<>();
        private int writesLeft;

        private Power(int writes) {
            writesLeft = writes;
        }

        synchronized void cut() {
            writesLeft = 0;
        }

        /** Puts the files as they are found when the power is back. */
        synchronized void leave(Leaves leaves, Random chance) throws IOException {
            List<Change> pages = unsynced.stream()
                    .flatMap(change -> inPages(change).stream())
                    .toList();
            for (int page = 0; page < pages.size(); page++) {
                if (leaves.keeps(chance, page, pages.size())) {
                    make(pages.get(page));
                }
            }
            for (Map.Entry<Path, byte[]> file : synced.entrySet()) {
                Files.write(file.getKey(), file.getValue());
            }
        }

        private synchronized void open(Path file) throws IOException {
            if (!synced.containsKey(file)) {
                synced.put(file, Files.readAllBytes(file));
            }
        }

        private TrialFile.Disk of(Path file) {
            return new TrialFile.Disk() {
                @Override
                public void write(long position, byte[] bytes) throws IOException {
                    change(new Change(file, position, bytes));
                }

                @Override
                public void truncate(long size) throws IOException {
                    change(new Change(file, size, new byte[0]));
                }

                @Override
                public void sync() throws IOException {
                    Power.this.sync(file);
                }
            };
        }

        private synchronized void change(Change change) throws IOException {
            requireSome();
            unsynced.add(change);
            writesLeft--;
            requireSome();
        }

        private synchronized void sync(Path file) throws IOException {
            requireSome();
            unsynced.stream().filter(change -> change.file().equals(file)).forEach(this::make);
            unsynced.removeIf(change -> change.file().equals(file));
        }

        private void requireSome() throws IOException {
            if (writesLeft <= 0) {
                throw new IOException("No power");
            }
        }

        private void make(Change change) {
            synced.compute(change.file(), (file, content) -> with(change, content == null ? new byte[0] : content));
        }

        private static List<Change> inPages(Change change) {
            List<Change> pages = new ArrayList<>();
            long end = change.position() + change.bytes().length;
            for (long at = change.position(); at < end; at = (at / PAGE + 1) * PAGE) {
                int from = (int) (at - change.position());
                int to = (int) (Math.min(end, (at / PAGE + 1) * PAGE) - change.position());
                pages.add(new Change(change.file(), at, Arrays.copyOfRange(change.bytes(), from, to)));
            }
            return pages.isEmpty() ? List.of(change) : pages;
        }

        private static byte[] with(Change change, byte[] content) {
            int at = (int) change.position();
            int end = at + change.bytes().length;
            if (end == at) {
                return content.length > at ? Arrays.copyOf(content, at) : content;
            }
            byte[] larger = content.length < end ? Arrays.copyOf(content, end) : content;
            System.arraycopy(change.bytes(), 0, larger, at, change.bytes().length);
            return larger;
        }
    }

    static void register() {
        FilePath.register(new UnsyncedDisk());
    }

    /** Gives a folder power for so many writes. */
    static Power powerFor(int writes, Path folder) {
        Power power = new Power(writes);
        POWERS.put(folder, power);
        return power;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel channel = getBase().open(mode);
        Path file = Path.of(getBase().toString());
        Power power = POWERS.get(file.getParent());
        power.open(file);
        return new TrialFile(channel, power.of(file));
    }
}
