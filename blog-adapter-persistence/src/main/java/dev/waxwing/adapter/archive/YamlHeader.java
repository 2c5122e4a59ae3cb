package dev.waxwing.adapter.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML from its events alone: nothing is constructed, an alias is the very value it names (so that a bomb of
 * aliases stays as small as its text), and a key that stands twice is a remark instead of a failure.
 */
final class YamlHeader {
    private static final int DEEPEST = 50;
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(512 * 1024)
            .build();

    private final Iterator<Event> events;
    private final int firstLine;
    private final List<Remark> remarks;
    private final Map<Anchor, HeaderValue> anchors = new HashMap<>();

    private YamlHeader(Iterator<Event> events, int firstLine, List<Remark> remarks) {
        this.events = events;
        this.firstLine = firstLine;
        this.remarks = remarks;
    }

    /** @param firstLine the line of the file on which this YAML begins */
    static HeaderValue.Table parse(String yaml, int firstLine, List<Remark> remarks) throws UnreadableFile {
        try {
            return new YamlHeader(new Parse(SETTINGS).parseString(yaml).iterator(), firstLine, remarks).document();
        } catch (MarkedYamlEngineException broken) {
            int line = place(broken);
            throw new UnreadableFile(
                    firstLine + line, "the header is not YAML: " + broken.getProblem() + quoted(yaml, line));
        } catch (YamlEngineException broken) {
            throw new UnreadableFile(firstLine, "the header is not YAML: " + broken.getMessage());
        }
    }

    /** Where a part began that never ends, else where the reader stumbled; lines count from 0. */
    private static int place(MarkedYamlEngineException broken) {
        boolean endless = String.valueOf(broken.getProblem()).contains("end of stream");
        return (endless ? broken.getContextMark() : Optional.<Mark>empty())
                .or(broken::getProblemMark)
                .map(Mark::getLine)
                .orElse(0);
    }

    private static String quoted(String yaml, int line) {
        return yaml.lines()
                .skip(line)
                .findFirst()
                .map(HeaderReader::shortened)
                .map(raw -> " in \"" + raw + "\"")
                .orElse("");
    }

    private HeaderValue.Table document() throws UnreadableFile {
        events.next(); // stream start
        Event event = events.next();
        if (event.getEventId() == Event.ID.StreamEnd) {
            return new HeaderValue.Table(Map.of(), firstLine);
        }
        HeaderValue root = value(events.next(), 0);
        if (root instanceof HeaderValue.Table table) {
            return table;
        }
        if (root instanceof HeaderValue.Nothing nothing) {
            return new HeaderValue.Table(Map.of(), nothing.line());
        }
        throw new UnreadableFile(root.line(), "the header is not made of 'key: value' lines");
    }

    private HeaderValue value(Event event, int depth) throws UnreadableFile {
        if (depth > DEEPEST) {
            throw new UnreadableFile(line(event), "the header is nested more than %d deep".formatted(DEEPEST));
        }
        if (event instanceof AliasEvent alias) {
            HeaderValue named = anchors.get(alias.getAlias());
            if (named == null) {
                throw new UnreadableFile(line(event), "*%s names nothing".formatted(alias.getAlias()));
            }
            return named;
        }
        HeaderValue value = read(event, depth);
        if (event instanceof NodeEvent node) {
            node.getAnchor().ifPresent(anchor -> anchors.put(anchor, value));
        }
        return value;
    }

    private HeaderValue read(Event event, int depth) throws UnreadableFile {
        if (event instanceof ScalarEvent scalar) {
            return scalar.isPlain() && NOTHING.contains(scalar.getValue())
                    ? new HeaderValue.Nothing(line(event))
                    : HeaderReader.legible(scalar.getValue(), line(event), remarks);
        }
        if (event instanceof SequenceStartEvent) {
            List<HeaderValue> items = new ArrayList<>();
            for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                items.add(value(next, depth + 1));
            }
            return new HeaderValue.Many(items, line(event));
        }
        if (event instanceof MappingStartEvent) {
            return table(event, depth);
        }
        throw new UnreadableFile(line(event), "the header is not YAML that can be read");
    }

    private HeaderValue.Table table(Event start, int depth) throws UnreadableFile {
        Map<String, HeaderValue> entries = new LinkedHashMap<>();
        Map<String, HeaderValue> merged = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            HeaderValue key = value(next, depth + 1);
            HeaderValue value = value(events.next(), depth + 1);
            if (!(key instanceof HeaderValue.Text name)) {
                remarks.add(new Remark(key.line(), "a key of the header that is not a word was left out"));
            } else if (name.text().equals("<<") && value instanceof HeaderValue.Table base) {
                merged.putAll(base.entries());
            } else if (entries.put(name.text(), value) != null) {
                remarks.add(new Remark(
                        key.line(), "'%s' stands twice in the header: the last one holds".formatted(name.text())));
            }
        }
        merged.forEach(entries::putIfAbsent);
        return new HeaderValue.Table(entries, line(start));
    }

    private int line(Event event) {
        return firstLine + event.getStartMark().map(Mark::getLine).orElse(0);
    }
}
