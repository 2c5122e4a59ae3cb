package dev.waxwing.application.tag;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.Newsroom;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.redirect.AddRedirect;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.fixture.Fixtures;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagEvent;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepTagsTest {
    private final Newsroom room = new Newsroom();

    private Tag.State state(TagId tag) {
        return room.blog.tags().get(tag).state();
    }

    @Nested
    class Finding_or_creating {

        @Test
        void creates_what_is_missing_and_finds_what_is_there() {
            List<TagId> first = room.tags("Java", "Free software");
            List<TagId> second = room.tags("Free software", "Linux", "Java");

            assertThat(second).hasSize(3);
            assertThat(second.get(0)).isEqualTo(first.get(1));
            assertThat(second.get(2)).isEqualTo(first.get(0));
            assertThat(state(first.get(1)).slug()).isEqualTo(new Slug("free-software"));
            assertThat(state(first.get(1)).name()).isEqualTo(new TagName("Free software"));
            assertThat(room.events())
                    .hasSize(3)
                    .first()
                    .isEqualTo(new TagEvent.Created(first.get(0), new Slug("java"), NOON));
        }

        @Test
        void takes_words_of_one_slug_for_one_tag() {
            assertThat(room.tags("Community", "community", "COMMUNITY!")).hasSize(1);
            assertThat(room.tags()).isEmpty();
        }

        @Test
        void knows_words_without_letters_by_their_name() {
            List<TagId> first = room.tags("🦜", "🐧", "🦜");

            assertThat(first).hasSize(2);
            assertThat(state(first.get(0)).slug()).isEqualTo(new Slug("tag"));
            assertThat(state(first.get(1)).slug()).isEqualTo(new Slug("tag-2"));
            assertThat(room.tags("🐧", "🦜")).containsExactly(first.get(1), first.get(0));
            move(first.get(0), "parrot");
            assertThat(room.tags("🦜")).containsExactly(first.get(0));
        }

        @Test
        void finds_a_tag_under_the_address_it_once_had() {
            TagId java = room.tag("Java");
            move(java, "jvm");

            assertThat(room.tags("Java", "JVM")).containsExactly(java);
        }

        @Test
        void finds_the_tag_into_which_the_word_was_merged() {
            TagId into = room.tag("JavaScript");
            merge(room.tag("js"), into);

            assertThat(room.tags("JS")).containsExactly(into);
        }

        @Test
        void takes_an_address_over_that_leads_to_no_tag() {
            room.redirects
                    .add()
                    .handle(new AddRedirect.Command(room.editor, new SitePath("/tags/java"), new Target.Gone()));

            TagId java = room.tag("Java");

            assertThat(state(java).slug()).isEqualTo(new Slug("java"));
            assertThat(room.blog.redirects().find(new SitePath("/tags/java"))).isEmpty();
        }
    }

    @Nested
    class Creating {

        @Test
        void makes_a_tag_that_no_post_is_under() {
            TagId tag = create("Free software", "What anybody may change");

            assertThat(room.tags.queries().find(new Slug("free-software"))).hasValueSatisfying(view -> {
                assertThat(view.id()).isEqualTo(tag);
                assertThat(view.name()).isEqualTo(new TagName("Free software"));
                assertThat(view.description()).isEqualTo("What anybody may change");
                assertThat(view.posts()).isZero();
            });
            assertThat(room.tags("free software")).containsExactly(tag);
        }

        @Test
        void is_refused_where_a_tag_is_found_by_the_words() {
            move(room.tag("Java"), "jvm");
            merge(room.tag("js"), room.tag("JavaScript"));
            room.tag("🦜");

            for (String words : List.of("Java", "jvm", "JS", "javascript", "🦜")) {
                room.assertRefused(BlogException.Conflict.class, () -> create(words, ""));
            }
            create("🐧", "");
            assertThat(room.tags.queries().find(new Slug("tag-2"))).isPresent();
        }

        @Test
        void leaves_nothing_if_the_description_is_refused() {
            room.assertRefused(BlogException.Invalid.class, () -> create("Java", "x".repeat(1_001)));

            assertThat(room.tags.queries().all()).isEmpty();
        }

        private TagId create(String name, String description) {
            return room.tags.create().handle(new CreateTag.Command(room.editor, new TagName(name), description));
        }
    }

    @Nested
    class Renaming_and_describing {

        @Test
        void changes_what_readers_see_and_not_the_address() {
            TagId tag = room.tag("Java");

            room.tags.rename().handle(new RenameTag.Command(room.editor, tag, new TagName("The JVM")));
            room.tags.describe().handle(new DescribeTag.Command(room.editor, tag, "All about it"));

            assertThat(room.tags.queries().find(new Slug("java")))
                    .contains(new TagView(tag, new TagName("The JVM"), new Slug("java"), "All about it", 0, 3));
        }

        @Test
        void what_does_not_exist_is_not_found() {
            TagId unknown = Fixtures.aTag("Unknown").id();
            TagId java = room.tag("Java");

            room.assertRefused(
                    BlogException.NotFound.class,
                    () -> room.tags.rename().handle(new RenameTag.Command(room.editor, unknown, new TagName("x"))));
            room.assertRefused(
                    BlogException.NotFound.class,
                    () -> room.tags.describe().handle(new DescribeTag.Command(room.editor, unknown, "x")));
            room.assertRefused(BlogException.NotFound.class, () -> move(unknown, "x"));
            room.assertRefused(BlogException.NotFound.class, () -> merge(unknown, java));
        }
    }

    @Nested
    class Moving {

        @Test
        void leaves_a_redirect() {
            TagId tag = room.tag("Java");

            move(tag, "jvm");

            assertThat(room.tags.queries().find(new Slug("jvm"))).isPresent();
            assertThat(room.follow("/tags/java")).isEqualTo(to("/tags/jvm"));
        }

        @Test
        void back_turns_the_redirect_round() {
            TagId tag = room.tag("Java");
            move(tag, "jvm");

            move(tag, "java");

            assertThat(room.follow("/tags/java")).isEmpty();
            assertThat(room.follow("/tags/jvm")).isEqualTo(to("/tags/java"));
        }

        @Test
        void nowhere_does_nothing() {
            TagId tag = room.tag("Java");
            long head = room.blog.head();

            move(tag, "java");

            assertThat(room.blog.head()).isEqualTo(head);
        }

        @Test
        void to_the_address_of_another_tag_is_refused() {
            TagId tag = room.tag("Java");
            room.tag("Linux");

            room.assertRefused(BlogException.Conflict.class, () -> move(tag, "linux"));
        }

        @Test
        void to_the_former_address_of_another_tag_is_refused() {
            move(room.tag("Java"), "jvm");
            TagId linux = room.tag("Linux");

            room.assertRefused(BlogException.Conflict.class, () -> move(linux, "java"));
        }
    }

    @Nested
    class Merging {

        @Test
        void keeps_the_order_of_tags_and_names_none_twice() {
            List<TagId> tags = room.tags("A", "JS", "B", "JavaScript", "C");
            TagId js = tags.get(1);
            TagId javaScript = tags.get(3);
            PostId both = room.draft("Both");
            PostId one = room.published("One");
            PostId none = room.draft("None");
            room.tag(both, tags.toArray(TagId[]::new));
            room.tag(one, tags.get(0), js, tags.get(2));
            room.tag(none, tags.get(0));

            merge(js, javaScript);

            assertThat(room.state(both).tags()).containsExactly(tags.get(0), javaScript, tags.get(2), tags.get(4));
            assertThat(room.state(one).tags()).containsExactly(tags.get(0), javaScript, tags.get(2));
            assertThat(room.state(none).tags()).containsExactly(tags.get(0));
            assertThat(room.tags.queries().find(new Slug("javascript")).map(TagView::posts))
                    .contains(1L);
            assertThat(room.posts.queries().summaries(List.of(one)))
                    .singleElement()
                    .satisfies(summary -> assertThat(summary.tags())
                            .extracting(PostSummary.Label::name)
                            .containsExactly("A", "JavaScript", "B"));
        }

        @Test
        void gives_the_tag_up_and_lets_its_address_lead_to_the_other() {
            TagId js = room.tag("JS");
            TagId javaScript = room.tag("JavaScript");

            merge(js, javaScript);

            assertThat(room.blog.tags().find(js)).isEmpty();
            assertThat(room.follow("/tags/js")).isEqualTo(to("/tags/javascript"));
            assertThat(room.events()).contains(new TagEvent.Merged(js, new Slug("js"), javaScript, NOON));
        }

        @Test
        void lets_every_former_address_lead_to_the_other() {
            TagId js = room.tag("JS");
            TagId javaScript = room.tag("JavaScript");
            move(js, "ecma");
            move(js, "ecmascript");

            merge(js, javaScript);

            for (String former : List.of("/tags/js", "/tags/ecma", "/tags/ecmascript")) {
                assertThat(room.follow(former)).as(former).isEqualTo(to("/tags/javascript"));
            }
        }

        @Test
        void again_and_again_leads_to_the_last() {
            TagId a = room.tag("A");
            TagId b = room.tag("B");
            TagId c = room.tag("C");

            merge(a, b);
            merge(b, c);

            assertThat(room.follow("/tags/a")).isEqualTo(to("/tags/c"));
            move(c, "a");
            assertThat(room.follow("/tags/a")).isEmpty();
            assertThat(room.follow("/tags/b")).isEqualTo(to("/tags/a"));
        }

        @Test
        void takes_any_number_of_posts_along() {
            TagId from = room.tag("From");
            TagId into = room.tag("Into");
            List<PostId> posts = IntStream.range(0, 450)
                    .mapToObj(n -> room.draft("Post " + n))
                    .toList();
            posts.forEach(post -> room.tag(post, from));

            merge(from, into);

            assertThat(posts)
                    .allSatisfy(post -> assertThat(room.state(post).tags()).containsExactly(into));
        }

        @Test
        void into_itself_is_refused() {
            TagId tag = room.tag("Java");

            room.assertRefused(BlogException.Conflict.class, () -> merge(tag, tag));
            assertThat(room.blog.tags().find(tag)).isPresent();
        }

        @Test
        void into_what_does_not_exist_is_refused() {
            TagId tag = room.tag("Java");

            room.assertRefused(
                    BlogException.NotFound.class,
                    () -> merge(tag, Fixtures.aTag("Unknown").id()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CONTRIBUTOR", "AUTHOR"})
    void only_editors_keep_tags(Role role) {
        Actor actor = Actor.of(room.ada, role);
        TagId tag = room.tag("Java");
        TagId other = room.tag("Linux");

        List.<Runnable>of(
                        () -> room.tags.create().handle(new CreateTag.Command(actor, new TagName("x"), "")),
                        () -> room.tags.rename().handle(new RenameTag.Command(actor, tag, new TagName("x"))),
                        () -> room.tags.describe().handle(new DescribeTag.Command(actor, tag, "x")),
                        () -> room.tags.move().handle(new MoveTag.Command(actor, tag, new Slug("x"))),
                        () -> room.tags.merge().handle(new MergeTags.Command(actor, tag, other)))
                .forEach(act -> room.assertRefused(BlogException.Forbidden.class, act));
    }

    private void move(TagId tag, String slug) {
        room.tags.move().handle(new MoveTag.Command(room.editor, tag, new Slug(slug)));
    }

    private void merge(TagId from, TagId into) {
        room.tags.merge().handle(new MergeTags.Command(room.editor, from, into));
    }

    private static Optional<Destination> to(String location) {
        return Optional.of(new Destination.Moved(location));
    }
}
