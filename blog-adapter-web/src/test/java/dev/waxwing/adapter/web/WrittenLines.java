package dev.waxwing.adapter.web;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The lines of a log in the order in which they were written. An answer may be read before its line is written. */
final class WrittenLines extends AppenderBase<ILoggingEvent> {
    final BlockingQueue<ILoggingEvent> written = new LinkedBlockingQueue<>();

    @Override
    protected void append(ILoggingEvent line) {
        written.add(line);
    }
}
