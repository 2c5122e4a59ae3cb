package dev.waxwing.adapter.web.audit;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.application.audit.AuditEntry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who did what.
 *
 * @param older where the acts before these are
 */
public record AuditPage(
        Desk desk, List<AuditEntry> entries, @Nullable String older) {

    /** Such as {@code post published}, for {@code Post.Published}. */
    public static String words(String act) {
        return act.replaceAll("(?<=[a-z])(?=[A-Z])|\\.", " ").toLowerCase(Locale.ROOT);
    }
}
