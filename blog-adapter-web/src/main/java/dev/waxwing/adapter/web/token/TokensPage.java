package dev.waxwing.adapter.web.token;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.token.ApiTokenView;
import dev.waxwing.domain.token.Scope;
import java.util.List;

/**
 * The tokens that somebody has given to programs.
 *
 * @param secret of the token that was just made, shown this once; else empty
 */
public record TokensPage(Desk desk, Form form, List<ApiTokenView> tokens, String secret) {

    public List<Scope> scopes() {
        return List.of(Scope.values());
    }

    /** What a scope is for, in a word or five. */
    public static String label(Scope scope) {
        return switch (scope) {
            case READ -> "Read posts, drafts and the library";
            case WRITE -> "Write posts and pages";
            case PUBLISH -> "Publish, schedule, move and archive";
            case MEDIA -> "Bring files and describe them";
        };
    }
}
