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

    /** To what it was done, in the words of people where there are any. */
    public static String subject(AuditEntry entry) {
        return entry.name().isEmpty() ? entry.subject() : entry.name();
    }

    /** Where the subject is kept; nothing if it has no page of its own. */
    public static @Nullable String page(AuditEntry entry) {
        if (entry.name().isEmpty()) {
            return null;
        }
        return switch (entry.act().substring(0, entry.act().indexOf('.'))) {
            case "Post" -> "/admin/posts/" + entry.subject();
            case "Account" -> "/admin/accounts/" + entry.subject();
            default -> null;
        };
    }

    /** Such as {@code post published}, for {@code Post.Published}. */
    public static String words(String act) {
        return act.replaceAll("(?<=[a-z])(?=[A-Z])|\\.", " ").toLowerCase(Locale.ROOT);
    }
}
