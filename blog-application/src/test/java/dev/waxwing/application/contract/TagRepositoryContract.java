package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPage;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every storage of tags must do. */
public interface TagRepositoryContract {
    Storage storage();

    @Test
    default void a_tag_is_found_as_saved() {
        Tag tag = aTag("C++");
        tag.describe("A language.\nWith pointers.", NOON);
        storage().tags().save(tag);

        Tag.State saved = tag.state();
        assertThat(storage().tags().get(tag.id()).state())
                .isEqualTo(new Tag.State(saved.id(), saved.name(), saved.slug(), saved.description(), 1));
        assertThat(storage().tags().find(saved.slug()).map(Tag::id)).contains(tag.id());
    }

    @Test
    default void two_tags_never_share_an_address() {
        storage().tags().save(aTag("Java"));

        assertThatThrownBy(() -> storage().tags().save(aTag("java"))).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void a_stale_tag_is_refused() {
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        Tag mine = storage().tags().get(tag.id());
        Tag theirs = storage().tags().get(tag.id());
        theirs.rename(new TagName("JVM"), NOON);
        storage().tags().save(theirs);
        mine.rename(new TagName("Jakarta"), NOON);

        assertThatThrownBy(() -> storage().tags().save(mine)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void pages_of_tags_hold_each_once_in_the_order_of_slugs() {
        for (String name : List.of("Zebra", "Ape", "Newt", "Bee", "Mole")) {
            storage().tags().save(aTag(name));
        }
        TagQueries queries = storage().tagQueries();

        List<TagView> first = queries.bySlug(Optional.empty(), 2);
        List<TagView> second = queries.bySlug(Optional.of(new Slug("bee")), 2);

        assertThat(first).extracting(TagView::slug).containsExactly(new Slug("ape"), new Slug("bee"));
        assertThat(second).extracting(TagView::slug).containsExactly(new Slug("mole"), new Slug("newt"));
        assertThat(queries.bySlug(Optional.of(new Slug("owl")), 2))
                .extracting(TagView::slug)
                .containsExactly(new Slug("zebra"));
        assertThat(queries.bySlug(Optional.of(new Slug("zebra")), 2)).isEmpty();
    }

    @Test
    default void a_tag_counts_the_articles_that_readers_find_under_it() {
        Tag java = aTag("Java");
        Tag empty = aTag("Cobol");
        storage().tags().save(java);
        storage().tags().save(empty);
        storage().authors().save(ada());
        tagged(aPublished("One", NOON), java);
        Post two = tagged(aPublished("Two", NOON), java);
        tagged(aDraft("Three"), java);

        assertThat(storage().tagQueries().inUse()).extracting(TagView::posts).containsExactly(2L);
        assertThat(storage().tagQueries().find(new Slug("cobol")).map(TagView::posts))
                .contains(0L);

        Post taken = storage().posts().get(two.id());
        taken.archive(NOON);
        storage().posts().save(taken);
        assertThat(storage().tagQueries().find(new Slug("java")).map(TagView::posts))
                .contains(1L);
    }

    @Test
    default void a_tag_counts_posts_that_come_and_go() {
        Tag java = aTag("Java");
        Tag jvm = aTag("JVM");
        storage().tags().save(java);
        storage().tags().save(jvm);
        storage().authors().save(ada());
        Post post = tagged(aPublished("One", NOON), java);
        Post page = aPage("About");
        page.publish(NOON);
        tagged(page, java);
        assertThat(countOf("java")).isEqualTo(1);

        changed(post, found -> found.tag(List.of(jvm.id(), java.id()), NOON));
        assertThat(countOf("java")).isEqualTo(1);
        assertThat(countOf("jvm")).isEqualTo(1);

        changed(post, found -> found.unpublish(NOON));
        assertThat(countOf("java")).isZero();

        changed(post, found -> found.tag(List.of(jvm.id()), NOON));
        changed(post, found -> found.publish(NOON));
        assertThat(countOf("java")).isZero();
        assertThat(countOf("jvm")).isEqualTo(1);
    }

    private long countOf(String slug) {
        return storage().tagQueries().find(new Slug(slug)).orElseThrow().posts();
    }

    private void changed(Post post, Consumer<Post> change) {
        Post found = storage().posts().get(post.id());
        change.accept(found);
        storage().posts().save(found);
    }

    @Test
    default void tags_are_listed_by_name_whatever_their_case() {
        storage().authors().save(ada());
        for (String name : List.of("linux", "Java", "Zig", "ada")) {
            Tag tag = aTag(name);
            storage().tags().save(tag);
            tagged(aPublished("About " + name, NOON), tag);
        }

        assertThat(storage().tagQueries().inUse())
                .extracting(tag -> tag.name().value())
                .containsExactly("ada", "Java", "linux", "Zig");
    }

    @Test
    default void a_tag_saved_unchanged_stays_as_it_is() {
        storage().tags().save(aTag("Java"));
        Tag again = storage().tags().find(new Slug("java")).orElseThrow();
        again.rename(new TagName("Java"), NOON);

        storage().tags().save(again);

        assertThat(storage().tags().get(again.id()).state()).isEqualTo(again.state());
        assertThat(storage().changes().head()).isEqualTo(1);
    }

    @Test
    default void a_tag_with_posts_is_not_removed() {
        Tag java = aTag("Java");
        storage().tags().save(java);
        storage().authors().save(ada());
        tagged(aDraft("One"), java);

        assertThatThrownBy(() -> storage().tags().remove(java)).isInstanceOf(BlogException.Conflict.class);
        assertThat(storage().tags().find(java.id())).isPresent();
    }

    @Test
    default void a_tag_without_posts_is_removed() {
        Tag java = aTag("Java");
        storage().tags().save(java);

        storage().tags().remove(storage().tags().get(java.id()));

        assertThat(storage().tags().find(java.id())).isEmpty();
    }

    private Post tagged(Post post, Tag tag) {
        post.tag(List.of(tag.id()), NOON);
        storage().posts().save(post);
        return post;
    }
}
