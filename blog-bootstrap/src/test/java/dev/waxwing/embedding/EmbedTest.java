package dev.waxwing.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.domain.post.Post;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's program compiles and runs against what we publish, with nothing else on its path. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbedTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "embed");
    private static final Path SOURCE = EXAMPLE.resolve(Path.of("example", "embed", "Embed.java"));
    private static final Path MODULE = EXAMPLE.resolve("module-info.java");
    private static final String SAYS = "/hello-hexagon: <p>First words.</p>";

    @TempDir
    Path folder;

    @Test
    void on_the_class_path() throws Exception {
        String path = path(homes());

        compile("-d", classes(), "--class-path", path, SOURCE.toString());

        assertThat(java("--class-path", classes() + File.pathSeparator + path, "example.embed.Embed"))
                .isEqualTo(SAYS);
    }

    @Test
    void on_the_module_path() throws Exception {
        String path = path(homes());

        compile("-d", classes(), "--module-path", path, MODULE.toString(), SOURCE.toString());

        assertThat(java(
                        "--module-path",
                        classes() + File.pathSeparator + path,
                        "--module",
                        "example.embed/example.embed.Embed"))
                .isEqualTo(SAYS);
    }

    @Test
    void the_readme_shows_this_very_program() throws Exception {
        String program = Files.readString(SOURCE);
        String body = program.substring(program.indexOf("        InMemoryBlog"), program.lastIndexOf("    }"));

        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains(body.stripTrailing().stripIndent());
    }

    /** Where the four things are that an embedding program needs: one of ours, as built, is a jar or a folder of classes. */
    private List<Path> homes() throws Exception {
        return List.of(
                home(Post.class), home(PublishPost.class), testing(home(InMemoryBlog.class)), home(Inject.class));
    }

    private static Path home(Class<?> member) throws Exception {
        return Path.of(
                member.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** While the build has packaged nothing yet, the test-jar is packed here, with the packages that are for others. */
    private Path testing(Path home) throws IOException {
        if (Files.isRegularFile(home)) {
            return home;
        }
        Path jar = folder.resolve("testing.jar");
        Path manifest = Files.writeString(
                folder.resolve("manifest"), "Automatic-Module-Name: dev.waxwing.application.testing\n");
        Stream<String> packages = Stream.of("contract", "fake")
                .flatMap(name -> Stream.of("-C", home.toString(), "dev/waxwing/application/" + name));
        run("jar", Stream.concat(Stream.of("-c", "-f", jar.toString(), "-m", manifest.toString()), packages));
        return jar;
    }

    private static String path(List<Path> homes) {
        return homes.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private String classes() {
        return folder.resolve("classes").toString();
    }

    private static void compile(String... arguments) {
        run("javac", Stream.concat(Stream.of("--release", "17"), Stream.of(arguments)));
    }

    private static void run(String tool, Stream<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said);
        int exit = ToolProvider.findFirst(tool).orElseThrow().run(to, to, arguments.toArray(String[]::new));
        assertThat(exit).as(said.toString()).isZero();
    }

    private static String java(String... arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(java), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.strip();
    }
}
