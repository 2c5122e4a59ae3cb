package dev.waxwing.application.account;

import dev.waxwing.domain.account.Role;
import java.util.Optional;

/**
 * Of whom the blog demands a code of a device beside the password; whoever has none yet may do nothing but set it up.
 *
 * @param least the least role of those, if there are any
 */
public record CodesDemand(Optional<Role> least) {
    public static CodesDemand ofNobody() {
        return new CodesDemand(Optional.empty());
    }

    /** Of everybody with this role or a higher one. */
    public static CodesDemand from(Role least) {
        return new CodesDemand(Optional.of(least));
    }

    boolean isOf(Role role) {
        return least.filter(role::isAtLeast).isPresent();
    }
}
