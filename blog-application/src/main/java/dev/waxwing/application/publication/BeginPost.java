package dev.waxwing.application.publication;

import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.throttle.Allowance;
import dev.waxwing.application.throttle.SpendAllowance;
import dev.waxwing.application.throttle.SpendAllowance.Charge;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.util.List;

/** Use case: begin a post, as often as an account may. A post that is refused, or that was begun before, does not count. */
public final class BeginPost {
    public record Command(DraftPost.Command draft) {}

    private final DraftPost draft;
    private final SpendAllowance allowances;
    private final UnitOfWork work;

    @Inject
    public BeginPost(DraftPost draft, SpendAllowance allowances, UnitOfWork work) {
        this.draft = draft;
        this.allowances = allowances;
        this.work = work;
    }

    /**
     * @throws BlogException.Conflict if the wished address is taken, or there is a post with the identity already
     * @throws BlogException.Forbidden if the byline names somebody else and the actor edits nobody else's posts
     * @throws BlogException.TooOften if the account of the actor has begun too many
     */
    public PostId handle(Command command) {
        return work.execute(() -> {
            command.draft().actor().account().ifPresent(this::spend);
            return draft.handle(command.draft());
        });
    }

    private void spend(AccountId account) {
        allowances.handle(
                new SpendAllowance.Command(List.of(new Charge(Allowance.POSTS_OF_AN_ACCOUNT, account.toString(), 1))));
    }
}
