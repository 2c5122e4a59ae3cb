package dev.waxwing.adapter.jdbi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgreSqlNodesTest {

    @Test
    @Timeout(60)
    void a_connection_that_listens_and_cannot_hear_is_complained_of_once() throws InterruptedException {
        Semaphore asked = new Semaphore(0);
        Semaphore heard = new Semaphore(0);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        Logger log = (Logger) LoggerFactory.getLogger(PostgreSqlNodes.class);
        log.addAppender(told);

        try (PostgreSqlNodes nodes = new PostgreSqlNodes(deaf(asked))) {
            nodes.whenTheyCall(heard::release);
            asked.acquire(3);
        } finally {
            log.detachAppender(told);
        }

        assertThat(told.list).hasSize(1);
        assertThat(heard.availablePermits()).isZero();
    }

    private static DataSource deaf(Semaphore asked) {
        Statement statement = stub(Statement.class, false, new Semaphore(0));
        Connection connection = stub(Connection.class, statement, new Semaphore(0));
        return stub(DataSource.class, connection, asked);
    }

    private static <T> T stub(Class<T> type, Object answer, Semaphore asked) {
        return type.cast(Proxy.newProxyInstance(
                PostgreSqlNodesTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "unwrap" -> throw new SQLException("There is nothing to hear with");
                    case "close" -> null;
                    default -> {
                        asked.release();
                        yield answer;
                    }
                }));
    }
}
