package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.waxwing.application.audit.AuditEntry;
import dev.waxwing.application.audit.Occasion;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every audit trail must do. */
public interface AuditContract {
    Occasion BY_ADA =
            new Occasion(Optional.of(new AccountId(new UUID(0x7000L << 48, 701))), "Ada Brook", "203.0.113.7");

    Storage storage();

    @AfterEach
    default void nobody_asks_any_more() {
        Occasion.end();
    }

    @Test
    default void what_happens_to_an_aggregate_is_recorded_with_who_and_from_where() {
        BY_ADA.begin();
        storage().authors().save(ada());
        Author found = storage().authors().get(ADA);
        found.moveTo(new Slug("countess"), NOON.plusSeconds(1));
        storage().authors().save(found);

        assertThat(storage().audits().latest(Long.MAX_VALUE, 1))
                .singleElement()
                .returns(BY_ADA, AuditEntry::occasion)
                .returns("Author.Moved", AuditEntry::act)
                .returns(ADA.toString(), AuditEntry::subject)
                .returns("Ada", AuditEntry::name)
                .returns("from=ada\nto=countess", AuditEntry::detail)
                .returns(NOON.plusSeconds(1), AuditEntry::at);
    }

    @Test
    default void a_post_is_called_by_its_title_and_a_tag_by_its_name() {
        storage().authors().save(ada());
        storage().posts().save(aPublished("Waxwings", NOON));
        storage().tags().save(aTag("Java"));

        assertThat(storage().audits().latest(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::act, AuditEntry::name)
                .contains(tuple("Post.Published", "Waxwings"), tuple("Tag.Created", "Java"));
    }

    @Test
    default void what_has_no_name_is_called_nothing() {
        storage().trail().record("Account.SignedOut", new UUID(0x7000L << 48, 999).toString(), NOON);

        assertThat(storage().audits().latest(Long.MAX_VALUE, 1))
                .extracting(AuditEntry::name)
                .containsExactly("");
    }

    @Test
    default void without_an_occasion_it_was_the_server_itself() {
        storage().trail().record("Settings.Saved", "site", NOON);

        assertThat(storage().audits().latest(Long.MAX_VALUE, 10))
                .singleElement()
                .returns(Optional.empty(), entry -> entry.occasion().account())
                .returns("the server", entry -> entry.occasion().who())
                .returns("Settings.Saved", AuditEntry::act)
                .returns("", AuditEntry::detail);
    }

    @Test
    default void an_act_that_was_undone_leaves_no_entry() {
        assertThatThrownBy(() -> storage().work().run(() -> {
                    storage().authors().save(ada());
                    storage().trail().record("Settings.Saved", "site", NOON);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(storage().audits().latest(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    default void the_trail_is_read_page_by_page_from_the_last_act() {
        for (int second = 0; second < 5; second++) {
            storage().trail().record("Settings.Saved", "number " + second, NOON.plusSeconds(second));
        }

        List<AuditEntry> first = storage().audits().latest(Long.MAX_VALUE, 2);
        List<AuditEntry> second = storage().audits().latest(first.get(1).number(), 2);

        assertThat(first).extracting(AuditEntry::subject).containsExactly("number 4", "number 3");
        assertThat(second).extracting(AuditEntry::subject).containsExactly("number 2", "number 1");
    }
}
