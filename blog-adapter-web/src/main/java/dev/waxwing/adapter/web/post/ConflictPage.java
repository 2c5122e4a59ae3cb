package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.post.ReconcilePost.Reconciliation;
import dev.waxwing.application.post.TextDifference;
import dev.waxwing.domain.author.AuthorId;
import java.util.List;
import java.util.Map;

/**
 * Both texts, after somebody else was faster.
 *
 * @param editor the form that was refused, over the post as it is now
 * @param difference from the other's text to one's own
 */
public record ConflictPage(EditorPage editor, Reconciliation both, List<TextDifference.Part> difference) {
    static ConflictPage of(EditorPage editor, Reconciliation both) {
        String theirs = both.theirs().text().content().body().markdown();
        return new ConflictPage(
                editor, both, TextDifference.of(theirs, both.mine().markdown()).parts());
    }

    public Form form() {
        return editor.form();
    }

    public String theirs() {
        return both.theirs().text().content().body().markdown();
    }

    public String theirTitle() {
        return both.theirs().text().content().title().value();
    }

    public String mine() {
        return both.mine().markdown();
    }

    public String proposal() {
        return both.text().text("Yours", "Theirs");
    }

    /** The fields beside the text: what was changed, one's own where both did. */
    public Map<String, String> beside() {
        return DraftForm.besideTheText(both.beside());
    }

    /** What was typed for the post itself, to be sent along as it is. */
    public Map<String, String> typed() {
        return DraftForm.ofThePost(form());
    }

    /** The byline as it was typed; its order is that of the values. */
    public List<String> authors() {
        return DraftForm.byline(form()).stream().map(AuthorId::toString).toList();
    }

    public String whoElse() {
        return editor.editedBy().isEmpty() ? "Somebody else" : editor.editedBy();
    }
}
