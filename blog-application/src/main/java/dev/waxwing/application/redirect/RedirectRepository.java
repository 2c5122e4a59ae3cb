package dev.waxwing.application.redirect;

import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Port: the redirects as aggregates. Saving and removing also append the pending events to the change feed. */
public interface RedirectRepository {
    Optional<Redirect> find(SitePath from);

    /** Those of the addresses that lead somewhere, in no particular order. */
    List<Redirect> findAll(Collection<SitePath> from);

    /** All that lead straight to a target, in no particular order. */
    List<Redirect> leadingTo(Target target);

    /** @throws BlogException.Conflict if the redirect was changed by someone else since it was loaded */
    void save(Redirect redirect);

    /**
     * Saves redirects that are new, in one step.
     *
     * @throws BlogException.Conflict if one of the addresses leads somewhere already
     */
    void addAll(List<Redirect> redirects);

    void remove(Redirect redirect);

    /** Whether a post of any status has this address, so that no redirect there would ever be asked. */
    boolean isTakenByPost(SitePath path);
}
