package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of the editor that are no part of what is written: which button was pressed, and what the buttons need. */
final class ActForm {
    /** Which button was pressed. */
    static final String ACT = "act";

    static final String SLUG = "slug";
    static final String TRANSLATION_OF = "translationOf";
    static final String DUE = "due";
    static final String DATE = "publishedAt";
    static final String DAYS = "days";

    /** All of them but the button, which each have one of their own. */
    static final List<String> FIELDS = List.of(SLUG, DUE, DATE, DAYS, TRANSLATION_OF);

    private ActForm() {}

    /** A field that has a button of its own, which was not pressed after something was typed there. */
    record Waiting(String field, String legend) {
        static String sentence(List<Waiting> parts) {
            return parts.stream()
                    .map(Waiting::legend)
                    .collect(Collectors.joining(" and ", "What you typed under ", " waits for the button beside it."));
        }
    }

    /** Whether another address was typed than the one that the form was filled with. */
    static boolean hasTypedSlug(Form form) {
        return isTyped(form, SLUG);
    }

    /** Whoever types another address and saves wants it kept, as if they had pressed the button beside it. */
    static boolean wantsToMove(Form form) {
        return switch (form.value(ACT)) {
            case "move" -> true;
            case "", "save" -> hasTypedSlug(form);
            default -> false;
        };
    }

    /** @throws BlogException.Invalid if what was typed is none */
    static Slug slug(Form form) {
        return new Slug(form.value(SLUG).strip());
    }

    /** What was typed for other buttons than the one that was pressed, as far as a post that stands like this has them. */
    static List<Waiting> waiting(Form form, WorkingCopy copy) {
        String act = form.value(ACT);
        boolean ahead = Standing.isAhead(copy.entry().status());
        boolean seen = copy.entry().status() == Post.Status.PUBLISHED;
        List<Waiting> waiting = new ArrayList<>();
        if (isTyped(form, SLUG)
                && !form.value(SLUG).strip().equals(copy.entry().slug().value())) {
            waiting.add(new Waiting(SLUG, "Address"));
        }
        if (isTyped(form, DUE) && !act.equals("schedule") && ahead) {
            waiting.add(new Waiting(DUE, "Publish later"));
        }
        if (isTyped(form, DATE) && !act.equals("publish-dated") && !act.equals("date") && (ahead || seen)) {
            waiting.add(new Waiting(DATE, "Date"));
        }
        if (!form.value(DAYS).isBlank() && !act.equals("share")) {
            waiting.add(new Waiting(DAYS, "Preview link"));
        }
        return waiting;
    }

    /** What was typed for acts on the post, field by field. */
    static Map<String, String> forActs(Form form) {
        return FIELDS.stream()
                .filter(field -> isTyped(form, field)
                        || form.values(field + DraftForm.BEFORE).isEmpty())
                .filter(field -> !form.value(field).isBlank())
                .collect(Collectors.toMap(field -> field, form::value));
    }

    private static boolean isTyped(Form form, String field) {
        String typed = form.value(field).strip();
        return !form.values(field + DraftForm.BEFORE).isEmpty()
                && !typed.isEmpty()
                && !typed.equals(form.value(field + DraftForm.BEFORE));
    }

    /**
     * The address of a post of this blog, as it is typed or pasted: the end of it, a path, or all of it.
     *
     * @throws BlogException.Invalid if it is none
     */
    static Slug translationOf(Form form, Site site) {
        String typed = form.value(TRANSLATION_OF).strip();
        String here = site.absolute("/");
        String path = typed.startsWith(here) ? typed.substring(here.length()) : typed.replaceFirst("^/", "");
        try {
            return new Slug(SitePath.decode("/" + path).value().substring(1));
        } catch (BlogException.Invalid e) {
            throw new BlogException.Invalid(
                    TRANSLATION_OF, "Give the address of a post or page of this blog, such as /a-post");
        }
    }
}
