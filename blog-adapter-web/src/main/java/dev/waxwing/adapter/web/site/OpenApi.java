package dev.waxwing.adapter.web.site;

import static io.javalin.apibuilder.ApiBuilder.get;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Api;
import dev.waxwing.adapter.web.shared.ApiOperation;
import dev.waxwing.adapter.web.shared.ApiOperation.Condition;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.application.site.SiteSettings;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /api/v1/openapi.json}: the door for programs described in OpenAPI 3.1, made of the very operations it has. */
public final class OpenApi implements EndpointGroup {
    private static final String VERSION = "3.1.0";
    private static final String BEARER = "token";
    private static final int CREATED = 201;
    private static final Set<String> NUMBERS = Set.of("limit", "page");
    private static final Map<String, String> MEANINGS = Map.of(
            "limit", "How many, 1 to 100; else 20",
            "after", "Where the page before ends, as its Link says",
            "page", "Which page, from 1",
            "status", "One of draft, in_review, scheduled, published, archived, trashed",
            "q", "Words to find",
            "If-Match", "The ETag that was seen last",
            "Idempotency-Key", "1 to 255 characters of your choice; the same one makes nothing twice");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final List<ApiOperation> operations;
    private final SiteSettings settings;

    public OpenApi(List<Api> apis, SiteSettings settings) {
        this.operations =
                apis.stream().flatMap(api -> api.operations().stream()).toList();
        this.settings = settings;
    }

    @Override
    public void addEndpoints() {
        get(ApiOperation.ROOT + "/openapi.json", this::describe, Access.ANYONE);
    }

    private void describe(Context ctx) {
        ctx.contentType("application/json").result(Json.object(this::write));
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStringField("openapi", VERSION);
        json.writeObjectFieldStart("info");
        json.writeStringField("title", settings.current().title());
        json.writeStringField("version", "1");
        json.writeEndObject();
        json.writeArrayFieldStart("servers");
        json.writeStartObject();
        json.writeStringField("url", settings.current().absolute(ApiOperation.ROOT));
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("paths");
        Map<String, List<ApiOperation>> byPath =
                operations.stream().collect(groupingBy(ApiOperation::path, LinkedHashMap::new, toList()));
        for (Map.Entry<String, List<ApiOperation>> path : byPath.entrySet()) {
            json.writeObjectFieldStart(path.getKey());
            for (ApiOperation operation : path.getValue()) {
                operation(json, operation);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        components(json);
    }

    private static void operation(JsonGenerator json, ApiOperation operation) throws IOException {
        json.writeObjectFieldStart(operation.method().name().toLowerCase(Locale.ROOT));
        json.writeStringField("operationId", id(operation));
        json.writeStringField("summary", operation.summary());
        json.writeStringField(
                "description", "Needs the scope " + operation.scope().word() + ".");
        json.writeArrayFieldStart("security");
        json.writeStartObject();
        json.writeArrayFieldStart(BEARER);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        parameters(json, operation);
        request(json, operation);
        responses(json, operation);
        json.writeEndObject();
    }

    private static String id(ApiOperation operation) {
        String words = PARAMETER.matcher(operation.path()).replaceAll("by/$1");
        StringBuilder id = new StringBuilder(operation.method().name().toLowerCase(Locale.ROOT));
        for (String word : words.split("/")) {
            if (!word.isEmpty()) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return id.toString();
    }

    private static void parameters(JsonGenerator json, ApiOperation operation) throws IOException {
        json.writeArrayFieldStart("parameters");
        Matcher inPath = PARAMETER.matcher(operation.path());
        while (inPath.find()) {
            parameter(json, inPath.group(1), "path", Need.REQUIRED);
        }
        for (String name : operation.query()) {
            parameter(json, name, "query", Need.OPTIONAL);
        }
        switch (operation.example().condition()) {
            case SEEN -> parameter(json, "If-Match", "header", Need.REQUIRED);
            case MADE -> parameter(json, "Idempotency-Key", "header", Need.OPTIONAL);
            case NONE -> {}
        }
        json.writeEndArray();
    }

    /** Whether a request must have a parameter. */
    private enum Need {
        REQUIRED,
        OPTIONAL
    }

    private static void parameter(JsonGenerator json, String name, String place, Need need) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("in", place);
        json.writeBooleanField("required", need == Need.REQUIRED);
        String meaning = MEANINGS.get(name);
        if (meaning != null) {
            json.writeStringField("description", meaning);
        }
        json.writeObjectFieldStart("schema");
        json.writeStringField("type", NUMBERS.contains(name) ? "integer" : "string");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void request(JsonGenerator json, ApiOperation operation) throws IOException {
        if (operation.example().request().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("requestBody");
        json.writeBooleanField("required", true);
        content(json, "application/json", operation.example().request().get());
        json.writeEndObject();
    }

    private static void responses(JsonGenerator json, ApiOperation operation) throws IOException {
        json.writeObjectFieldStart("responses");
        json.writeObjectFieldStart(String.valueOf(operation.example().status()));
        json.writeStringField("description", "Done");
        headers(json, operation);
        content(json, "application/json", operation.example().answer());
        json.writeEndObject();
        refusal(json, "401", "The token is missing, or opens nothing any more");
        refusal(json, "403", "The token lacks the scope, or its owner the right");
        if (operation.example().request().isPresent()) {
            refusal(json, "415", "The body is no JSON");
            refusal(json, "422", "A member is wrong or not known: 'field' names it");
        }
        if (operation.example().condition() == Condition.SEEN) {
            refusal(json, "404", "There is none, or it may not be known");
            refusal(json, "412", "Somebody else has changed it: both versions are in the answer");
            refusal(json, "428", "If-Match is missing");
        }
        refusal(json, "default", "Refused, in the words of RFC 9457");
        json.writeEndObject();
    }

    private static void headers(JsonGenerator json, ApiOperation operation) throws IOException {
        json.writeObjectFieldStart("headers");
        if (operation.query().contains("limit")) {
            header(json, "Link", "The next page, if there is one (RFC 8288)");
        }
        if (!operation.example().answer().startsWith("{\"items\"")) {
            header(json, "ETag", "To be sent as If-Match with the next change");
        }
        if (operation.example().status() == CREATED) {
            header(json, "Location", "Where it is");
        }
        json.writeEndObject();
    }

    private static void header(JsonGenerator json, String name, String meaning) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("description", meaning);
        json.writeObjectFieldStart("schema");
        json.writeStringField("type", "string");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void refusal(JsonGenerator json, String status, String description) throws IOException {
        json.writeObjectFieldStart(status);
        json.writeStringField("description", description);
        json.writeObjectFieldStart("content");
        json.writeObjectFieldStart("application/problem+json");
        json.writeObjectFieldStart("schema");
        json.writeStringField("$ref", "#/components/schemas/Problem");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void content(JsonGenerator json, String type, String example) throws IOException {
        json.writeObjectFieldStart("content");
        json.writeObjectFieldStart(type);
        json.writeFieldName("schema");
        ExampleSchema.write(json, example);
        json.writeFieldName("example");
        json.writeRawValue(example.strip());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void components(JsonGenerator json) throws IOException {
        json.writeFieldName("components");
        json.writeRawValue("""
                {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
                  "schemas": {"Problem": {"type": "object", "properties": {"type": {"type": "string"},
                    "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"},
                    "field": {"type": "string"}}}}}""");
    }
}
