package dev.waxwing.application.backup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a table, as plain as every database and every program can take it.
 *
 * @param cells what is in each column, in the order of the columns; a text, a {@link Long} or a {@link Boolean}. Columns
 *     without a value are left out, identities and instants are texts (RFC 9562, ISO 8601 in UTC).
 */
public record Row(Map<String, Object> cells) {

    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
}
