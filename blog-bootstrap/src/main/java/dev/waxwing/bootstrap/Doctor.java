package dev.waxwing.bootstrap;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at everything that a blog needs: what its server tells, and what stands around it. */
final class Doctor {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** It says near its beginning where it is, also while search engines are kept away. */
    private static final String FEED = "/feed.json";

    private static final Path SYNCHRONISING = Path.of("/run/systemd/timesync");

    private final BlogConfig config;
    private final int patienceMilliseconds;

    /** What an address answered, with the beginning of its body. */
    private record Answer(int status, String body) {}

    Doctor(BlogConfig config) {
        this(config, PATIENCE);
    }

    /** @param patience how long the base-url is given to answer */
    Doctor(BlogConfig config, Duration patience) {
        this.config = config;
        patienceMilliseconds = Math.toIntExact(patience.toMillis());
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(folder());
        findings.add(clock());
        List<Finding> told = told();
        told.stream().filter(finding -> !isAddress(finding)).forEach(findings::add);
        if (told.stream().anyMatch(Doctor::isAddress)) {
            findings.add(version(told));
        }
        told.stream().filter(Doctor::isAddress).forEach(at -> findings.addAll(examine(new WebAddress(at.words()))));
        return findings;
    }

    private static boolean isAddress(Finding finding) {
        return finding.name().equals(Findings.ADDRESS);
    }

    private List<Finding> told() {
        try {
            return new Inquiry(config).findings();
        } catch (BlogException.Unavailable e) {
            return List.of(Finding.wrong(
                    "database",
                    String.valueOf(e.getMessage()),
                    "If a server or another command runs on it, wait or stop that one; what else to do stands"
                            + " in the manual, under Operations."));
        } catch (Refusal e) {
            return List.of(Finding.wrong(
                    Findings.SERVER,
                    String.valueOf(e.getMessage()),
                    "Run this as the user whom the folder belongs to, and restart the server if it does not answer."));
        }
    }

    private static Finding java() {
        return Finding.ok(
                "java",
                "Java %s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vendor")));
    }

    /** After an upgrade it is easily forgotten that the old program still runs. */
    private static Finding version(List<Finding> told) {
        boolean same = told.stream()
                .filter(finding -> finding.name().equals(Findings.SERVER))
                .anyMatch(server -> server.words().contains("Waxwing " + Version.current() + " "));
        return same
                ? Finding.ok("version", Version.current() + ", as the server's")
                : Finding.warning(
                        "version",
                        "this program is %s, and the server is another".formatted(Version.current()),
                        "Restart the server if you have put a newer program in its place.");
    }

    private Finding folder() {
        Path data = config.data();
        if (!Files.isWritable(data)) {
            return Finding.wrong(
                    "folder", data + " cannot be written", "Run this as the user whom the folder belongs to.");
        }
        if (isOpenToOthers(data)) {
            return Finding.warning(
                    "folder",
                    "every user of this machine may enter " + data,
                    "It holds hashes of passwords, keys of authenticators and perhaps other secrets: chmod o-rwx "
                            + data);
        }
        return Finding.ok("folder", data + " can be written, and is closed to others");
    }

    private static boolean isOpenToOthers(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Nobody else is asked for the time: a file of tomorrow says that the clock went back. */
    private Finding clock() {
        Instant now = Instant.now();
        Optional<Instant> latest = latestChange();
        if (latest.isPresent() && latest.get().isAfter(now.plus(SKEW))) {
            return Finding.wrong(
                    "clock",
                    "it is %s, and the blog was written at %s".formatted(now, latest.get()),
                    "Set the clock; posts appear and sessions end by it.");
        }
        if (Files.isDirectory(SYNCHRONISING) && !Files.exists(SYNCHRONISING.resolve("synchronized"))) {
            return Finding.warning(
                    "clock", "it is not synchronised with any other", "See: timedatectl timesync-status");
        }
        return Finding.ok("clock", "not behind what was written last");
    }

    private Optional<Instant> latestChange() {
        try (Stream<Path> files = Files.list(config.data())) {
            return files.map(file -> Instant.ofEpochMilli(file.toFile().lastModified()))
                    .max(Instant::compareTo);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** As readers and their proxies find it. */
    private List<Finding> examine(WebAddress base) {
        List<Finding> findings = new ArrayList<>();
        findings.add(page(base));
        if (isLocal(base)) {
            findings.add(Finding.warning(
                    "base-url",
                    "it is an address of this machine, and nobody else finds the blog there",
                    "Set base-url to what readers see, once there is a proxy in front."));
            return findings;
        }
        if (base.value().startsWith("http:")) {
            findings.add(Finding.warning(
                    "base-url", base + " is not encrypted", "Let the proxy serve https, and set base-url to that."));
        }
        Optional<Answer> figures = get(base, "/metrics");
        if (figures.isPresent() && figures.get().status() == HttpURLConnection.HTTP_OK) {
            findings.add(Finding.wrong(
                    "figures",
                    "everybody can read " + base + "/metrics",
                    "Let the proxy refuse /metrics to strangers."));
        }
        return findings;
    }

    private static boolean isLocal(WebAddress base) {
        return Set.of("localhost", "127.0.0.1", "[::1]")
                .contains(String.valueOf(base.uri().getHost()));
    }

    private Finding page(WebAddress base) {
        Optional<Answer> feed = get(base, FEED);
        if (feed.isEmpty()) {
            return Finding.wrong(
                    Findings.ADDRESS,
                    base + " does not answer this machine",
                    "Look at the proxy, its certificate and the name; if only this machine cannot get there, ask from"
                            + " another one.");
        }
        int status = feed.get().status();
        if (status >= 300 && status < 400) {
            return Finding.wrong(
                    Findings.ADDRESS,
                    base + " leads elsewhere",
                    "Set base-url to the address it leads to, such as the one with https.");
        }
        if (status != HttpURLConnection.HTTP_OK) {
            return Finding.wrong(
                    Findings.ADDRESS,
                    "%s answers %d instead of a page".formatted(base, status),
                    "Look at the log of the proxy, and whether it passes requests on to the port of the server.");
        }
        return feed.get().body().contains("\"%s%s\"".formatted(base, FEED))
                ? Finding.ok(Findings.ADDRESS, base + " is this blog")
                : Finding.wrong(
                        Findings.ADDRESS,
                        base + " answers, and is not this blog",
                        "Let the proxy pass on to the port of this server, and restart it if base-url was changed.");
    }

    /** Nothing if there is no answer. Without following redirects, since a base-url must not be one. */
    private Optional<Answer> get(WebAddress base, String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(base + path).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(patienceMilliseconds);
            connection.setReadTimeout(patienceMilliseconds);
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                return Optional.of(new Answer(status, ""));
            }
            try (InputStream body = connection.getInputStream()) {
                return Optional.of(new Answer(status, new String(body.readNBytes(10_000), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
