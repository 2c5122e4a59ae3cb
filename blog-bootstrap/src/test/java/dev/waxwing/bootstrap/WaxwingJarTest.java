package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.bootstrap.FinishedJar.Ended;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the outside: what somebody sees who starts the jar. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaxwingJarTest {
    /** 128 + SIGTERM: how Java ends when it is asked to stop, after it has cleared up. */
    private static final int STOPPED = 143;

    @TempDir
    Path folder;

    @Test
    void the_demo_blog_can_be_read_whole_and_stops_when_it_is_asked_to() throws Exception {
        try (FinishedJar jar = serve("--demo")) {
            URI site = jar.serving();

            List<URI> addresses = FinishedJar.sitemap(site);

            assertThat(addresses).hasSizeGreaterThan(10);
            for (URI address : addresses) {
                assertThat(FinishedJar.get(address)).contains("</html>");
            }
            assertThat(FinishedJar.get(site.resolve("/readyz"))).startsWith("ready\n");
            Ended ended = jar.stopped();
            assertThat(ended.code()).isEqualTo(STOPPED);
            assertThat(ended.said()).noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
        }
    }

    @Test
    void what_was_there_is_there_after_a_restart() throws Exception {
        URI first;
        try (FinishedJar jar = serve("--demo")) {
            first = FinishedJar.sitemap(jar.serving()).get(3);
            jar.stopped();
        }
        try (FinishedJar jar = serve()) {
            assertThat(FinishedJar.get(jar.serving().resolve(first.getPath()))).contains("</html>");
        }
    }

    @Test
    void json_lines_say_the_same_as_text() throws Exception {
        try (FinishedJar jar = serve("--log-format", "json")) {
            jar.serving();

            assertThat(jar.stopped().said())
                    .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
                    .anyMatch(line -> line.contains("\"message\":\"Waxwing "));
        }
    }

    @Test
    void a_port_that_is_taken_is_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    "Cannot listen at 127.0.0.1:" + taken.getLocalPort(),
                    FinishedJar.run("serve", "--data", data(), "--port", String.valueOf(taken.getLocalPort())));
        }
    }

    @Test
    void a_folder_that_another_process_uses_is_one_sentence() throws Exception {
        try (FinishedJar jar = serve()) {
            jar.serving();

            refused("another process", FinishedJar.run("serve", "--data", data(), "--port", "0"));
            refused("another process", FinishedJar.run("import", folder.toString(), "--data", data()));
        }
    }

    @Test
    void an_unknown_key_is_one_sentence_with_the_key_that_was_meant() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/waxwing.properties"), "site.titel=Hello\n");

        refused("site.title", FinishedJar.run("serve", "--data", data(), "--port", "0"));
    }

    @Test
    void a_damaged_database_is_one_sentence() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/blog.mv.db"), "x".repeat(20_000));

        refused("blog.mv.db", FinishedJar.run("serve", "--data", data(), "--port", "0"));
    }

    @Test
    void an_import_tells_of_each_bad_file_and_takes_the_rest() throws Exception {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        Files.writeString(archive.resolve("good.md"), "---\ntitle: Good\ndate: 2024-01-02\n---\n\nWords.\n");
        Files.writeString(archive.resolve("broken.md"), "---\ntitle: \"Broken\n---\n\nWords.\n");
        Files.write(archive.resolve("latin.md"), new byte[] {'#', ' ', (byte) 0xE9, '\n'});

        Ended ended = FinishedJar.run("import", archive.toString(), "--data", data());

        assertThat(ended.code()).isZero();
        assertThat(ended.said())
                .anyMatch(line -> line.startsWith("3 files: ") && line.contains(" imported"))
                .anyMatch(line -> line.contains("broken.md:2"))
                .noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void an_import_of_nothing_is_one_sentence() throws Exception {
        refused(
                "no-such-folder",
                FinishedJar.run("import", folder.resolve("no-such-folder").toString(), "--data", data()));
    }

    @Test
    void a_blog_that_runs_is_backed_up_verified_and_restored() throws Exception {
        String file = folder.resolve("blog.zip").toString();
        String restored = folder.resolve("restored").toString();
        List<URI> addresses;
        try (FinishedJar jar = serve("--demo")) {
            addresses = FinishedJar.sitemap(jar.serving());

            assertThat(FinishedJar.run("backup", file, "--data", data()).code()).isZero();
            refused("is there already", FinishedJar.run("backup", file, "--data", data()));
        }

        assertThat(FinishedJar.run("verify", file).code()).isZero();
        assertThat(FinishedJar.run("restore", file, "--data", restored).code()).isZero();
        refused("not empty", FinishedJar.run("restore", file, "--data", restored));
        try (FinishedJar jar = FinishedJar.start("serve", "--data", restored, "--port", "0")) {
            URI site = jar.serving();
            for (URI address : addresses) {
                assertThat(FinishedJar.get(site.resolve(address.getRawPath()))).contains("</html>");
            }
        }
    }

    @Test
    void its_status_is_told_beside_a_server_and_without_one() throws Exception {
        refused("There is no blog in", FinishedJar.run("status", "--data", data()));
        try (FinishedJar jar = serve("--demo")) {
            URI site = jar.serving();

            Ended beside = FinishedJar.run("status", "--data", data());
            Ended examined = FinishedJar.run("doctor", "--data", data());

            assertThat(beside.code()).isZero();
            assertThat(beside.said())
                    .anyMatch(line -> line.startsWith("address ") && line.contains(site.toString()))
                    .anyMatch(line -> line.startsWith("posts ") && line.contains(" published"));
            assertThat(examined.code()).as("%s", examined.said()).isEqualTo(3);
            assertThat(examined.said())
                    .anyMatch(line -> line.startsWith("ok       database"))
                    .anyMatch(line -> line.startsWith("warning  base-url"));
            jar.stopped();
        }
        Ended without = FinishedJar.run("status", "--data", data());

        assertThat(without.code()).isEqualTo(3);
        assertThat(without.said())
                .anyMatch(line -> line.startsWith("server ") && line.contains("none runs"))
                .anyMatch(line -> line.startsWith("posts ") && line.contains(" published"));
    }

    @Test
    void a_damaged_backup_is_one_sentence_that_names_the_part() throws Exception {
        Path archive = folder.resolve("archive");
        try (FinishedJar jar = serve("--demo")) {
            jar.serving();
            assertThat(FinishedJar.run("export", archive.toString(), "--format", "archive", "--data", data())
                            .code())
                    .isZero();
        }
        Files.writeString(archive.resolve("posts/about.md"), "Other words");

        refused("posts/about.md", FinishedJar.run("verify", archive.toString()));
    }

    @Test
    void a_static_site_is_the_same_beside_a_server_and_without_one() throws Exception {
        Path site = folder.resolve("site");
        String[] export = {
            "export", site.toString(), "--format", "static", "--data", data(), "--base-url", "https://blog.example"
        };
        try (FinishedJar jar = serve("--demo")) {
            jar.serving();

            assertThat(FinishedJar.run(export).code()).isZero();
            jar.stopped();
        }
        assertThat(site.resolve("index.html")).exists();
        assertThat(site.resolve("sitemap.xml")).content().contains("<loc>https://blog.example/</loc>");

        assertThat(FinishedJar.run(export).said()).contains(site + ": 0 files written, 0 removed.");
        export[1] = data();
        refused("holds no exported site", FinishedJar.run(export));
    }

    private FinishedJar serve(String... more) throws Exception {
        String[] arguments = new String[more.length + 5];
        List.of("serve", "--data", data(), "--port", "0").toArray(arguments);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return FinishedJar.start(arguments);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static void refused(String reason, Ended ended) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).singleElement().asString().contains(reason);
    }
}
