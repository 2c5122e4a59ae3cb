package dev.waxwing.adapter.search;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aPostId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.search.SearchDocument;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.domain.shared.LanguageTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What becomes of an index when its files, its process or its version change. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LuceneSearchIndexFilesTest {
    private static final int MANY = 1_000;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
        logger().setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger().setAdditive(true);
        logger().detachAppender(log);
    }

    @Test
    void an_index_is_as_it_was_after_it_was_closed() {
        try (LuceneSearchIndex index = new LuceneSearchIndex(folder)) {
            put(index, 3);
            index.bookmark().advance(7);
        }

        assertThat(found(folder)).isEqualTo(3);
        assertThat(bookmark(folder)).isEqualTo(7);
        assertThat(log.list).isEmpty();
    }

    @Test
    void what_a_crash_leaves_is_posts_and_a_bookmark_that_belong_together() throws IOException {
        Path left = folder.resolve("left");
        try (LuceneSearchIndex index = new LuceneSearchIndex(folder.resolve("running"))) {
            put(index, MANY);
            index.bookmark().advance(MANY);
            put(index, 1);
            index.bookmark().advance(MANY + 1);
            assertThat(count(index)).isEqualTo(MANY + 1);
            copy(folder.resolve("running"), left);
        }

        assertThat(bookmark(left)).isEqualTo(MANY);
        assertThat(found(left)).isEqualTo(MANY);
        assertThat(log.list).isEmpty();
    }

    @Test
    void an_index_with_a_file_cut_short_or_missing_or_with_a_flipped_bit_is_begun_anew() throws IOException {
        Path sound = folder.resolve("sound");
        try (LuceneSearchIndex index = new LuceneSearchIndex(sound)) {
            put(index, 20);
            index.bookmark().advance(7);
        }
        int begunAnew = 0;
        for (String file : files(sound)) {
            for (Damage damage : Damage.values()) {
                Path damaged = folder.resolve(file + "-" + damage);
                copy(sound, damaged);
                damage.doTo(damaged.resolve(file));
                begunAnew += isSoundOrBegunAnew(damaged);
            }
        }

        assertThat(begunAnew).isGreaterThanOrEqualTo(3 * Damage.values().length);
    }

    private int isSoundOrBegunAnew(Path damaged) {
        log.list.clear();
        long bookmark = bookmark(damaged);
        long found = found(damaged);
        if (bookmark == 7) {
            assertThat(found).as(damaged.toString()).isEqualTo(20);
            assertThat(log.list).isEmpty();
            return 0;
        }
        assertThat(bookmark).as(damaged.toString()).isZero();
        assertThat(found).as(damaged.toString()).isZero();
        assertThat(log.list).as(damaged.toString()).hasSizeLessThanOrEqualTo(1);
        try (LuceneSearchIndex index = new LuceneSearchIndex(damaged)) {
            put(index, 1);
            assertThat(count(index)).isEqualTo(1);
        }
        return 1;
    }

    @Test
    void an_index_of_a_version_that_is_not_known_is_begun_anew() throws IOException {
        foreignIndex(new FilterCodec("Foreign", Codec.getDefault()) {});

        assertThat(bookmark(folder)).isZero();
        assertThat(log.list)
                .singleElement()
                .returns(Level.WARN, ILoggingEvent::getLevel)
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains(folder.toString(), "is built again", "Foreign");
    }

    @Test
    void an_index_that_keeps_posts_in_another_form_is_begun_anew() throws IOException {
        foreignIndex(Codec.getDefault());

        assertThat(bookmark(folder)).isZero();
        assertThat(found(folder)).isZero();
        assertThat(log.list).hasSize(1);
    }

    @Test
    void files_of_others_in_the_folder_are_left_alone() throws IOException {
        foreignIndex(Codec.getDefault());
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.createDirectory(folder.resolve("_mine"));

        bookmark(folder);

        assertThat(folder.resolve("notes.txt")).hasContent("mine");
        assertThat(folder.resolve("_mine")).isDirectory();
    }

    @Test
    void an_index_that_is_damaged_while_it_is_open_is_begun_anew() throws IOException {
        try (LuceneSearchIndex index = new LuceneSearchIndex(folder)) {
            put(index, MANY);
            Bookmark claimed = index.bookmark();
            claimed.claim();
            claimed.advance(5);
            for (String file : files(folder)) {
                Damage.CUT_SHORT.doTo(folder.resolve(file));
            }

            assertThat(count(index)).isZero();
            claimed.advance(6);

            assertThat(index.bookmark().position()).isZero();
            put(index, 1);
            assertThat(count(index)).isEqualTo(1);
        }
    }

    @Test
    void a_second_process_is_refused() {
        try (LuceneSearchIndex first = new LuceneSearchIndex(folder);
                LuceneSearchIndex second = new LuceneSearchIndex(folder)) {
            put(first, 1);

            assertThatThrownBy(() -> second.search(new SearchQuery("waxwing", 0, 10)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(folder.toString(), "in use by another process");
            assertThat(count(first)).isEqualTo(1);
        }
        assertThat(found(folder)).isEqualTo(1);
    }

    @Test
    void a_closed_index_is_closed_for_good() {
        LuceneSearchIndex index = new LuceneSearchIndex(folder);
        put(index, 1);
        index.close();
        index.close();

        assertThatThrownBy(() -> put(index, 1)).hasMessage("The search index is closed");
        assertThatThrownBy(() -> count(index)).hasMessage("The search index is closed");
    }

    @Test
    void nothing_happens_before_the_index_is_used() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (LuceneSearchIndex index = new LuceneSearchIndex(file)) {
            assertThat(index.search(new SearchQuery(" ", 0, 10)).total()).isZero();

            assertThatThrownBy(() -> count(index))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void making_an_index_loads_no_class_of_lucene() throws Exception {
        ClassLoader withoutLucene = new WithoutLucene(getClass().getClassLoader());

        Object index = withoutLucene
                .loadClass(LuceneSearchIndex.class.getName())
                .getConstructor(Path.class)
                .newInstance(folder);

        assertThat(index.getClass()).isNotEqualTo(LuceneSearchIndex.class);
        ((AutoCloseable) index).close();
    }

    @Test
    void posts_are_found_while_others_are_written() throws Exception {
        int writers = 2;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (LuceneSearchIndex index = new LuceneSearchIndex(folder)) {
            Callable<Void> writing = () -> {
                for (int i = 0; i < 20; i++) {
                    String word = "w" + Thread.currentThread().getId() + "n" + i;
                    index.put(List.of(document("Waxwing", word)));
                    assertThat(index.search(new SearchQuery(word, 0, 1)).total())
                            .isEqualTo(1);
                }
                return null;
            };
            Callable<Void> reading = () -> {
                long before = 0;
                while (before < writers * 20) {
                    long now = count(index);
                    assertThat(now).isGreaterThanOrEqualTo(before);
                    before = now;
                }
                return null;
            };
            for (Future<Void> done : threads.invokeAll(List.of(writing, writing, reading))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void foreignIndex(Codec codec) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer =
                        new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()).setCodec(codec))) {
            writer.addDocument(new Document());
        }
    }

    private static void put(LuceneSearchIndex index, int posts) {
        index.put(IntStream.range(0, posts)
                .mapToObj(i -> document("Waxwing " + i, "A bird with a letter. ".repeat(20)))
                .toList());
    }

    private static SearchDocument document(String title, String text) {
        return new SearchDocument(aPostId(), title, text, List.of("Birds"), LanguageTag.ENGLISH, NOON);
    }

    private static long count(LuceneSearchIndex index) {
        return index.search(new SearchQuery("waxwing", 0, 10)).total();
    }

    private static long found(Path folder) {
        try (LuceneSearchIndex index = new LuceneSearchIndex(folder)) {
            return count(index);
        }
    }

    private static long bookmark(Path folder) {
        try (LuceneSearchIndex index = new LuceneSearchIndex(folder)) {
            return index.bookmark().position();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals(IndexWriter.WRITE_LOCK_NAME))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String file : files(from)) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(LuceneSearchIndex.class);
    }

    private enum Damage {
        CUT_SHORT {
            @Override
            void doTo(Path file) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        },
        FLIPPED_BIT {
            @Override
            void doTo(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(bytes));
                }
            }
        },
        MISSING {
            @Override
            void doTo(Path file) throws IOException {
                Files.delete(file);
            }
        };

        abstract void doTo(Path file) throws IOException;
    }

    /** Defines our own classes anew and knows none of Lucene's. */
    private static final class WithoutLucene extends ClassLoader {
        private WithoutLucene(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.apache.lucene.")) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("dev.waxwing.adapter.search.")) {
                return define(name);
            }
            return super.loadClass(name, resolve);
        }

        private synchronized Class<?> define(String name) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (var code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
