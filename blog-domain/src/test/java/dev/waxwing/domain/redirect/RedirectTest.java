package dev.waxwing.domain.redirect;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aPostId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.redirect.Redirect.Reason;
import dev.waxwing.domain.shared.BlogException;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedirectTest {
    private static final SitePath OLD = new SitePath("/old");
    private static final Target TO_ADA = new Target.ToAuthor(ADA);
    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void a_redirect_leads_from_an_address_to_its_target() {
        Redirect redirect = Redirect.add(OLD, TO_ADA, Reason.IMPORTED, NOON);

        assertThat(redirect.state()).isEqualTo(new Redirect.State(OLD, TO_ADA, Reason.IMPORTED, NOON, 0));
        assertThat(redirect.from()).isEqualTo(OLD);
        assertThat(redirect.drainEvents()).containsExactly(new RedirectEvent.Added(OLD, NOON));
    }

    @Test
    void it_can_be_led_elsewhere() {
        Redirect redirect = Redirect.restore(new Redirect.State(OLD, TO_ADA, Reason.MOVED, NOON, 3));

        redirect.leadTo(new Target.Gone(), Reason.WRITTEN, LATER);

        assertThat(redirect.state()).isEqualTo(new Redirect.State(OLD, new Target.Gone(), Reason.WRITTEN, LATER, 3));
        assertThat(redirect.drainEvents()).containsExactly(new RedirectEvent.Retargeted(OLD, LATER));
    }

    @Test
    void leading_it_where_it_leads_already_changes_nothing() {
        Redirect redirect = Redirect.restore(new Redirect.State(OLD, TO_ADA, Reason.MOVED, NOON, 3));

        redirect.leadTo(TO_ADA, Reason.WRITTEN, LATER);

        assertThat(redirect.state()).isEqualTo(new Redirect.State(OLD, TO_ADA, Reason.MOVED, NOON, 3));
        assertThat(redirect.drainEvents()).isEmpty();
    }

    @Test
    void giving_it_up_is_an_event() {
        Redirect redirect = Redirect.restore(new Redirect.State(OLD, TO_ADA, Reason.MOVED, NOON, 3));

        redirect.remove(LATER);

        assertThat(redirect.drainEvents()).containsExactly(new RedirectEvent.Removed(OLD, LATER));
    }

    @Test
    void it_never_leads_to_itself() {
        Target itself = new Target.ToPath(new SitePath("/old/"));
        Redirect redirect = Redirect.add(OLD, TO_ADA, Reason.WRITTEN, NOON);

        assertThatThrownBy(() -> Redirect.add(OLD, itself, Reason.WRITTEN, NOON))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("target"))
                .hasMessage("'/old' would lead to itself");
        assertThatThrownBy(() -> redirect.leadTo(itself, Reason.WRITTEN, LATER))
                .isInstanceOf(BlogException.Invalid.class);
        assertThat(redirect.state().target()).isEqualTo(TO_ADA);
    }

    @Test
    void it_may_lead_to_another_path() {
        Target other = new Target.ToPath(new SitePath("/new"));

        assertThat(Redirect.add(OLD, other, Reason.WRITTEN, NOON).state().target())
                .isEqualTo(other);
    }

    @Test
    void the_front_page_never_leads_elsewhere() {
        assertThatThrownBy(() -> Redirect.add(new SitePath("/"), new Target.ToPost(aPostId()), Reason.WRITTEN, NOON))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("path"))
                .hasMessage("The front page cannot lead elsewhere");
    }
}
