package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.tag.Tag;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a refusal takes is measured by {@code checks/database-away.sh}; here it must only come. */
@Timeout(120)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostDatabasePostgreSqlTest {
    private static final Pattern PORT = Pattern.compile("//[^:/]+:(\\d+)/");

    private final String address = PostgreSqlServer.freshDatabase();
    private Wire wire;
    private JdbiPersistence persistence;

    @BeforeEach
    void open() throws IOException {
        Matcher port = PORT.matcher(address);
        assertThat(port.find()).isTrue();
        wire = new Wire(Integer.parseInt(port.group(1)));
        persistence = JdbiPersistence.at(
                port.replaceFirst("//127.0.0.1:%d/".formatted(wire.port())), PostgreSqlServer.USER, "");
        persistence.tags().save(aTag("Before"));
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        persistence.close();
        PostgreSqlServer.drop(address);
    }

    @Test
    void while_the_database_is_silent_everything_is_refused_and_afterwards_accepted() {
        wire.fallSilent();
        assertThatThrownBy(() -> persistence.tags().save(aTag("Meanwhile")))
                .isInstanceOf(BlogException.Unavailable.class);
        assertThatThrownBy(() -> persistence.changes().head()).isInstanceOf(BlogException.Unavailable.class);

        wire.carryOn();
        saveUntilAccepted(aTag("Afterwards"));
        assertThat(persistence.changes().head()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_change_whose_answer_is_lost_is_refused_and_leaves_nothing_locked() {
        assertThatThrownBy(() -> persistence.unitOfWork().run(() -> {
                    persistence.tags().save(aTag("Half"));
                    wire.fallSilent();
                    persistence.tags().save(aTag("Other half"));
                }))
                .isInstanceOf(BlogException.Unavailable.class);

        wire.carryOn();
        saveUntilAccepted(aTag("Afterwards"));
    }

    @Test
    void after_a_restart_of_the_database_readers_notice_nothing_and_changes_are_made() {
        wire.drop();
        assertThat(persistence.changes().head()).isPositive();

        saveUntilAccepted(aTag("Afterwards"));
    }

    @Test
    void a_node_hears_the_others_again_when_the_database_is_back() throws InterruptedException {
        Semaphore heard = new Semaphore(0);
        persistence.changes().whenOthersAppend(heard::release);
        heard.acquire();

        wire.fallSilent();
        wire.drop();
        wire.carryOn();
        heard.acquire();
        heard.drainPermits();
        try (JdbiPersistence other = JdbiPersistence.at(address, PostgreSqlServer.USER, "")) {
            other.tags().save(aTag("From elsewhere"));
        }
        heard.acquire();
    }

    /** A change is never made twice by itself, so whoever meets a dead connection tries again. */
    private void saveUntilAccepted(Tag tag) {
        boolean accepted = false;
        while (!accepted) {
            try {
                persistence.tags().save(tag);
                accepted = true;
            } catch (BlogException.Unavailable e) {
                Thread.onSpinWait();
            }
        }
    }
}
