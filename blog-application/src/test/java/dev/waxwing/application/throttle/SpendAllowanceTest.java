package dev.waxwing.application.throttle;

import static dev.waxwing.application.throttle.Allowance.WRONG_SECRETS_FROM_A_NETWORK;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.throttle.SpendAllowance.Charge;
import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpendAllowanceTest {
    private static final String HOME = "203.0.113.7";

    private final InMemoryBlog blog = new InMemoryBlog();
    private final SettableClock clock = new SettableClock(NOON);

    /** Another one each time, as after a restart. */
    private void spend(Charge... charges) {
        new SpendAllowance(blog.storage().allowances(), blog, clock)
                .handle(new SpendAllowance.Command(List.of(charges)));
    }

    private static Charge wrongSecret(String network) {
        return new Charge(WRONG_SECRETS_FROM_A_NETWORK, network, 1);
    }

    private void spendAll() {
        spend(new Charge(WRONG_SECRETS_FROM_A_NETWORK, HOME, WRONG_SECRETS_FROM_A_NETWORK.atOnce()));
    }

    @Test
    void so_much_may_be_done_at_once_and_then_once_in_a_while() {
        spendAll();

        assertThatThrownBy(() -> spend(wrongSecret(HOME)))
                .asInstanceOf(InstanceOfAssertFactories.type(BlogException.TooOften.class))
                .returns(Duration.ofMinutes(1), BlogException.TooOften::pause)
                .returns("That was too often; try again in 60 seconds", BlogException::getMessage);

        clock.advance(Duration.ofMinutes(1));
        spend(wrongSecret(HOME));
        assertThatThrownBy(() -> spend(wrongSecret(HOME))).isInstanceOf(BlogException.TooOften.class);
    }

    @Test
    void what_is_refused_does_not_count() {
        spendAll();
        for (int more = 0; more < 100; more++) {
            assertThatThrownBy(() -> spend(wrongSecret(HOME))).isInstanceOf(BlogException.TooOften.class);
        }

        clock.advance(Duration.ofMinutes(1));
        spend(wrongSecret(HOME));
    }

    @Test
    void after_a_time_all_of_it_is_there_again_and_no_more() {
        spendAll();
        clock.advance(Duration.ofDays(30));
        spendAll();

        assertThatThrownBy(() -> spend(wrongSecret(HOME))).isInstanceOf(BlogException.TooOften.class);
    }

    @Test
    void others_and_other_things_have_allowances_of_their_own() {
        spendAll();

        spend(wrongSecret("198.51.100.9"));
        spend(new Charge(Allowance.UPLOADS_FROM_A_NETWORK, HOME, 1));
    }

    @Test
    void of_several_all_are_counted_or_none() {
        Charge own = new Charge(Allowance.UPLOADS_OF_AN_ACCOUNT, "ada", Allowance.UPLOADS_OF_AN_ACCOUNT.atOnce());
        spendAll();
        assertThatThrownBy(() -> spend(own, wrongSecret(HOME))).isInstanceOf(BlogException.TooOften.class);

        spend(own);
        assertThatThrownBy(() -> spend(own)).isInstanceOf(BlogException.TooOften.class);
    }
}
