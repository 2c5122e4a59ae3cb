package dev.waxwing.adapter.jdbi.redirect;

import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.TagId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How redirects are found in their table, and where they lead. */
final class Targets {

    /** The columns {@code target_kind} and {@code target}. */
    record Columns(String kind, @Nullable String text) {
        static Columns of(Target target) {
            if (target instanceof Target.ToPost to) {
                return new Columns("POST", to.post().toString());
            }
            if (target instanceof Target.ToTag to) {
                return new Columns("TAG", to.tag().toString());
            }
            if (target instanceof Target.ToAuthor to) {
                return new Columns("AUTHOR", to.author().toString());
            }
            if (target instanceof Target.ToPath to) {
                return new Columns("PATH", to.path().value());
            }
            if (target instanceof Target.ToAddress to) {
                return new Columns("ADDRESS", to.address().value());
            }
            return new Columns("GONE", null);
        }
    }

    private Targets() {}

    static Target read(String kind, @Nullable String text) {
        String target = text == null ? "" : text;
        return switch (kind) {
            case "POST" -> new Target.ToPost(new PostId(UUID.fromString(target)));
            case "TAG" -> new Target.ToTag(new TagId(UUID.fromString(target)));
            case "AUTHOR" -> new Target.ToAuthor(new AuthorId(UUID.fromString(target)));
            case "PATH" -> new Target.ToPath(new SitePath(target));
            case "ADDRESS" -> new Target.ToAddress(new WebAddress(target));
            default -> new Target.Gone();
        };
    }

    /** The key of an address, which can be too long for an index of PostgreSQL. */
    static String hash(SitePath path) {
        return Sha256.of(path.value());
    }
}
