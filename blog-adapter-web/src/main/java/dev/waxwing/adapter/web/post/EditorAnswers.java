package dev.waxwing.adapter.web.post;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.post.ReconcilePost.Reconciliation;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Content;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What the script of the editor is told: how the post stands after a save, and what became of the save. */
final class EditorAnswers {
    private final EditorPages pages;

    EditorAnswers(EditorPages pages) {
        this.pages = pages;
    }

    /** A page that outlived its session learns here that it has another one, and with which token. */
    static void session(Context ctx) {
        answer(ctx, HttpStatus.OK, json -> {
            json.writeStringField("csrf", Requester.of(ctx).csrf());
            json.writeStringField("name", Requester.of(ctx).name());
        });
    }

    /** @param form which says what was refused beside the text */
    void kept(Context ctx, HttpStatus status, WorkingCopy copy, Form form) {
        List<String> others = pages.others(ctx, copy);
        answer(ctx, status, json -> {
            json.writeStringField("id", copy.entry().id().toString());
            json.writeStringField("slug", copy.entry().slug().value());
            json.writeStringField("standing", pages.standing(copy));
            json.writeBooleanField("changed", copy.entry().changed());
            json.writeStringField("tags", DraftForm.tags(copy));
            Json.strings(
                    json,
                    "authors",
                    copy.authors().stream().map(AuthorId::toString).toList());
            Json.strings(json, "others", others);
            newest(json, copy);
            write(json, "errors", form.errors());
        });
    }

    void outdated(Context ctx, Reconciliation both) {
        Content theirs = both.theirs().text().content();
        answer(ctx, HttpStatus.CONFLICT, json -> {
            newest(json, both.theirs());
            json.writeStringField("title", both.beside().title().value());
            json.writeStringField("merged", both.text().text("Yours", "Theirs"));
            json.writeBooleanField("clean", both.isClean());
            json.writeStringField("theirTitle", theirs.title().value());
            json.writeStringField("theirs", theirs.body().markdown());
            write(json, "fields", DraftForm.besideTheText(both.beside()));
            write(json, "theirFields", DraftForm.besideTheText(theirs));
        });
    }

    static void refused(Context ctx, Form form) {
        answer(ctx, HttpStatus.UNPROCESSABLE_CONTENT, json -> write(json, "errors", form.errors()));
    }

    private void newest(JsonGenerator json, WorkingCopy copy) throws IOException {
        json.writeNumberField("version", copy.version());
        json.writeNumberField("revision", copy.text().number());
        json.writeStringField("editedBy", pages.editedBy(copy));
        json.writeStringField("editedAt", copy.text().at().toString());
    }

    private static void write(JsonGenerator json, String name, Map<String, String> fields) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }

    private static void answer(Context ctx, HttpStatus status, Json.Members members) {
        ctx.status(status).contentType("application/json").result(Json.object(members));
    }
}
