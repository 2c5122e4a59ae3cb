package dev.waxwing.adapter.web.site;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** The JSON Schema (2020-12) that an example shows: which members there are, and of which type. */
final class ExampleSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ExampleSchema() {}

    static void write(JsonGenerator json, String example) throws IOException {
        write(json, parsed(example));
    }

    private static JsonNode parsed(String example) {
        try {
            return MAPPER.readTree(example);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The example is no JSON: " + example, e);
        }
    }

    private static void write(JsonGenerator json, JsonNode example) throws IOException {
        json.writeStartObject();
        switch (example.getNodeType()) {
            case OBJECT -> object(json, example);
            case ARRAY -> array(json, example);
            case STRING -> json.writeStringField("type", "string");
            case NUMBER -> json.writeStringField("type", "integer");
            case BOOLEAN -> json.writeStringField("type", "boolean");
            default -> json.writeStringField("description", "Null if there is none");
        }
        json.writeEndObject();
    }

    private static void object(JsonGenerator json, JsonNode example) throws IOException {
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, JsonNode> member : example.properties()) {
            json.writeFieldName(member.getKey());
            write(json, member.getValue());
        }
        json.writeEndObject();
    }

    private static void array(JsonGenerator json, JsonNode example) throws IOException {
        json.writeStringField("type", "array");
        if (!example.isEmpty()) {
            json.writeFieldName("items");
            write(json, example.path(0));
        }
    }
}
