package dev.waxwing.application.fake;

import dev.waxwing.application.token.ApiTokenQueries;
import dev.waxwing.application.token.ApiTokenRepository;
import dev.waxwing.application.token.ApiTokenView;
import dev.waxwing.application.token.CreationStore;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.token.ApiToken;
import dev.waxwing.domain.token.ApiTokenEvent;
import dev.waxwing.domain.token.ApiTokenId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Personal tokens, and what programs have created, in memory. */
public final class InMemoryApiTokens implements ApiTokenRepository, ApiTokenQueries, CreationStore {
    private final InMemoryBlog blog;

    InMemoryApiTokens(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public Optional<ApiToken> find(ApiTokenId id) {
        return blog.read(stored -> Optional.ofNullable(stored.apiTokens.get(id)).map(ApiToken::restore));
    }

    @Override
    public Optional<ApiToken> findByHash(String hash) {
        return blog.read(stored -> stored.apiTokens.values().stream()
                .filter(token -> token.hash().equals(hash))
                .findFirst()
                .map(ApiToken::restore));
    }

    @Override
    public void save(ApiToken token) {
        blog.write(stored -> {
            ApiToken.State state = token.state();
            ApiToken.State present = stored.apiTokens.get(state.id());
            InMemoryBlog.requireVersion(present == null ? 0 : present.version(), state.version(), "token");
            List<ApiTokenEvent> events = token.drainEvents();
            long version = InMemoryBlog.versionAfter(state.version(), events);
            stored.apiTokens.put(state.id(), with(state, state.lastUsed(), version));
            blog.append(events);
        });
    }

    @Override
    public void used(ApiTokenId id, Instant at) {
        blog.write(stored -> stored.apiTokens.computeIfPresent(id, (key, state) -> with(state, at, state.version())));
    }

    @Override
    public int forgetEnded(Instant before, int limit) {
        return blog.changed(stored -> InMemoryBlog.forget(
                stored.apiTokens.values(),
                token -> token.expires().isBefore(before)
                        || (token.revoked() != null && token.revoked().isBefore(before)),
                limit));
    }

    @Override
    public List<ApiTokenView> of(AccountId owner) {
        return blog.read(stored -> stored.apiTokens.values().stream()
                .filter(token -> token.owner().equals(owner) && token.revoked() == null)
                .sorted(Comparator.comparing(ApiToken.State::issued)
                        .thenComparing(token -> token.id().value())
                        .reversed())
                .map(token -> new ApiTokenView(
                        token.id(),
                        token.name(),
                        token.scopes().stream().sorted().toList(),
                        token.issued(),
                        token.expires(),
                        token.lastUsed()))
                .toList());
    }

    @Override
    public Optional<Creation> find(AccountId owner, String keyHash) {
        return blog.read(stored -> Optional.ofNullable(stored.creations.get(owner + " " + keyHash)));
    }

    @Override
    public void remember(Creation creation) {
        blog.write(stored -> {
            if (stored.creations.putIfAbsent(creation.owner() + " " + creation.keyHash(), creation) != null) {
                throw new BlogException.Conflict("The key was used meanwhile");
            }
        });
    }

    @Override
    public int forgetBefore(Instant at, int limit) {
        return blog.changed(stored -> InMemoryBlog.forget(
                stored.creations.values(), creation -> creation.at().isBefore(at), limit));
    }

    private static ApiToken.State with(ApiToken.State state, @Nullable Instant lastUsed, long version) {
        return new ApiToken.State(
                state.id(),
                state.owner(),
                state.name(),
                state.hash(),
                state.scopes(),
                state.issued(),
                state.expires(),
                lastUsed,
                state.revoked(),
                version);
    }
}
