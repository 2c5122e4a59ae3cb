package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.LinkedPost;
import dev.waxwing.application.post.ListPreviews.OpenPreview;
import dev.waxwing.application.post.Rights;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a post is written.
 *
 * @param actor whoever writes
 * @param form what stands in the fields
 * @param copy the post as it is stored; nothing before the first save
 * @param rights of the actor
 * @param people whose names a post can carry
 * @param tags that posts can be put under; others come into being when they are named
 * @param previews the links by which others read it now
 * @param others who else has it open
 */
public record EditorPage(
        Desk desk,
        Actor actor,
        Form form,
        @Nullable WorkingCopy copy,
        Rights rights,
        List<AuthorView> people,
        List<TagView> tags,
        List<OpenPreview> previews,
        List<String> others) {

    public String action() {
        return copy == null ? "/admin/posts" : "/admin/posts/" + copy.entry().id();
    }

    public Post.Status status() {
        return copy == null ? Post.Status.DRAFT : copy.entry().status();
    }

    public String standing() {
        return copy == null ? "Draft, not saved yet" : Standing.of(copy.entry(), Moments.of(desk.site()));
    }

    public boolean changed() {
        return copy != null && copy.entry().changed();
    }

    /** Whether an editor is asked to look at what readers do not see yet. */
    public boolean submitted() {
        return copy != null && copy.entry().submitted();
    }

    /**
     * Somebody whose name the post can carry.
     *
     * @param place in the byline, empty if the post does not carry it
     */
    public record Credit(AuthorView author, String place) {}

    /** Whose names the post carries, in the order of the byline, and then everybody else. */
    public List<Credit> credits() {
        List<AuthorId> typed = DraftForm.byline(form);
        List<AuthorId> byline = typed.isEmpty() && copy != null ? copy.authors() : typed;
        return people.stream()
                .sorted(Comparator.comparingInt(person -> place(byline, person)))
                .map(person ->
                        new Credit(person, byline.contains(person.id()) ? Integer.toString(place(byline, person)) : ""))
                .toList();
    }

    private static int place(List<AuthorId> byline, AuthorView person) {
        int index = byline.indexOf(person.id());
        return index < 0 ? Integer.MAX_VALUE : index + 1;
    }

    /** Who wrote the newest text, empty if nobody knows. */
    public String editedBy() {
        return copy == null ? "" : editedBy(copy, people);
    }

    static String editedBy(WorkingCopy copy, List<AuthorView> people) {
        AuthorId by = copy.text().by();
        return people.stream()
                .filter(person -> person.id().equals(by))
                .map(person -> person.profile().name())
                .findFirst()
                .orElse("");
    }

    /** Whether readers do not see the post yet, but may once it is published. */
    public boolean isAhead() {
        return Standing.isAhead(status());
    }

    /** Whether something was typed in the details that waits, or something there is wrong. */
    public boolean opensDetails() {
        return !form.isValid() || !ActForm.forActs(form).isEmpty();
    }

    /** What becomes of the present address when the post gets another. */
    public String aboutAddress() {
        return copy != null && copy.seen()
                ? "Readers may know /%s. It will lead to the new address for ever."
                        .formatted(copy.entry().slug())
                : "Nobody has seen the post yet, so its address may change freely.";
    }

    /** The posts that say the same in other languages. */
    public List<LinkedPost> translations() {
        return copy == null ? List.of() : copy.translations();
    }

    /** Where another post is worked on, or for those who may not, where it is read. */
    public String address(LinkedPost other) {
        return actor.mayEdit(other.authors()) ? "/admin/posts/" + other.id() : Links.post(other.slug());
    }

    public String standing(LinkedPost other) {
        return Standing.of(other.status());
    }

    /** Where readers find the post, empty before the first save. */
    public String readersPath() {
        return copy == null ? "" : Links.post(copy.entry().slug());
    }

    public String moment(Instant at) {
        return Moments.of(desk.site()).spelledOut(at);
    }

    /** Which zone the times on this page are in, such as {@code Central European Time, Europe/Berlin}. */
    public String zone() {
        ZoneId zone = desk.site().zone();
        String name = zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return name.equals(zone.getId()) ? name : name + ", " + zone.getId();
    }
}
