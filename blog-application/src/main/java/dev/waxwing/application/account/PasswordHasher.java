package dev.waxwing.application.account;

import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.shared.BlogException;
import java.util.Optional;

/** Port: makes of passwords what is kept of them. Slow by design, so it is never to be asked within a unit of work. */
public interface PasswordHasher {

    /** @throws BlogException.Unavailable if too many ask at once */
    PasswordHash hash(Password password);

    /**
     * Whether this is the password. With nothing to compare it to, the answer is no and takes as long.
     *
     * @param typed as somebody wrote it, which may be anything
     * @throws BlogException.Unavailable if too many ask at once
     */
    boolean matches(String typed, Optional<PasswordHash> kept);

    /** Whether it was made with less effort than one is made with now, so that its password is easier to find out. */
    boolean isWeak(PasswordHash kept);
}
