package dev.waxwing.application.library;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.BOB;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aSite;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.withLogo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.change.ProjectionRunner;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.contract.MediaStoreContract;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.site.ChangeSettings;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.library.MediaEvent;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.site.Logo;
import dev.waxwing.domain.site.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepMediaTest {
    private static final Actor CONTRIBUTOR = Actor.of(ADA, Role.CONTRIBUTOR);

    private final InMemoryBlog blog = new InMemoryBlog();
    private final SettableClock clock = new SettableClock(NOON);
    private final MediaUseCases media = blog.mediaUseCases(clock);

    @BeforeEach
    void register() {
        blog.authors().save(ada());
    }

    @Test
    void whoever_writes_brings_pictures() throws IOException {
        byte[] picture = MediaStoreContract.png(640, 480);

        MediaAddress address = upload(CONTRIBUTOR, "C:\\Lake.png", "A lake", picture);

        assertThat(media.queries().find(address))
                .contains(new MediaView(
                        address,
                        "Lake.png",
                        "A lake",
                        picture.length,
                        Optional.of(new MediaView.Uploader(ADA, "Ada")),
                        NOON,
                        0,
                        1));
    }

    @Test
    void the_same_picture_again_changes_nothing() throws IOException {
        byte[] picture = MediaStoreContract.png(640, 480);
        MediaAddress first = upload(CONTRIBUTOR, "lake.png", "A lake", picture);
        clock.advance(Duration.ofDays(1));

        MediaAddress again = upload(Actor.operator(), "copy.png", "", picture);

        assertThat(again).isEqualTo(first);
        assertThat(media.queries().library("", Optional.empty(), 10))
                .singleElement()
                .returns("lake.png", MediaView::name)
                .returns(NOON, MediaView::at);
    }

    @Test
    void what_is_no_picture_never_gets_into_the_library() {
        assertThatThrownBy(() -> upload(CONTRIBUTOR, "lake.png", "", new byte[] {1, 2, 3}))
                .isInstanceOf(BlogException.Invalid.class);
        assertThat(media.queries().library("", Optional.empty(), 10)).isEmpty();
    }

    @Test
    void who_brought_a_picture_says_what_it_shows_and_so_does_an_editor() throws IOException {
        MediaAddress address = upload(CONTRIBUTOR, "lake.png", "", MediaStoreContract.png(640, 480));

        describe(CONTRIBUTOR, address, OptionalLong.of(1), "A lake");
        describe(Actor.of(BOB, Role.EDITOR), address, OptionalLong.empty(), "A red lake");

        assertThat(media.queries().find(address).map(MediaView::alt)).contains("A red lake");
    }

    @Test
    void nobody_else_does() throws IOException {
        MediaAddress address = upload(CONTRIBUTOR, "lake.png", "", MediaStoreContract.png(640, 480));

        assertThatThrownBy(() -> describe(Actor.of(BOB, Role.AUTHOR), address, OptionalLong.empty(), "A pond"))
                .isInstanceOf(BlogException.Forbidden.class);
    }

    @Test
    void a_description_over_one_that_was_not_seen_is_refused() throws IOException {
        MediaAddress address = upload(CONTRIBUTOR, "lake.png", "", MediaStoreContract.png(640, 480));
        describe(CONTRIBUTOR, address, OptionalLong.of(1), "A lake");

        assertThatThrownBy(() -> describe(CONTRIBUTOR, address, OptionalLong.of(1), "A pond"))
                .isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    void what_is_not_there_cannot_be_described() {
        assertThatThrownBy(() -> describe(
                        CONTRIBUTOR,
                        new MediaAddress("/media/" + "0".repeat(32) + ".pdf"),
                        OptionalLong.empty(),
                        "Nothing"))
                .isInstanceOf(BlogException.NotFound.class);
    }

    @Test
    void a_file_that_nothing_shows_is_removed_from_the_library_and_then_from_the_disk() throws IOException {
        byte[] picture = MediaStoreContract.png(640, 480);
        MediaAddress address = upload(CONTRIBUTOR, "lake.png", "", picture);

        remove(CONTRIBUTOR, address, OptionalLong.of(1));

        assertThat(media.queries().find(address)).isEmpty();
        assertThat(blog.media().find(address)).isPresent();
        followRemovals();
        assertThat(blog.media().find(address)).isEmpty();
        assertThat(blog.after(0, 100))
                .last()
                .returns(new MediaEvent.Removed(address, "lake.png", NOON), RecordedEvent::event);
    }

    @Test
    void a_file_that_is_brought_again_before_it_has_left_the_disk_stays() throws IOException {
        MediaAddress address = upload(CONTRIBUTOR, "lake.png", "", MediaStoreContract.png(640, 480));
        remove(CONTRIBUTOR, address, OptionalLong.empty());
        upload(CONTRIBUTOR, "lake.png", "", MediaStoreContract.png(640, 480));

        followRemovals();

        assertThat(blog.media().find(address)).isPresent();
    }

    @Test
    void a_file_that_a_post_or_an_author_shows_stays() throws IOException {
        MediaAddress shown = upload(CONTRIBUTOR, "lake.png", "", MediaStoreContract.png(640, 480));
        MediaAddress face = upload(CONTRIBUTOR, "face.png", "", MediaStoreContract.png(64, 64));
        Post post = aDraft("By the lake");
        blog.posts().save(post);
        blog.library().recordUses(post.id(), Set.of(shown));
        Author ada = blog.authors().get(ADA);
        ada.changeProfile(new Profile("Ada", "", List.of(), face), NOON);
        blog.authors().save(ada);

        assertThatThrownBy(() -> remove(CONTRIBUTOR, shown, OptionalLong.empty()))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessageContaining("By the lake");
        assertThatThrownBy(() -> remove(CONTRIBUTOR, face, OptionalLong.empty()))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessageContaining("Ada");
    }

    @Test
    void a_post_that_somebody_may_not_know_of_is_counted_and_not_named() throws IOException {
        MediaAddress shown = upload(Actor.of(BOB, Role.CONTRIBUTOR), "lake.png", "", MediaStoreContract.png(640, 480));
        Post post = aDraft("By the lake");
        blog.posts().save(post);
        blog.library().recordUses(post.id(), Set.of(shown));

        assertThat(uses(CONTRIBUTOR, shown).named()).extracting(MediaUse::title).containsExactly("By the lake");
        assertThat(uses(Actor.of(BOB, Role.EDITOR), shown).named()).hasSize(1);
        assertThat(uses(Actor.of(BOB, Role.AUTHOR), shown)).isEqualTo(new MediaUses(List.of(), 1, Optional.empty()));
        assertThatThrownBy(() -> remove(Actor.of(BOB, Role.AUTHOR), shown, OptionalLong.empty()))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessage("A post of somebody else shows the file");

        Post published = blog.posts().get(post.id());
        published.publish(NOON);
        blog.posts().save(published);
        assertThat(uses(Actor.of(BOB, Role.AUTHOR), shown).named()).hasSize(1);
    }

    @Test
    void the_logo_of_the_blog_stays() throws IOException {
        MediaAddress picture = upload(CONTRIBUTOR, "wing.png", "", MediaStoreContract.png(400, 100));
        Settings settings = aSite("Grain & Wing").settings();
        blog.siteUseCases(() -> aSite("Grain & Wing"), clock)
                .change()
                .handle(new ChangeSettings.Command(
                        Actor.operator(), 0, withLogo(settings, new Logo(picture, "A wing"))));

        assertThatThrownBy(() -> remove(CONTRIBUTOR, picture, OptionalLong.empty()))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessageContaining("logo");
    }

    @Test
    void a_picture_that_is_used_more_than_once_says_how_often() throws IOException {
        MediaAddress picture = upload(CONTRIBUTOR, "wing.png", "", MediaStoreContract.png(400, 100));
        Author ada = blog.authors().get(ADA);
        ada.changeProfile(new Profile("Ada", "", List.of(), picture), NOON);
        blog.authors().save(ada);
        Settings settings = aSite("Grain & Wing").settings();
        blog.siteUseCases(() -> aSite("Grain & Wing"), clock)
                .change()
                .handle(new ChangeSettings.Command(
                        Actor.operator(), 0, withLogo(settings, new Logo(picture, "A wing"))));

        assertThat(uses(CONTRIBUTOR, picture).elsewhere())
                .contains("the picture of Ada, and is shown in one more place");
        assertThatThrownBy(() -> remove(CONTRIBUTOR, picture, OptionalLong.empty()))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessage(
                        "The file is the picture of Ada, and is shown in one more place; choose another picture there first");
    }

    @Test
    void nobody_removes_the_file_of_somebody_else_but_editors() throws IOException {
        MediaAddress address = upload(CONTRIBUTOR, "lake.png", "", MediaStoreContract.png(640, 480));

        assertThatThrownBy(() -> remove(Actor.of(BOB, Role.AUTHOR), address, OptionalLong.empty()))
                .isInstanceOf(BlogException.Forbidden.class);
        assertThatThrownBy(() -> remove(CONTRIBUTOR, address, OptionalLong.of(7)))
                .isInstanceOf(BlogException.Conflict.class);
        remove(Actor.of(BOB, Role.EDITOR), address, OptionalLong.empty());
        assertThat(media.queries().find(address)).isEmpty();
    }

    private MediaUses uses(Actor actor, MediaAddress file) {
        return media.uses().handle(new ListMediaUses.Command(actor, file));
    }

    private void remove(Actor actor, MediaAddress file, OptionalLong version) {
        media.remove().handle(new RemoveMedia.Command(actor, file, version));
    }

    private void followRemovals() {
        new ProjectionRunner(blog, blog).catchUp(new RemovedMediaProjection(blog, blog.library(), blog.media()));
    }

    private MediaAddress upload(Actor actor, String name, String alt, byte[] content) {
        return media.upload().handle(new UploadMedia.Command(actor, name, alt, new ByteArrayInputStream(content)));
    }

    private void describe(Actor actor, MediaAddress file, OptionalLong version, String alt) {
        media.describe().handle(new DescribeMedia.Command(actor, file, version, alt));
    }
}
