package dev.waxwing.adapter.backup;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.waxwing.application.backup.Row;
import dev.waxwing.application.backup.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Rows as JSON Lines: an object for each, one on a line, in UTF-8. */
final class JsonRows {
    private static final int MOST_CELLS = 200;

    private JsonRows() {}

    /** Writes the rows and returns how many there are. */
    static long write(RowSource rows, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.setRootValueSeparator(new SerializedString("\n"));
            Lines lines = new Lines(json);
            rows.forEach(lines);
            if (lines.count > 0) {
                json.writeRaw('\n');
            }
            return lines.count;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class Lines implements Consumer<Row> {
        private final JsonGenerator json;
        private long count;

        private Lines(JsonGenerator json) {
            this.json = json;
        }

        @Override
        public void accept(Row row) {
            try {
                json.writeStartObject();
                for (Map.Entry<String, Object> cell : row.cells().entrySet()) {
                    json.writeObjectField(cell.getKey(), cell.getValue());
                }
                json.writeEndObject();
                count++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @throws IOException if it is not a row on each line */
    static void read(InputStream in, Consumer<Row> reader) throws IOException {
        try (JsonParser json = Json.FACTORY.createParser(in)) {
            while (json.nextToken() != null) {
                reader.accept(row(json));
            }
        }
    }

    private static Row row(JsonParser json) throws IOException {
        require(json, JsonToken.START_OBJECT);
        Map<String, Object> cells = new LinkedHashMap<>();
        int letters = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            require(json, JsonToken.FIELD_NAME);
            String column = json.currentName();
            Object value = value(json);
            letters += value instanceof String text ? text.length() : 0;
            if (cells.size() == MOST_CELLS || letters > Json.LONGEST_TEXT) {
                throw new JsonParseException(json, "A row is longer than any of a blog");
            }
            cells.put(column, value);
        }
        return new Row(cells);
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.nextToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new JsonParseException(json, "A cell holds neither a text nor a number nor a truth");
        };
    }

    private static void require(JsonParser json, JsonToken expected) throws IOException {
        if (json.currentToken() != expected) {
            throw new JsonParseException(json, "A line is no row");
        }
    }
}
