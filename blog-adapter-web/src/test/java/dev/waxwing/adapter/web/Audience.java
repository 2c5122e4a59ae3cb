package dev.waxwing.adapter.web;

import dev.waxwing.domain.account.Role;
import java.util.Optional;

/** Who may come to a page: nobody in particular, or somebody with a role. */
enum Audience {
    NOBODY,
    CONTRIBUTOR,
    AUTHOR,
    EDITOR,
    ADMINISTRATOR;

    Optional<Role> role() {
        return this == NOBODY ? Optional.empty() : Optional.of(Role.valueOf(name()));
    }
}
