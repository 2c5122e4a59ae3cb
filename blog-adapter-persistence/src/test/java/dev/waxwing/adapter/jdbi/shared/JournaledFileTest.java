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
        try (FileChannel channel =
                FilePath.get(JournaledFile.SCHEME + ":" + file).open("rw")) {
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
