package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.Watcher;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what it hears, such as {@code GET /{slug} 200}. */
final class TrialWatcher implements Watcher {
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    @Override
    public void answered(String method, String route, int status, Duration took) {
        answers.add("%s %s %d%s".formatted(method, route, status, took.isNegative() ? " before it began" : ""));
    }

    @Override
    public void refusedSignIn() {
        refusals.incrementAndGet();
    }

    @Override
    public String figures() {
        return "trial_figure 1.0\n";
    }

    @Override
    public String version() {
        return "7.8.9";
    }

    /** The next answer that it hears of: whoever asked may have read it before it is told. */
    String next() throws InterruptedException {
        return String.valueOf(answers.poll(10, TimeUnit.SECONDS));
    }

    int refusedSignIns() {
        return refusals.get();
    }
}
