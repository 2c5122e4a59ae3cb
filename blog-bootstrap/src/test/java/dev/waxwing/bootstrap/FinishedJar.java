package dev.waxwing.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jar that people run, as a process of its own. */
final class FinishedJar implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("waxwing.jar", "target/waxwing.jar"));
    private static final Pattern SERVING = Pattern.compile(" serves (http://\\S+) from ");

    private final Process process;
    private final BufferedReader lines;
    private final List<String> said = new ArrayList<>();

    private FinishedJar(Process process) {
        this.process = process;
        // A process that hangs ends here, so that its test fails with what it said instead of waiting for ever.
        CompletableFuture.delayedExecutor(3, TimeUnit.MINUTES).execute(process::destroyForcibly);
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What a command that ended said, on both streams, and with which code. */
    record Ended(int code, List<String> said) {}

    static FinishedJar start(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(
                List.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new FinishedJar(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    static Ended run(String... arguments) throws IOException, InterruptedException {
        try (FinishedJar jar = start(arguments)) {
            return jar.ended();
        }
    }

    /** Returns its address when it serves; fails if it ends instead. */
    URI serving() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            Matcher serving = SERVING.matcher(line.replace("\\/", "/")); // JSON may escape a slash
            if (serving.find()) {
                return URI.create(serving.group(1));
            }
        }
        throw new AssertionError("It ended and never served: " + said);
    }

    /** Asks it to stop, as a service manager does. */
    Ended stopped() throws IOException, InterruptedException {
        process.toHandle().destroy(); // Process.destroy would close what it has yet to say
        return ended();
    }

    private Ended ended() throws IOException, InterruptedException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
        }
        return new Ended(process.waitFor(), List.copyOf(said));
    }

    static String get(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("%s answered %d".formatted(address, answer.statusCode()));
        }
        return answer.body();
    }

    /** Everything that its sitemap names. */
    static List<URI> sitemap(URI site) throws IOException, InterruptedException {
        Stream<String> addresses = Pattern.compile("<loc>([^<]+)</loc>")
                .matcher(get(site.resolve("/sitemap.xml")))
                .results()
                .map(found -> found.group(1));
        return addresses.map(URI::create).toList();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
