package dev.waxwing.application.fake;

import dev.waxwing.application.account.LinkStore;
import dev.waxwing.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** The links of accounts in memory. */
public final class InMemoryLinks implements LinkStore {
    private final InMemoryBlog blog;

    InMemoryLinks(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public void keep(Link link) {
        blog.write(stored -> stored.links.put(link.tokenHash(), link));
    }

    @Override
    public Optional<Link> find(String tokenHash) {
        return blog.read(stored -> Optional.ofNullable(stored.links.get(tokenHash)));
    }

    @Override
    public void revoke(AccountId account) {
        blog.write(
                stored -> stored.links.values().removeIf(link -> link.account().equals(account)));
    }

    @Override
    public int forgetEnded(Instant before, int limit) {
        return blog.changed(stored ->
                InMemoryBlog.forget(stored.links.values(), link -> link.endsAt().isBefore(before), limit));
    }
}
