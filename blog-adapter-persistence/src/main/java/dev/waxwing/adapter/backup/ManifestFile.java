package dev.waxwing.adapter.backup;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.application.backup.MediaLosses;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code manifest.json}: what a backup says of itself. */
final class ManifestFile {
    /** The version of the form of backups: what entries there are, and how they are written. */
    static final int FORMAT = 1;

    private static final String DAMAGED = "damaged";
    private static final String MISSING = "missing";

    private ManifestFile() {}

    static void write(BackupManifest manifest, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("program", manifest.program());
            json.writeNumberField("schema", manifest.schema());
            json.writeNumberField("position", manifest.position());
            json.writeNumberField("posts", manifest.posts());
            json.writeNumberField("media", manifest.media());
            json.writeObjectFieldStart("rows");
            for (Map.Entry<String, Long> table : manifest.rows().entrySet()) {
                json.writeNumberField(table.getKey(), table.getValue());
            }
            json.writeEndObject();
            writeAddresses(DAMAGED, manifest.losses().damaged(), json);
            writeAddresses(MISSING, manifest.losses().missing(), json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** A blog that has all its files has nothing to say of them. */
    private static void writeAddresses(String name, List<MediaAddress> addresses, JsonGenerator json)
            throws IOException {
        if (!addresses.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (MediaAddress address : addresses) {
                json.writeString(address.value());
            }
            json.writeEndArray();
        }
    }

    /**
     * @throws BlogException.Invalid if it is of a format that this program does not know
     * @throws IOException if it is no manifest
     */
    static BackupManifest read(InputStream in) throws IOException {
        Map<String, Long> numbers = new TreeMap<>();
        Map<String, Long> rows = new TreeMap<>();
        Map<String, List<MediaAddress>> lost = new TreeMap<>();
        String program = "";
        try (JsonParser json = Json.FACTORY.createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                switch (json.nextToken()) {
                    case START_OBJECT -> readNumbers(json, rows);
                    case START_ARRAY -> lost.put(name, addresses(json));
                    case VALUE_STRING -> program = json.getText();
                    case VALUE_NUMBER_INT -> numbers.put(name, json.getLongValue());
                    default -> throw new JsonParseException(json, "There is a value of another kind under " + name);
                }
            }
        }
        requireFormat(number(numbers, "format"));
        return new BackupManifest(
                program,
                Math.toIntExact(number(numbers, "schema")),
                number(numbers, "position"),
                rows,
                number(numbers, "posts"),
                number(numbers, "media"),
                new MediaLosses(lost.getOrDefault(DAMAGED, List.of()), lost.getOrDefault(MISSING, List.of())));
    }

    private static List<MediaAddress> addresses(JsonParser json) throws IOException {
        List<MediaAddress> addresses = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING && MediaAddress.matches(json.getText())) {
            addresses.add(new MediaAddress(json.getText()));
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new JsonParseException(json, "There is something else than addresses of files");
        }
        return addresses;
    }

    private static void readNumbers(JsonParser json, Map<String, Long> numbers) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            numbers.put(name, json.getLongValue());
        }
    }

    private static long number(Map<String, Long> numbers, String name) throws IOException {
        Long number = numbers.get(name);
        if (number == null) {
            throw new JsonParseException("It does not say its " + name);
        }
        return number;
    }

    private static void requireFormat(long format) {
        if (format != FORMAT) {
            throw new BlogException.Invalid(
                    "backup",
                    "The backup has the format %d, and this program reads format %d; use a %s version of the program"
                            .formatted(format, FORMAT, format > FORMAT ? "newer" : "older"));
        }
    }
}
