package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.token.Scope;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessLogTest {
    private final WrittenLines lines = new WrittenLines();
    private final Logger log = (Logger) LoggerFactory.getLogger(AccessLog.NAME);
    private final TrialDesk desk = new TrialDesk();

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        log.setAdditive(false);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        desk.close();
        log.detachAppender(lines);
        log.setLevel(null);
        log.setAdditive(true);
    }

    @Test
    void a_page_has_its_line_whether_it_is_made_or_finished() throws InterruptedException {
        desk.blog().write("Notes").publish();

        for (int i = 0; i < 2; i++) {
            Visit visit = desk.blog().visit("/notes?utm_source=x");

            assertThat(visit.status()).isEqualTo(200);
            assertThat(next())
                    .containsEntry("request", visit.header("X-Request-Id"))
                    .containsEntry("method", "GET")
                    .containsEntry("route", "/{slug}")
                    .containsEntry("status", 200)
                    .containsEntry("bytes", (long) visit.bytes().length)
                    .containsKey("milliseconds")
                    .doesNotContainKey("account");
        }
        assertThat(desk.blog().servedFinished()).isEqualTo(1);
    }

    @Test
    void who_is_signed_in_is_named_by_the_number_of_the_account_alone() throws InterruptedException {
        Visit visit = desk.visit(Audience.EDITOR, "/admin/posts");

        assertThat(visit.status()).isEqualTo(200);
        assertThat(next())
                .containsEntry("route", "/admin/posts")
                .containsEntry("account", desk.account(Audience.EDITOR).toString());
    }

    @Test
    void a_program_is_named_by_the_account_it_acts_for() throws InterruptedException {
        Member owner = Member.of(desk.blog(), "Robin", Role.AUTHOR);
        Machine machine = Machine.of(desk.blog(), owner, Set.of(Scope.values()));

        assertThat(machine.get("/posts").status()).isEqualTo(200);

        assertThat(next())
                .containsEntry("route", "/api/v1/posts")
                .containsEntry("account", owner.account().toString());
    }

    @Test
    void secrets_in_addresses_and_headers_are_not_written_down() throws InterruptedException {
        desk.blog()
                .visit("/preview/s3cret-t0ken?code=s3cret")
                .with("Cookie", "__Host-waxwing-session=s3cret")
                .with("User-Agent", "s3cret")
                .with("Referer", "https://s3cret.example/")
                .status();
        desk.blog().visit("/admin/password/s3cret").status();
        desk.blog().visit("/admin/set-up?code=s3cret").status();
        desk.blog().visit("/s3cret/and/nothing").method("S3CRET").status();

        for (int i = 0; i < 4; i++) {
            ILoggingEvent line = written();
            assertThat(line.getFormattedMessage() + line.getKeyValuePairs() + line.getMDCPropertyMap())
                    .doesNotContainIgnoringCase("s3cret")
                    .doesNotContain("127.0.0.1");
        }
    }

    @Test
    void what_is_malformed_has_its_line_as_well() throws IOException, InterruptedException {
        String answer = desk.blog().raw("HELLO\r\n\r\n");

        Map<String, Object> line = next();
        assertThat(line).containsEntry("status", 400).containsEntry("route", "none");
        assertThat(answer).contains("X-Request-Id: " + line.get("request"));
    }

    private Map<String, Object> next() throws InterruptedException {
        return written().getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    private ILoggingEvent written() throws InterruptedException {
        ILoggingEvent line = lines.written.poll(10, TimeUnit.SECONDS);
        assertThat(line).as("a line").isNotNull();
        return line;
    }
}
