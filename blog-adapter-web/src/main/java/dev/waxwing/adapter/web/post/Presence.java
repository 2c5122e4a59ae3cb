package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has which post open in an editor, told from the signs that the editors give. It is kept in memory, so each of several
 * nodes knows only of its own; it warns, and nothing relies on it.
 */
public final class Presence {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Map<PostId, Map<AccountId, Sign>> posts = new ConcurrentHashMap<>();
    private final Clock clock;

    /** The last sign of somebody. */
    private record Sign(String name, Instant at) {}

    @Inject
    public Presence(Clock clock) {
        this.clock = clock;
    }

    /** Notes that somebody has a post open, and says who else has. */
    List<String> sign(PostId post, Requester who) {
        Instant now = clock.instant();
        forget(now);
        posts.computeIfAbsent(post, unknown -> new ConcurrentHashMap<>()).put(who.account(), new Sign(who.name(), now));
        return posts.getOrDefault(post, Map.of()).entrySet().stream()
                .filter(sign -> !sign.getKey().equals(who.account()))
                .map(sign -> sign.getValue().name())
                .sorted()
                .toList();
    }

    private void forget(Instant now) {
        Instant oldest = now.minus(PATIENCE);
        posts.values()
                .forEach(signs -> signs.values().removeIf(sign -> sign.at().isBefore(oldest)));
        posts.values().removeIf(Map::isEmpty);
    }
}
