package dev.waxwing.adapter.jdbi.account;

import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.account.AccountQueries;
import dev.waxwing.application.account.AccountView;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Role;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers about accounts from tables. */
public final class JdbiAccountQueries implements AccountQueries {
    private static final String VIEW = """
            SELECT id, email, name, author_id, role, standing, code_key,
                (SELECT COUNT(*) FROM account_recovery WHERE account_id = account.id) AS recovery
            FROM account
            """;

    private final Database database;

    @Inject
    public JdbiAccountQueries(Database database) {
        this.database = database;
    }

    @Override
    public Optional<AccountView> find(AccountId id) {
        return database.read(handle -> handle.createQuery(VIEW + "WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> view(row))
                .findOne());
    }

    @Override
    public List<AccountView> all() {
        return database.read(handle -> handle.createQuery(VIEW).map((row, context) -> view(row)).stream()
                .sorted(Comparator.comparing(account -> account.person().name(), String.CASE_INSENSITIVE_ORDER))
                .toList());
    }

    @Override
    public boolean none() {
        return database.read(handle -> handle.createQuery("SELECT id FROM account FETCH FIRST 1 ROWS ONLY")
                .map((row, context) -> AccountRows.id(row))
                .findOne()
                .isEmpty());
    }

    private static AccountView view(ResultSet row) throws SQLException {
        return new AccountView(
                AccountRows.id(row),
                AccountRows.person(row),
                Role.valueOf(row.getString("role")),
                Account.Standing.valueOf(row.getString("standing")),
                row.getString("code_key") == null ? AccountView.NO_CODES : row.getInt("recovery"));
    }
}
