package dev.waxwing.domain.account;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.shared.BlogException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ada asks; Bob is somebody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActorTest {
    private static final List<AuthorId> OWN = List.of(ADA);
    private static final List<AuthorId> SHARED = List.of(BOB, ADA);
    private static final List<AuthorId> OTHERS = List.of(BOB);

    private static final Map<String, Consumer<Actor>> ACTS = Map.ofEntries(
            Map.entry("edit her own post", actor -> actor.requireMayEdit(OWN)),
            Map.entry("edit a shared post", actor -> actor.requireMayEdit(SHARED)),
            Map.entry("edit another's post", actor -> actor.requireMayEdit(OTHERS)),
            Map.entry("publish her own post", actor -> actor.requireMayPublish(OWN)),
            Map.entry("publish a shared post", actor -> actor.requireMayPublish(SHARED)),
            Map.entry("publish another's post", actor -> actor.requireMayPublish(OTHERS)),
            Map.entry("sign for herself", actor -> actor.requireMaySign(OWN)),
            Map.entry("sign for both", actor -> actor.requireMaySign(SHARED)),
            Map.entry("sign for another", actor -> actor.requireMaySign(OTHERS)),
            Map.entry("keep tags", Actor::requireMayCurate),
            Map.entry("change her profile", actor -> actor.requireMayChangeProfile(ADA)),
            Map.entry("change another's profile", actor -> actor.requireMayChangeProfile(BOB)),
            Map.entry("describe her own file", actor -> actor.requireMayDescribe(Optional.of(ADA))),
            Map.entry("describe another's file", actor -> actor.requireMayDescribe(Optional.of(BOB))),
            Map.entry("run the blog", Actor::requireMayAdminister));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # act                     | contributor | author | editor | administrator
            edit her own post         | yes         | yes    | yes    | yes
            edit a shared post        | yes         | yes    | yes    | yes
            edit another's post       | no          | no     | yes    | yes
            publish her own post      | no          | yes    | yes    | yes
            publish a shared post     | no          | yes    | yes    | yes
            publish another's post    | no          | no     | yes    | yes
            sign for herself          | yes         | yes    | yes    | yes
            sign for both             | no          | no     | yes    | yes
            sign for another          | no          | no     | yes    | yes
            keep tags                 | no          | no     | yes    | yes
            change her profile        | yes         | yes    | yes    | yes
            change another's profile  | no          | no     | yes    | yes
            describe her own file     | yes         | yes    | yes    | yes
            describe another's file   | no          | no     | yes    | yes
            run the blog              | no          | no     | no     | yes
            """)
    void each_role_may_what_this_table_says(
            String act, String contributor, String author, String editor, String administrator) {
        Map<Role, String> table = Map.of(
                Role.CONTRIBUTOR, contributor,
                Role.AUTHOR, author,
                Role.EDITOR, editor,
                Role.ADMINISTRATOR, administrator);

        table.forEach((role, answer) -> assertThat(may(Actor.of(ADA, role), act))
                .as("%s: %s", role, act)
                .isEqualTo(answer));
    }

    @Test
    void every_act_stands_in_the_table_for_the_operator_too() {
        assertThat(ACTS.keySet())
                .allSatisfy(act -> assertThat(may(Actor.operator(), act)).isEqualTo("yes"));
    }

    @Test
    void the_operator_is_an_administrator_without_a_name() {
        assertThat(Actor.operator().author()).isEmpty();
        assertThat(Actor.operator().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(Actor.of(ADA, Role.AUTHOR).author()).contains(ADA);
    }

    @Test
    void a_refusal_says_what_may_not_be_done() {
        Actor contributor = Actor.of(ADA, Role.CONTRIBUTOR);

        assertRefused(
                () -> contributor.requireMayEdit(OTHERS), "As contributor you may not edit a post of somebody else");
        assertRefused(
                () -> contributor.requireMayPublish(OWN),
                "As contributor you may not publish; ask an editor to publish it");
        assertRefused(
                () -> contributor.requireMaySign(SHARED),
                "As contributor you may not put somebody else's name under a post");
        assertRefused(contributor::requireMayCurate, "As contributor you may not change authors, tags or redirects");
        assertRefused(
                () -> contributor.requireMayChangeProfile(BOB),
                "As contributor you may not change the profile of somebody else");
        assertRefused(contributor::requireMayAdminister, "As contributor you may not do this; only administrators may");
    }

    @Test
    void each_role_may_what_the_ones_before_it_may() {
        assertThat(Role.EDITOR.isAtLeast(Role.EDITOR)).isTrue();
        assertThat(Role.EDITOR.isAtLeast(Role.AUTHOR)).isTrue();
        assertThat(Role.EDITOR.isAtLeast(Role.ADMINISTRATOR)).isFalse();
    }

    private static String may(Actor actor, String act) {
        try {
            ACTS.get(act).accept(actor);
            return "yes";
        } catch (BlogException.Forbidden refused) {
            return "no";
        }
    }

    private static void assertRefused(Runnable act, String message) {
        assertThatThrownBy(act::run).isInstanceOf(BlogException.Forbidden.class).hasMessage(message);
    }

    @Test
    void only_editors_edit_what_everybody_writes() {
        assertThat(Actor.of(ADA, Role.EDITOR).editsEveryones()).isTrue();
        assertThat(Actor.of(ADA, Role.AUTHOR).editsEveryones()).isFalse();
    }

    @Test
    void only_whoever_is_signed_in_has_an_account_of_their_own() {
        AccountId own = new AccountId(new UUID(0x7000, 1));
        Actor signedIn = new Actor(Optional.of(ADA), Role.EDITOR, Optional.of(own));

        assertThat(signedIn.requireOwnAccount()).isEqualTo(own);
        assertThatThrownBy(() -> Actor.operator().requireOwnAccount()).isInstanceOf(BlogException.Forbidden.class);
    }
}
