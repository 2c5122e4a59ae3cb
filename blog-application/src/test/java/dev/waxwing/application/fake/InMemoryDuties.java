package dev.waxwing.application.fake;

import dev.waxwing.application.upkeep.DutyRoster;
import java.time.Instant;

/** The duties of a blog in memory. */
public final class InMemoryDuties implements DutyRoster {
    private final InMemoryBlog blog;

    InMemoryDuties(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public boolean take(String duty, Instant now, Instant until) {
        return blog.changed(stored -> {
            boolean due = !now.isBefore(stored.duties.getOrDefault(duty, now));
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
}
