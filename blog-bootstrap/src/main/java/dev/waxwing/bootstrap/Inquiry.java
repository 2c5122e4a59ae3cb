package dev.waxwing.bootstrap;

import dev.waxwing.adapter.jdbi.Tables;
import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.adapter.web.site.Readiness.Loss;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks how a blog does: its server, or the data folder if none runs. */
final class Inquiry {
    /** A server answers within a moment, unless the machine is busy. */
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /** So long whoever has the embedded database open is given to answer. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final BlogConfig config;
    private final Requests requests;

    Inquiry(BlogConfig config) {
        this.config = config;
        requests = Requests.forStatus(config.data());
    }

    /** @throws BlogException.Unavailable if the database cannot be opened, and no server has it */
    List<Finding> findings() {
        Optional<Path> answer = requests.mayBeServed() ? requests.ask(A_MOMENT) : Optional.empty();
        return answer.map(Inquiry::take).orElseGet(this::lookOrAsk);
    }

    private List<Finding> lookOrAsk() {
        try {
            return look();
        } catch (BlogException.Unavailable e) {
            if (config.database().isPresent() || !requests.mayBeServed()) {
                throw e;
            }
            return requests.ask(LONG).map(Inquiry::take).orElseThrow(() -> e);
        }
    }

    /** What a server writes for whoever waits for the file. */
    static void answer(Path file, List<Finding> findings) {
        try {
            WholeFile.write(file, findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Finding> take(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            Files.delete(file);
            return lines.stream().map(Finding::ofLine).toList();
        } catch (IOException e) {
            throw new Refusal("What the server answered cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whoever only looks makes no tables, and changes none. */
    private List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Findings.noServer());
        Tables tables = House.tables(config);
        findings.addAll(tables.areOld() ? List.of(Findings.old(tables)) : lookAround());
        return findings;
    }

    private List<Finding> lookAround() {
        try (House house = House.open(config)) {
            Inspection inspection = house.inspection();
            ScheduledBackups backups = house.scheduled(config.backups());
            List<Check> checks = new ArrayList<>(inspection.checks());
            checks.add(new Check("backups", Loss.LESS, backups.trouble()));
            return Findings.of(inspection.standing(checks, backups.report()), config.backups());
        }
    }
}
