package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path data;

    @Test
    void what_is_asked_for_is_made() throws IOException {
        assertThat(Files.readString(asked(file -> write(file, "made")))).isEqualTo("made");
    }

    @Test
    void a_refusal_is_told_in_the_words_of_the_server() {
        assertThatThrownBy(() -> asked(file -> {
                    throw new BlogException.Unavailable("No room", new IOException("No room"));
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage("No room");
    }

    @Test
    void a_server_that_fails_says_so() {
        assertThatThrownBy(() -> asked(file -> {
                    throw new UncheckedIOException(new IOException("No space left"));
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The server failed at it");
    }

    @Test
    void a_server_that_lets_go_without_an_answer_is_not_waited_for() {
        assertThatThrownBy(() -> asked(file -> {})).isInstanceOf(Refusal.class).hasMessageContaining("no answer");
    }

    @Test
    void what_a_server_had_taken_that_is_no_more_is_given_up_at_the_next_start() throws IOException {
        Path requests = Files.createDirectories(data.resolve("requests"));
        Files.createFile(requests.resolve("1.taken"));
        Path waiting = Files.createFile(requests.resolve("2.wanted"));

        Requests.forStatus(data).begin();

        assertThat(requests).isDirectoryContaining(waiting::equals);
        assertThat(requests.resolve("1.taken")).doesNotExist();
    }

    @Test
    void a_server_that_cannot_be_asked_starts_all_the_same() throws IOException {
        Files.createFile(data.resolve("requests"));

        assertThatCode(() -> Requests.forStatus(data).begin()).doesNotThrowAnyException();
    }

    private Path asked(Consumer<Path> make) {
        Requests requests = Requests.forStatus(data);
        try (Background server =
                new Background("server", List.of(new Background.Job("requests", () -> requests.serve(make))))) {
            server.start();
            return requests.ask(LONG).orElseThrow();
        }
    }

    private static void write(Path file, String words) {
        try {
            Files.writeString(file, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
