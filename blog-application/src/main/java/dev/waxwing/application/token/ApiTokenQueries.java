package dev.waxwing.application.token;

import dev.waxwing.domain.account.AccountId;
import java.util.List;

/** Port: read-only questions about personal tokens. */
public interface ApiTokenQueries {

    /** Somebody's own tokens that were not revoked, newest first, expired ones among them. */
    List<ApiTokenView> of(AccountId owner);
}
