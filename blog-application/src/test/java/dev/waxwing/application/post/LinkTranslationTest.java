package dev.waxwing.application.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.Newsroom;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkTranslationTest {
    private final Newsroom room = new Newsroom();
    private final PostId english = published("Waxwing", "en");
    private final PostId german = published("Seidenschwanz", "de");
    private final PostId french = published("Jaseur", "fr");

    private PostId published(String title, String language) {
        Draft draft = Draft.of(new Title(title), "Words", new LanguageTag(language));
        PostId post = room.posts.draft().handle(DraftPost.Command.article(room.author, draft));
        room.posts.publish().handle(new PublishPost.Command(room.author, post));
        return post;
    }

    private void link(PostId post, PostId other) {
        room.posts
                .linkTranslation()
                .handle(new LinkTranslation.Command(
                        room.author, post, room.state(other).slug()));
    }

    private void unlink(PostId post) {
        room.posts.unlinkTranslation().handle(new UnlinkTranslation.Command(room.author, post));
    }

    private List<String> translations(PostId post) {
        return room.posts.queries().translations(room.state(post).group()).stream()
                .map(Translation::title)
                .toList();
    }

    @Test
    void a_translation_of_one_post_is_a_translation_of_all_its_translations() {
        link(german, english);
        link(french, german);

        for (PostId post : List.of(english, german, french)) {
            assertThat(translations(post)).containsExactly("Seidenschwanz", "Waxwing", "Jaseur");
        }
    }

    @Test
    void a_post_that_is_linked_elsewhere_leaves_those_it_was_linked_with() {
        link(german, english);

        link(german, french);

        assertThat(translations(english)).containsExactly("Waxwing");
        assertThat(translations(french)).containsExactly("Seidenschwanz", "Jaseur");
    }

    @Test
    void even_the_one_that_others_were_linked_with_first_can_leave_them() {
        link(german, english);
        link(french, english);

        unlink(english);

        assertThat(translations(english)).containsExactly("Waxwing");
        assertThat(translations(german)).containsExactly("Seidenschwanz", "Jaseur");
    }

    @Test
    void a_post_without_translations_is_not_changed_by_leaving_them() {
        unlink(english);

        assertThat(room.state(english).wasNeverLinked()).isTrue();
    }

    @Test
    void there_is_one_translation_in_each_language() {
        PostId other = published("Bohemian waxwing", "en");
        link(german, english);

        room.assertRefused(BlogException.Invalid.class, () -> link(other, german));
        assertThatThrownBy(() -> link(other, english))
                .hasMessage("Another translation of the post is in the language 'en'");
    }

    @Test
    void a_post_is_no_translation_of_itself() {
        assertThatThrownBy(() -> link(english, english))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("translationOf"));
    }

    @Test
    void nobody_links_a_post_that_is_not_there_or_that_they_may_not_know_of() {
        Draft draft = Draft.of(new Title("Sidensvans"), "Ord", new LanguageTag("sv"));
        room.posts.draft().handle(DraftPost.Command.article(room.editor, draft));

        for (String address : List.of("nowhere", "sidensvans")) {
            assertThatThrownBy(() -> room.posts
                            .linkTranslation()
                            .handle(new LinkTranslation.Command(room.author, english, new Slug(address))))
                    .isInstanceOf(BlogException.Invalid.class)
                    .hasMessage("There is no post at /%s; give the address of one", address);
        }
        room.posts.linkTranslation().handle(new LinkTranslation.Command(room.editor, english, new Slug("sidensvans")));
        assertThat(opened(room.editor)).extracting(LinkedPost::title).containsExactly("Sidensvans");
        assertThat(opened(room.author)).isEmpty();
    }

    private List<LinkedPost> opened(Actor actor) {
        return room.posts.open().handle(new OpenPost.Command(actor, english)).translations();
    }

    @Test
    void readers_find_no_translation_that_is_not_published() {
        link(german, english);

        room.posts.unpublish().handle(new UnpublishPost.Command(room.author, german));

        assertThat(translations(english)).containsExactly("Waxwing");
    }
}
