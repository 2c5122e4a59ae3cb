package dev.waxwing.adapter.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads TOML into the shape all headers share. */
final class TomlHeader {
    private static final int DEEPEST = 50;

    private final int firstLine;
    private final List<Remark> remarks;

    private TomlHeader(int firstLine, List<Remark> remarks) {
        this.firstLine = firstLine;
        this.remarks = remarks;
    }

    /** @param firstLine the line of the file on which this TOML begins */
    static HeaderValue.Table parse(String toml, int firstLine, List<Remark> remarks) throws UnreadableFile {
        refuseDeep(toml, firstLine);
        TomlParseResult result = Toml.parse(toml);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            int line = firstLine + error.position().line() - 1;
            throw new UnreadableFile(line, "the header is not TOML: " + error.getMessage());
        }
        return new TomlHeader(firstLine, remarks).table(result, firstLine);
    }

    /** The parser descends once for each bracket, so depth is limited before it starts. */
    private static void refuseDeep(String toml, int firstLine) throws UnreadableFile {
        int depth = 0;
        int line = firstLine;
        for (int i = 0; i < toml.length(); i++) {
            switch (toml.charAt(i)) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth = Math.max(0, depth - 1);
                case '\n' -> line++;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new UnreadableFile(line, "the header is nested more than %d deep".formatted(DEEPEST));
            }
        }
    }

    private HeaderValue.Table table(TomlTable table, int line) {
        Map<String, HeaderValue> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : table.entrySet()) {
            TomlPosition position = table.inputPositionOf(List.of(entry.getKey()));
            int at = position == null ? line : firstLine + position.line() - 1;
            entries.put(entry.getKey(), value(entry.getValue(), at));
        }
        return new HeaderValue.Table(entries, line);
    }

    private HeaderValue value(Object value, int line) {
        if (value instanceof TomlTable table) {
            return table(table, line);
        }
        if (value instanceof TomlArray array) {
            List<HeaderValue> items = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                items.add(
                        value(array.get(i), firstLine + array.inputPositionOf(i).line() - 1));
            }
            return new HeaderValue.Many(items, line);
        }
        return HeaderReader.legible(String.valueOf(value), line, remarks);
    }
}
