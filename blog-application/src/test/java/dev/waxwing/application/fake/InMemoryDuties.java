package dev.waxwing.application.fake;

import dev.waxwing.application.upkeep.DutyRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The duties of a blog in memory. */
public final class InMemoryDuties implements DutyRoster {
    private final InMemoryBlog blog;

    InMemoryDuties(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public boolean take(String duty, Instant now, Instant until, Duration longest) {
        return blog.changed(stored -> {
            Instant at = stored.duties.getOrDefault(duty, now);
            boolean due = !now.isBefore(at) || at.isAfter(now.plus(longest));
            if (due) {
                stored.duties.put(duty, until);
            }
            return due;
        });
    }

    @Override
    public void settle(String duty, Instant due) {
        blog.write(stored -> stored.duties.put(duty, due));
    }

    @Override
    public Optional<Instant> due(String duty) {
        return blog.read(stored -> Optional.ofNullable(stored.duties.get(duty)));
    }
}
