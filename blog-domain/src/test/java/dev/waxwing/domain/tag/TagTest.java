package dev.waxwing.domain.tag;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TagTest {
    private static final TagId ID = new TagId(new UUID(1, 1));
    private static final TagId OTHER = new TagId(new UUID(1, 2));
    private static final TagName NAME = new TagName("Java");
    private static final Slug SLUG = new Slug("java");

    private final Tag tag = Tag.restore(new Tag.State(ID, NAME, SLUG, "A language", 4));

    @Test
    void a_tag_begins_without_a_description() {
        Tag created = Tag.create(ID, NAME, SLUG, NOON);

        assertThat(created.state()).isEqualTo(new Tag.State(ID, NAME, SLUG, "", 0));
        assertThat(created.id()).isEqualTo(ID);
        assertThat(created.drainEvents()).containsExactly(new TagEvent.Created(ID, SLUG, NOON));
    }

    @Test
    void renaming_leaves_the_address() {
        tag.rename(new TagName("The JVM"), NOON);

        assertThat(tag.state()).isEqualTo(new Tag.State(ID, new TagName("The JVM"), SLUG, "A language", 4));
        assertThat(tag.drainEvents()).containsExactly(new TagEvent.Renamed(ID, SLUG, NOON));
    }

    @Test
    void describing_says_what_is_collected() {
        tag.describe(" Everything\r\nabout it ", NOON);

        assertThat(tag.state()).isEqualTo(new Tag.State(ID, NAME, SLUG, "Everything\nabout it", 4));
        assertThat(tag.drainEvents()).containsExactly(new TagEvent.Described(ID, SLUG, NOON));
    }

    @Test
    void a_description_has_at_most_1000_characters() {
        tag.describe("a".repeat(1_000), NOON);

        assertThatThrownBy(() -> tag.describe("a".repeat(1_001), NOON))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("description"));
        assertThat(tag.state().description()).hasSize(1_000);
    }

    @Test
    void moving_changes_the_address_alone() {
        tag.moveTo(new Slug("jvm"), NOON);

        assertThat(tag.state()).isEqualTo(new Tag.State(ID, NAME, new Slug("jvm"), "A language", 4));
        assertThat(tag.drainEvents()).containsExactly(new TagEvent.Moved(ID, SLUG, new Slug("jvm"), NOON));
    }

    @Test
    void what_is_so_already_changes_nothing() {
        tag.rename(new TagName(" Java "), NOON);
        tag.describe(" A language", NOON);
        tag.moveTo(new Slug("java"), NOON);

        assertThat(tag.drainEvents()).isEmpty();
    }

    @Test
    void a_tag_is_given_up_for_another() {
        tag.mergeInto(OTHER, NOON);

        assertThat(tag.drainEvents()).containsExactly(new TagEvent.Merged(ID, SLUG, OTHER, NOON));
    }

    @Test
    void a_tag_is_not_merged_into_itself() {
        assertThatThrownBy(() -> tag.mergeInto(ID, NOON))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessage("A tag cannot be merged into itself");
        assertThat(tag.drainEvents()).isEmpty();
    }

    @Test
    void a_name_is_a_line_of_at_most_100_characters() {
        assertThat(new TagName(" Free\n software ")).hasToString("Free software");
        assertThat(new TagName("a".repeat(100)).value()).hasSize(100);
        assertThatThrownBy(() -> new TagName("a".repeat(101)))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("tag"));
        assertThatThrownBy(() -> new TagName(" ")).isInstanceOf(BlogException.Invalid.class);
    }

    @Test
    void an_identity_is_read_from_its_text() {
        assertThat(TagId.parse(ID.toString())).isEqualTo(ID);
        assertThatThrownBy(() -> TagId.parse("java"))
                .isInstanceOf(BlogException.NotFound.class)
                .hasMessage("There is no tag java");
    }
}
