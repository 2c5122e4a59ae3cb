package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Use case: say that a post is another one in another language, and so of all translations of that one. Translations that it
 * was linked with before are left.
 */
public final class LinkTranslation {
    private static final String TRANSLATION_OF = "translationOf";

    /** @param other the present address of the other post */
    public record Command(Actor actor, PostId post, Slug other) {}

    private final PostRepository posts;
    private final FreeLanguage languages;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public LinkTranslation(PostRepository posts, FreeLanguage languages, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.languages = languages;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Whoever may revise the post and edit the other one may link them. The other one is not changed, but it leads to the post
     * then, whose language nobody else can take.
     *
     * @throws BlogException.Invalid (field "translationOf") if there is no such post, or both are the same
     * @throws BlogException.Invalid (field "language") if the other post, or a translation of it, is in the same language
     * @throws BlogException.Forbidden if the post, or the other one, is not the actor's to change
     */
    public void handle(Command command) {
        work.run(() -> {
            posts.awaitTurn();
            Post post = posts.get(command.post());
            RevisePost.requireMayRevise(command.actor(), post);
            TranslationGroup translations = other(command).state().group();
            requireFree(command.actor(), post, translations);
            post.link(translations, clock.instant());
            posts.save(post);
        });
    }

    private Post other(Command command) {
        Post other = posts.findBySlug(command.other())
                .flatMap(posts::find)
                .filter(found -> Rights.mayKnow(
                        command.actor(), found.state().status(), found.state().authors()))
                .orElseThrow(() -> new BlogException.Invalid(
                        TRANSLATION_OF, "There is no post at /%s; give the address of one".formatted(command.other())));
        if (other.id().equals(command.post())) {
            throw new BlogException.Invalid(TRANSLATION_OF, "A post is no translation of itself; choose another one");
        }
        if (!command.actor().mayEdit(other.state().authors())) {
            throw new BlogException.Forbidden(
                    "/%s is by somebody else; ask an editor to link the two".formatted(command.other()));
        }
        return other;
    }

    private void requireFree(Actor actor, Post post, TranslationGroup translations) {
        LanguageTag language = post.state().revision().content().language();
        languages.holder(actor, post, translations, language).ifPresent(holder -> {
            throw new BlogException.Invalid("language", holder + "; choose another language, or unlink that one first");
        });
    }
}
