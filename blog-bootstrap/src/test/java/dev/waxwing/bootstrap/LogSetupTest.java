package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogSetupTest {
    private static final Logger REQUESTS = LoggerFactory.getLogger("access");

    @TempDir
    Path folder;

    @AfterEach
    void asBefore() {
        MDC.clear();
        LogSetup.use(LogSetup.Format.TEXT);
    }

    @Test
    void requests_have_lines_with_json_and_none_with_text_unless_it_is_said_otherwise() {
        assertThat(isWritten(LogSetup.Format.JSON, "")).isTrue();
        assertThat(isWritten(LogSetup.Format.TEXT, "")).isFalse();
        assertThat(isWritten(LogSetup.Format.TEXT, "on")).isTrue();
        assertThat(isWritten(LogSetup.Format.JSON, "off")).isFalse();
    }

    @Test
    void the_lines_of_a_file_are_flat_objects() throws IOException {
        LogSetup.use(LogSetup.Format.JSON, "logs/access.log", folder);
        MDC.put("request", "abc");
        REQUESTS.atInfo()
                .addKeyValue("status", 200)
                .addKeyValue("route", "/{slug}")
                .log("a \"line\"");
        REQUESTS.info("another\nline", new IllegalStateException("boom"));

        List<String> lines = Files.readAllLines(folder.resolve("logs/access.log"));
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("time").asText()).endsWith("Z");
        assertThat(first.get("level").asText()).isEqualTo("INFO");
        assertThat(first.get("message").asText()).isEqualTo("a \"line\"");
        assertThat(first.get("request").asText()).isEqualTo("abc");
        assertThat(first.get("status").isInt()).isTrue();
        assertThat(first.get("route").asText()).isEqualTo("/{slug}");
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("failure").asText())
                .contains("IllegalStateException: boom", "LogSetupTest");
    }

    @Test
    void a_line_of_text_has_the_number_of_its_request() throws IOException {
        LogSetup.use(LogSetup.Format.TEXT, "access.log", folder);
        REQUESTS.info("before");
        MDC.put("request", "abc");
        REQUESTS.info("within");

        assertThat(Files.readAllLines(folder.resolve("access.log")))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" INFO  [-] access: before"),
                        line -> assertThat(line).endsWith(" INFO  [abc] access: within"));
    }

    @Test
    void no_text_of_a_message_or_of_a_failure_begins_a_line() throws IOException {
        String forged = "2026-01-01T00:00:00.000Z INFO  [-] access: forged";
        LogSetup.use(LogSetup.Format.TEXT, "access.log", folder);
        REQUESTS.info("words\n{}\r\nand\u2028more", forged);
        REQUESTS.info("failed", new IllegalStateException("why\n" + forged, new IOException("deeper\r\n" + forged)));

        List<String> lines = Files.readAllLines(folder.resolve("access.log"));
        assertThat(lines.get(0)).endsWith("access: words | " + forged + " | and | more");
        assertThat(lines.get(1)).endsWith("access: failed");
        assertThat(lines).noneMatch(line -> line.startsWith(forged));
        assertThat(lines)
                .contains("| " + forged)
                .anyMatch(line -> line.startsWith("java.lang.IllegalStateException: why"))
                .anyMatch(line -> line.startsWith("\tat dev.waxwing.bootstrap.LogSetupTest"))
                .anyMatch(line -> line.startsWith("Caused by: java.io.IOException: deeper"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("java.lang.IllegalState"))
                .hasSize(1);
    }

    @Test
    void a_file_grows_no_larger_than_it_may_and_neither_do_those_before_it() {
        LogSetup.use(LogSetup.Format.TEXT, "access.log", folder);

        assertThat(((ch.qos.logback.classic.Logger) REQUESTS).iteratorForAppenders())
                .toIterable()
                .singleElement()
                .extracting("rollingPolicy")
                .extracting("maxFileSize", "totalSizeCap")
                .extracting(Object::toString)
                .containsExactly("50 MB", "500 MB");
    }

    @Test
    void a_file_that_cannot_be_written_is_refused_with_its_name() throws IOException {
        Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> LogSetup.use(LogSetup.Format.TEXT, "taken/access.log", folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("taken/access.log");
    }

    private boolean isWritten(LogSetup.Format format, String access) {
        LogSetup.use(format, access, folder);
        return REQUESTS.isInfoEnabled();
    }
}
