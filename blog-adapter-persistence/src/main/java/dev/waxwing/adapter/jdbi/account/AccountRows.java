package dev.waxwing.adapter.jdbi.account;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.author.AuthorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What the repository and the queries read alike. */
final class AccountRows {
    private AccountRows() {}

    static AccountId id(ResultSet row) throws SQLException {
        return new AccountId(Columns.id(row, "id"));
    }

    static Account.Person person(ResultSet row) throws SQLException {
        UUID author = Columns.idOrNull(row, "author_id");
        return new Account.Person(
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                author == null ? null : new AuthorId(author));
    }
}
