package dev.waxwing.application.fake;

import dev.waxwing.application.throttle.AllowanceStore;
import java.time.Instant;
import java.util.Optional;

/** What has been done often, in memory. */
public final class InMemoryAllowances implements AllowanceStore {
    private final InMemoryBlog blog;

    InMemoryAllowances(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public Optional<Instant> find(String subject) {
        return blog.read(stored -> Optional.ofNullable(stored.allowances.get(subject)));
    }

    @Override
    public Optional<Instant> lock(String subject) {
        return find(subject);
    }

    @Override
    public void keep(String subject, Instant usedUntil) {
        blog.write(stored -> stored.allowances.put(subject, usedUntil));
    }

    @Override
    public int forgetBefore(Instant usedUntil, int limit) {
        return blog.changed(
                stored -> InMemoryBlog.forget(stored.allowances.values(), kept -> kept.isBefore(usedUntil), limit));
    }
}
