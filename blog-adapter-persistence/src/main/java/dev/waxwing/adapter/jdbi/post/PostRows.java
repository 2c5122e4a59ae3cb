package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.shared.WebAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the repository and the queries read alike. */
final class PostRows {
    private PostRows() {}

    static @Nullable Cover cover(ResultSet row) throws SQLException {
        String picture = row.getString("cover");
        return picture == null ? null : new Cover(new MediaAddress(picture), row.getString("cover_alt"));
    }

    static @Nullable WebAddress canonical(ResultSet row) throws SQLException {
        String address = row.getString("canonical");
        return address == null ? null : new WebAddress(address);
    }
}
