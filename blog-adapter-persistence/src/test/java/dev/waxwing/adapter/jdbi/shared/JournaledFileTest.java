package dev.waxwing.adapter.jdbi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournaledFileTest {
    private static final int SECTOR = 512;
    private static final byte[] BEFORE = pageOf('a');
    private static final byte[] WRITTEN = pageOf('b');

    @TempDir
    private Path folder;

    private Path file;
    private Path journal;

    @BeforeEach
    void writeOverTheLastPageAndKill() throws IOException {
        JournaledFile.register();
        file = Files.write(folder.resolve("trial.mv.db"), BEFORE);
        journal = folder.resolve("trial.mv.db" + JournaledFile.SUFFIX);
        Path left = folder.resolve("left");
        try (FileChannel channel = open(file)) {
            FileLock lock = channel.tryLock();
            channel.write(ByteBuffer.wrap(WRITTEN), 0);
            channel.force(false);
            Files.copy(journal, left);
            lock.release();
        }
        Files.move(left, journal, StandardCopyOption.REPLACE_EXISTING);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 7, 8})
    void a_last_page_that_was_torn_when_the_power_was_cut_is_made_whole(int sectorsWritten) throws IOException {
        Files.write(file, torn(BEFORE, sectorsWritten));

        JournaledFile.recover(file);

        assertThat(file).hasBinaryContent(WRITTEN);
        assertThat(journal).doesNotExist();
    }

    @Test
    void a_last_page_with_a_sector_that_it_never_had_is_that_of_another_file() throws IOException {
        byte[] other = torn(pageOf('c'), 7);
        Files.write(file, other);

        assertThatThrownBy(() -> JournaledFile.recover(file)).isInstanceOf(JournaledFile.OfAnotherFile.class);

        assertThat(file).hasBinaryContent(other);
        assertThat(journal).isNotEmptyFile();
    }

    @Test
    void a_page_that_rotted_is_refused_and_others_are_read_but_nothing_is_written_any_more() throws IOException {
        Path other = folder.resolve("rotting.mv.db");
        try (FileChannel channel = open(other);
                FileLock ignored = channel.tryLock()) {
            channel.write(ByteBuffer.wrap(BEFORE), 0);
            channel.write(ByteBuffer.wrap(WRITTEN), BEFORE.length);
            channel.force(false);
            byte[] rotten = Files.readAllBytes(other);
            rotten[BEFORE.length + 17] ^= 1;
            Files.write(other, rotten);

            assertThat(read(channel, 0)).isEqualTo(BEFORE);
            assertThatThrownBy(() -> read(channel, BEFORE.length))
                    .isInstanceOf(JournaledFile.Damaged.class)
                    .hasMessage("The file rotting.mv.db is damaged in the 4 KiB that begin at its byte 4,096;"
                            + " restore it from a backup");
            assertThat(read(channel, 0)).isEqualTo(BEFORE);
            assertThatThrownBy(() -> channel.write(ByteBuffer.wrap(WRITTEN), 0))
                    .isInstanceOf(JournaledFile.Damaged.class);
        }
    }

    @Test
    void checksums_outlive_a_regular_end_and_those_of_another_file_do_not_count() throws IOException {
        Path other = folder.resolve("kept.mv.db");
        byte[] content = new byte[5 * BEFORE.length];
        Arrays.fill(content, (byte) 'd');
        try (FileChannel channel = open(other);
                FileLock ignored = channel.tryLock()) {
            channel.write(ByteBuffer.wrap(content), 0);
        }
        content[2 * BEFORE.length] ^= 1;
        Files.write(other, content);
        try (FileChannel channel = open(other);
                FileLock ignored = channel.tryLock()) {
            assertThatThrownBy(() -> read(channel, 2 * BEFORE.length)).isInstanceOf(JournaledFile.Damaged.class);
        }
        Arrays.fill(content, (byte) 'e');
        Files.write(other, content);
        try (FileChannel channel = open(other);
                FileLock ignored = channel.tryLock()) {
            assertThat(read(channel, 2 * BEFORE.length)).containsOnly('e');
        }
    }

    @Test
    void damage_is_remembered_until_it_is_mended() throws IOException {
        Path other = folder.resolve("remembered.mv.db");
        byte[] content = new byte[5 * BEFORE.length];
        try (FileChannel channel = open(other);
                FileLock ignored = channel.tryLock()) {
            channel.write(ByteBuffer.wrap(content), 0);
        }
        flip(other, 3 * BEFORE.length);
        try (FileChannel channel = open(other);
                FileLock ignored = channel.tryLock()) {
            assertThatThrownBy(() -> read(channel, 3 * BEFORE.length)).isInstanceOf(JournaledFile.Damaged.class);
        }
        JournaledFile.recover(other);
        assertThat(JournaledFile.damage(FilePath.get(other.toString()))).isPresent();

        flip(other, 3 * BEFORE.length);
        JournaledFile.recover(other);
        assertThat(JournaledFile.damage(FilePath.get(other.toString()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 25, 30, 60, 64, 70})
    void checksums_that_rot_condemn_no_file(int place) throws IOException {
        Path other = folder.resolve("well.mv.db");
        byte[] content = new byte[5 * BEFORE.length];
        try (FileChannel channel = open(other);
                FileLock ignored = channel.tryLock()) {
            channel.write(ByteBuffer.wrap(content), 0);
        }
        flip(Path.of(other + JournaledFile.CHECKSUMS), place);

        try (FileChannel channel = open(other);
                FileLock ignored = channel.tryLock()) {
            for (int page = 0; page < 5; page++) {
                assertThat(read(channel, page * BEFORE.length)).containsOnly(0);
            }
            channel.write(ByteBuffer.wrap(WRITTEN), 0);
            channel.force(false);
        }
    }

    private static void flip(Path file, int place) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[place] ^= 1;
        Files.write(file, content);
    }

    private static FileChannel open(Path file) throws IOException {
        return FilePath.get(JournaledFile.SCHEME + ":" + file).open("rw");
    }

    private static byte[] read(FileChannel channel, int position) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(BEFORE.length);
        channel.read(page, position);
        return page.array();
    }

    /** As the disk leaves it when it had written so many sectors. */
    private static byte[] torn(byte[] before, int sectorsWritten) {
        byte[] page = before.clone();
        System.arraycopy(WRITTEN, 0, page, 0, sectorsWritten * SECTOR);
        return page;
    }

    private static byte[] pageOf(char filling) {
        byte[] page = new byte[8 * SECTOR];
        Arrays.fill(page, (byte) filling);
        return page;
    }
}
