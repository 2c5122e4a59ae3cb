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
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkTranslationTest {
    private final Newsroom room = new Newsroom();
    private final PostId english = published("Waxwing", "en");
    private final PostId german = published("Seidenschwanz", "de");
    private final PostId french = published("Jaseur", "fr");

    private PostId published(String title, String language) {
        PostId post = room.posts.draft().handle(DraftPost.Command.article(room.author, in(title, language)));
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
                .hasMessage(
                        "/waxwing is the translation in 'en' already; choose another language, or unlink that one first");
    }

    @Test
    void of_a_language_that_is_kept_for_a_post_in_the_trash_it_is_told_where_that_is() {
        link(german, english);
        room.posts.trash().handle(new TrashPost.Command(room.author, german));
        PostId again = published("Bombycilla", "de");

        assertThatThrownBy(() -> link(again, english))
                .hasMessage("/seidenschwanz, which is in the trash, is the translation in 'de' already; "
                        + "choose another language, or unlink that one first");
    }

    @Test
    void a_draft_that_the_actor_may_not_see_takes_a_language_without_being_named() {
        PostId secret = room.posts.draft().handle(DraftPost.Command.article(room.editor, in("Sidensvans", "sv")));
        room.posts.linkTranslation().handle(new LinkTranslation.Command(room.editor, secret, new Slug("waxwing")));
        PostId swedish = published("Snatterlunk", "sv");

        assertThatThrownBy(() -> link(swedish, english))
                .hasMessage("A post of somebody else, which an editor can unlink, is the translation in 'sv' already; "
                        + "choose another language, or unlink that one first");
    }

    @Test
    void nobody_links_a_post_with_one_that_they_may_not_edit_themselves() {
        PostId theirs = room.posts.draft().handle(DraftPost.Command.article(room.editor, in("Sidensvans", "sv")));
        room.posts.publish().handle(new PublishPost.Command(room.editor, theirs));

        room.assertRefused(BlogException.Forbidden.class, () -> link(english, theirs));
        assertThatThrownBy(() -> link(english, theirs))
                .hasMessage("/sidensvans is by somebody else; ask an editor to link the two");
        room.posts.linkTranslation().handle(new LinkTranslation.Command(room.editor, english, new Slug("sidensvans")));
        assertThat(translations(english)).containsExactly("Waxwing", "Sidensvans");
    }

    @Test
    void changes_in_the_language_of_a_translation_are_not_published() {
        link(german, english);
        writeOn(german, "en");

        assertThatThrownBy(() -> room.posts.publishChanges().handle(new PublishChanges.Command(room.author, german)))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("language"))
                .hasMessage("/waxwing is the translation in 'en' already; choose another language for the changes, "
                        + "discard them, or unlink one of the two");
    }

    static Stream<Named<BiConsumer<Newsroom, PostId>>> waysOutOfSight() {
        return Stream.of(
                Named.of(
                        "unpublish",
                        (room, post) -> room.posts.unpublish().handle(new UnpublishPost.Command(room.author, post))),
                Named.of(
                        "archive",
                        (room, post) -> room.posts.archive().handle(new ArchivePost.Command(room.author, post))),
                Named.of("trash", (room, post) -> room.posts.trash().handle(new TrashPost.Command(room.author, post))));
    }

    @ParameterizedTest
    @MethodSource("waysOutOfSight")
    void a_post_whose_changes_are_in_the_language_of_a_translation_leaves_it_with_its_readers(
            BiConsumer<Newsroom, PostId> takeOutOfSight) {
        link(german, english);
        link(french, english);
        writeOn(german, "en");

        takeOutOfSight.accept(room, german);

        assertThat(room.reads("seidenschwanz")).isFalse();
        assertThat(room.state(german).newest().content().language()).hasToString("en");
        assertThat(linked(german)).isEmpty();
        assertThat(linked(english)).containsExactly("Jaseur");
    }

    @ParameterizedTest
    @MethodSource("waysOutOfSight")
    void a_post_whose_changes_are_in_a_language_of_its_own_stays_among_its_translations(
            BiConsumer<Newsroom, PostId> takeOutOfSight) {
        link(german, english);
        writeOn(german, "de-AT");

        takeOutOfSight.accept(room, german);

        assertThat(linked(german)).containsExactly("Waxwing");
    }

    /** Changes that readers do not see yet. */
    private void writeOn(PostId post, String language) {
        room.posts
                .save()
                .handle(new SavePost.Command(
                        room.author, post, room.state(post).version(), in("Written on", language)));
    }

    private List<String> linked(PostId post) {
        return room.posts.open().handle(new OpenPost.Command(room.editor, post)).translations().stream()
                .map(LinkedPost::title)
                .toList();
    }

    private static Draft in(String title, String language) {
        return Draft.of(new Title(title), "Words", new LanguageTag(language));
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
        room.posts.draft().handle(DraftPost.Command.article(room.editor, in("Sidensvans", "sv")));

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
