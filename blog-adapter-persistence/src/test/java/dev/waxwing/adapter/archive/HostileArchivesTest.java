package dev.waxwing.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.waxwing.application.archive.Archive;
import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.ArchivedAuthor;
import dev.waxwing.application.archive.ArchivedPost;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.IndexedPost;
import dev.waxwing.application.archive.LeftOut;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are broken, or made to do harm: one clear line for each bad file, and the good ones beside it are read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileArchivesTest {
    private static final String GOOD = "---\ntitle: Good\ndate: 2024-01-01\n---\nText";

    @TempDir
    Path root;

    private Folder folder() {
        return new Folder(root).with("good.md", GOOD);
    }

    private static void assertLeftOut(Folder folder, String file, int line, String reason) {
        ArchiveIndex index = folder.index();
        assertThat(index.posts()).extracting(IndexedPost::source).containsExactly("good.md");
        assertThat(index.leftOut()).containsExactly(new LeftOut(file, LeftOut.Cause.REFUSED, line, reason));
    }

    @Test
    void a_broken_header() {
        assertLeftOut(
                folder().with("bad.md", "---\ntitle: \"x\ndate: 2020\n---\nText\n"),
                "bad.md",
                2,
                "the header is not YAML: found unexpected end of stream in \"title: \"x\"");
    }

    @Test
    void a_file_of_fifty_megabytes_is_not_even_read() throws IOException {
        Folder folder = folder();
        try (RandomAccessFile file =
                new RandomAccessFile(root.resolve("huge.md").toFile(), "rw")) {
            file.setLength(50L * 1024 * 1024);
        }

        assertLeftOut(folder, "huge.md", 0, "52,428,800 bytes are more than the 5 MiB a file may have");
    }

    @Test
    void a_text_that_no_post_could_keep() {
        assertLeftOut(
                folder().with("long.md", "---\ntitle: x\n---\n" + "a".repeat(500_001)),
                "long.md",
                0,
                "500,001 characters are more than the 500,000 that a post may have");
    }

    @Test
    void text_that_is_not_utf_8() {
        assertLeftOut(
                folder().with("bad.md", "---\ntitle: x\n---\n\ncafé".getBytes(StandardCharsets.ISO_8859_1)),
                "bad.md",
                5,
                "not UTF-8: byte 0xE9");
    }

    @Test
    void a_loop_of_links() throws IOException {
        Folder folder = folder();
        Files.createSymbolicLink(root.resolve("again"), root);

        assertLeftOut(folder, "again", 0, "a link, which is not followed");
    }

    @Test
    void a_link_to_itself_and_a_link_to_nothing() throws IOException {
        Folder folder = folder();
        Files.createSymbolicLink(root.resolve("self.md"), Path.of("self.md"));
        Files.createSymbolicLink(root.resolve("void.md"), Path.of("nothing.md"));

        assertThat(folder.index().leftOut())
                .extracting(LeftOut::reason)
                .containsOnly("a link, which is not followed")
                .hasSize(2);
    }

    @Test
    void a_post_that_is_a_link_out_of_the_folder() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), GOOD);
        Folder folder = new Folder(root.resolve("blog")).with("good.md", GOOD);
        Files.createSymbolicLink(root.resolve("blog/stolen.md"), secret);

        assertLeftOut(folder, "stolen.md", 0, "a link, which is not followed");
    }

    @Test
    void a_file_that_became_a_link_after_it_was_listed() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), GOOD);
        Folder folder = new Folder(root.resolve("blog")).with("good.md", GOOD).with("a.md", GOOD);
        MarkdownFolder archive = folder.archive();
        ArchiveIndex index = archive.index(new ImportListener() {});
        Files.delete(root.resolve("blog/a.md"));
        Files.createSymbolicLink(root.resolve("blog/a.md"), secret);

        Archive.Reading reading = archive.read(index.posts().get(0));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        LeftOut.class, left -> assertThat(left.reason()).startsWith("it cannot be read"));
    }

    @Test
    void a_file_that_vanished_after_it_was_listed() throws IOException {
        Folder folder = folder().with("a.md", GOOD);
        MarkdownFolder archive = folder.archive();
        ArchiveIndex index = archive.index(new ImportListener() {});
        Files.delete(root.resolve("a.md"));

        assertThat(archive.read(index.posts().get(0))).isInstanceOf(LeftOut.class);
        assertThat(archive.read(index.posts().get(1))).isInstanceOf(ArchivedPost.class);
    }

    @Test
    void folders_below_folders_without_end() throws IOException {
        StringBuilder deep = new StringBuilder("d");
        deep.append("/d".repeat(70));
        Files.createDirectories(root.resolve(deep.toString()));
        Folder folder = folder();

        assertThat(folder.index().leftOut())
                .singleElement()
                .returns("a folder more than 64 levels deep, not looked into", LeftOut::reason);
    }

    @Test
    void a_picture_can_only_be_opened_by_its_name_in_the_index() {
        MarkdownFolder archive = folder().with("a.png", "png").archive();
        archive.index(new ImportListener() {});

        assertThatThrownBy(() -> archive.open("../../etc/passwd")).isInstanceOf(IOException.class);
    }

    @Test
    void a_name_of_odd_letters() {
        Folder folder = new Folder(root).with("2024-01-01-שלום \"'<>&?#%41.md", "Text");

        assertThat(folder.index().posts()).hasSize(1);
        assertThat(folder.post().title().value()).isEqualTo("שלום \"'<>&?#%41");
        assertThat(folder.index().posts().get(0).wished().value()).isEqualTo("שלום-41");
    }

    @Test
    void a_configuration_that_is_a_link_out_of_the_folder() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), "title: Host\n");
        Folder folder = new Folder(root.resolve("blog")).with("_posts/2024-01-01-a.md", printing("title"));
        Files.createSymbolicLink(root.resolve("blog/_config.yml"), secret);

        assertThat(folder.post().markdown()).isEqualTo("{{ site.title }}");
        assertThat(folder.leftOut("_config.yml").reason()).isEqualTo("a link, which is not followed");
    }

    @Test
    void a_folder_of_configuration_that_is_a_link_out_of_the_folder() throws IOException {
        new Folder(root.resolve("secret")).with("_default/params.toml", "author = 'Host'");
        Folder folder = new Folder(root.resolve("blog")).with("content/good.md", GOOD);
        Files.createSymbolicLink(root.resolve("blog/config"), root.resolve("secret"));

        assertThat(folder.post().authors()).isEmpty();
    }

    @Test
    void a_post_that_prints_what_readers_must_not_see() {
        Folder folder = new Folder(root)
                .with("_config.yml", "title: A blog\npassword: sesame\nauthor: {name: Ada}\n")
                .with("_posts/2024-01-01-a.md", printing("password") + printed("title") + printed("author.name"));

        assertThat(folder.post().markdown()).isEqualTo("{{ site.password }} A blog Ada");
    }

    private static String printing(String setting) {
        return "---\ntitle: T\n---\n" + printed(setting).strip();
    }

    private static String printed(String setting) {
        return " {{ site.%s }}".formatted(setting);
    }

    @Test
    @Timeout(60)
    void a_folder_of_configuration_with_devices() throws Exception {
        Folder folder =
                new Folder(root).with("content/good.md", GOOD).with("config/_default/params.toml", "author = 'Ada'");
        Files.createSymbolicLink(root.resolve("config/_default/endless.toml"), Path.of("/dev/zero"));
        Path pipe = root.resolve("config/_default/hugo.toml");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(folder.post().authors()).extracting(ArchivedAuthor::name).containsExactly("Ada");
    }
}
