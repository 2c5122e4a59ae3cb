package dev.waxwing.application.site;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aSite;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.contract.MediaStoreContract;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.library.UploadMedia;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.fixture.Fixtures;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Logo;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.site.Site;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepSettingsTest {
    private static final Actor ADMINISTRATOR = Actor.of(ADA, Role.ADMINISTRATOR);

    private final InMemoryBlog blog = new InMemoryBlog();
    private final SettableClock clock = new SettableClock(NOON);
    private Site configured = aSite("A blog");
    private final SiteUseCases site = blog.siteUseCases(() -> configured, clock);
    private final SiteSettings current = new CurrentSite(() -> configured, blog.settings());

    @Test
    void a_new_blog_has_the_settings_it_is_configured_with() {
        assertThat(current.current()).isEqualTo(aSite("A blog"));
        assertThat(site.read().handle(ADMINISTRATOR)).isEqualTo(new SettingsView(configured.settings(), 0));

        configured = aSite("Configured anew");
        assertThat(current.current().title()).isEqualTo("Configured anew");
    }

    @Test
    void what_is_saved_holds_from_then_on_whatever_is_configured() {
        change(0, configured.settings().named("Saved", "Once"));
        configured = new Site(aSite("Configured anew").settings(), new WebAddress("https://moved.example"));

        assertThat(current.current())
                .returns("Saved", Site::title)
                .returns("Once", Site::tagline)
                .returns("https://moved.example/feed.atom", moved -> moved.absolute("/feed.atom"));
        assertThat(site.read().handle(ADMINISTRATOR).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = Mode.EXCLUDE, names = "ADMINISTRATOR")
    void only_administrators_see_and_change_them(Role role) {
        Actor actor = Actor.of(ADA, role);
        ChangeSettings.Command command =
                new ChangeSettings.Command(actor, 0, configured.settings().listing(3));

        assertThatThrownBy(() -> site.read().handle(actor)).isInstanceOf(BlogException.Forbidden.class);
        assertThatThrownBy(() -> site.change().handle(command)).isInstanceOf(BlogException.Forbidden.class);
        assertThat(blog.head()).isZero();
    }

    @Test
    void settings_over_those_that_were_not_seen_are_refused() {
        change(0, configured.settings().named("First", ""));

        assertThatThrownBy(() -> change(0, configured.settings().named("Second", "")))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessage("Somebody else has saved the settings meanwhile");
        assertThat(current.current().title()).isEqualTo("First");
    }

    @Test
    void a_logo_has_to_be_in_the_library() throws IOException {
        blog.authors().save(ada());
        MediaAddress unknown = new MediaAddress("/media/" + "0".repeat(32) + "-400x200.png");
        MediaAddress known = blog.mediaUseCases(clock)
                .upload()
                .handle(new UploadMedia.Command(
                        ADMINISTRATOR, "logo.png", "", new ByteArrayInputStream(MediaStoreContract.png(400, 100))));

        assertThatThrownBy(() -> change(0, withLogo(unknown)))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("logo"));
        change(0, withLogo(known));
        assertThat(current.current().settings().logo()).isEqualTo(new Logo(known, "A wing"));
    }

    private Settings withLogo(MediaAddress picture) {
        return Fixtures.withLogo(configured.settings(), new Logo(picture, "A wing"));
    }

    private void change(long version, Settings settings) {
        site.change().handle(new ChangeSettings.Command(ADMINISTRATOR, version, settings));
    }
}
