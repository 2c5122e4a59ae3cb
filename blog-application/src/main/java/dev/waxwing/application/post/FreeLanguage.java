package dev.waxwing.application.post;

import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.LanguageTag;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Keeps one post of each language among those that say the same. Used inside a unit of work. */
public final class FreeLanguage {
    private final PostRepository posts;
    private final DeskQueries desk;
    private final IdGenerator ids;

    @Inject
    public FreeLanguage(PostRepository posts, DeskQueries desk, IdGenerator ids) {
        this.posts = posts;
        this.desk = desk;
        this.ids = ids;
    }

    /** Who has a language among translations, in words, if another post has. What the actor may not know of is not named. */
    Optional<String> holder(Actor actor, Post post, TranslationGroup translations, LanguageTag language) {
        return other(post, translations, language)
                .map(other -> "%s is the translation in '%s' already".formatted(named(other, actor), language));
    }

    private static String named(LinkedPost other, Actor actor) {
        if (!Rights.mayKnow(actor, other.status(), other.authors())) {
            return "A post of somebody else, which an editor can unlink,";
        }
        return "/" + other.slug() + (other.status() == Post.Status.TRASHED ? ", which is in the trash," : "");
    }

    /**
     * Before readers are to see a post no more: takes it from among its translations if what was written last, which becomes
     * its text, is in the language of one of them. Nobody has to settle that first to take words out of sight.
     */
    void makeWay(Post post, Instant now) {
        if (post.state().pending() == null) {
            return;
        }
        posts.awaitTurn();
        TranslationGroup translations = post.state().group();
        LanguageTag language = post.state().newest().content().language();
        if (other(post, translations, language).isPresent()) {
            post.link(new TranslationGroup(ids.next()), now);
        }
    }

    private Optional<LinkedPost> other(Post post, TranslationGroup translations, LanguageTag language) {
        return desk.translations(translations).stream()
                .filter(other ->
                        other.language().equals(language) && !other.id().equals(post.id()))
                .findFirst();
    }
}
