package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.account.Role;
import io.javalin.security.RouteRole;
import java.util.Optional;

/** Who may knock on a route at all. Whether the request is granted is the use case's decision. */
public enum Access implements RouteRole {
    ANYONE,
    /** Whoever is signed in, also while they owe the codes that the blog asks them for. */
    NEWCOMER,
    /** Whoever is signed in and owes nothing. */
    CONTRIBUTOR,
    /** Whoever is signed in, at least as an author; so it goes on. */
    AUTHOR,
    EDITOR,
    ADMINISTRATOR,
    /** Programs, which present a token of their own with each request and have no session. */
    PROGRAM;

    /** The least role of those who may knock, if they have to be signed in. */
    public Optional<Role> leastRole() {
        return switch (this) {
            case ANYONE, PROGRAM -> Optional.empty();
            case NEWCOMER, CONTRIBUTOR -> Optional.of(Role.CONTRIBUTOR);
            case AUTHOR -> Optional.of(Role.AUTHOR);
            case EDITOR -> Optional.of(Role.EDITOR);
            case ADMINISTRATOR -> Optional.of(Role.ADMINISTRATOR);
        };
    }
}
