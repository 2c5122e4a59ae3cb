package dev.waxwing.adapter.jdbi.account;

import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.account.AccountRepository;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountEvent;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.account.SecondFactor;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The accounts in tables. */
public final class JdbiAccountRepository implements AccountRepository {
    private static final String INSERT = """
            INSERT INTO account (id, email, name, author_id, role, standing, password, code_key, code_step, version)
            VALUES (:id, :email, :name, :author, :role, :standing, :password, :codeKey, :codeStep, :version + 1)
            """;
    private static final String UPDATE = """
            UPDATE account SET email = :email, name = :name, author_id = :author, role = :role, standing = :standing,
                password = :password, code_key = :codeKey, code_step = :codeStep, version = version + 1
            WHERE id = :id AND version = :version
            """;

    private final Database database;
    private final JdbiChangeFeed changes;

    @Inject
    public JdbiAccountRepository(Database database, JdbiChangeFeed changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return database.read(handle -> {
            List<String> recovery = recoveryOf(handle, id);
            return handle.createQuery("""
                    SELECT id, email, name, author_id, role, standing, password, code_key, code_step, version
                    FROM account WHERE id = :id
                    """)
                    .bind("id", id.value())
                    .map((row, context) -> Account.restore(state(row, recovery)))
                    .findOne();
        });
    }

    @Override
    public Optional<Account> find(EmailAddress email) {
        Optional<AccountId> id =
                database.read(handle -> handle.createQuery("SELECT id FROM account WHERE email = :email")
                        .bind("email", email.value())
                        .map((row, context) -> AccountRows.id(row))
                        .findOne());
        return id.flatMap(this::find);
    }

    @Override
    public Set<AccountId> lockAdministrators() {
        database.enqueue();
        return Set.copyOf(database.read(handle -> handle.createQuery(
                        "SELECT id FROM account WHERE role = 'ADMINISTRATOR' AND standing = 'ACTIVE'")
                .map((row, context) -> AccountRows.id(row))
                .list()));
    }

    @Override
    public void save(Account account) {
        List<AccountEvent> events = account.drainEvents();
        Account.State state = account.state();
        if (events.isEmpty() && state.version() > 0) {
            database.requireVersion("account", state.id().value(), state.version());
            return;
        }
        database.write(handle -> {
            Refusals.whenTaken(
                    "There is an account with the e-mail address %s already"
                            .formatted(state.person().email()),
                    () -> store(handle, state));
            storeRecovery(handle, state);
            changes.append(events);
        });
    }

    private static void store(Handle handle, Account.State state) {
        Account.Person person = state.person();
        PasswordHash password = state.proof().password();
        SecondFactor codes = state.proof().secondFactor();
        int rows = handle.createUpdate(state.version() == 0 ? INSERT : UPDATE)
                .bind("id", state.id().value())
                .bind("email", person.email().value())
                .bind("name", person.name())
                .bind("author", person.author() == null ? null : person.author().value())
                .bind("role", state.role().name())
                .bind("standing", state.standing().name())
                .bind("password", password == null ? null : password.value())
                .bind("codeKey", codes == null ? null : codes.key())
                .bind("codeStep", codes == null ? null : codes.lastStep())
                .bind("version", state.version())
                .execute();
        Refusals.requireChanged(rows, "account");
    }

    private static void storeRecovery(Handle handle, Account.State state) {
        if (state.version() > 0) {
            handle.createUpdate("DELETE FROM account_recovery WHERE account_id = :account")
                    .bind("account", state.id().value())
                    .execute();
        }
        SecondFactor codes = state.proof().secondFactor();
        if (codes == null || codes.recovery().isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO account_recovery (account_id, position, code_hash) VALUES (:account, :position, :hash)")) {
            int position = 0;
            for (String hash : codes.recovery()) {
                batch.bind("account", state.id().value())
                        .bind("position", position++)
                        .bind("hash", hash)
                        .add();
            }
            batch.execute();
        }
    }

    private static List<String> recoveryOf(Handle handle, AccountId account) {
        return handle.createQuery(
                        "SELECT code_hash FROM account_recovery WHERE account_id = :account ORDER BY position")
                .bind("account", account.value())
                .mapTo(String.class)
                .list();
    }

    private static Account.State state(ResultSet row, List<String> recovery) throws SQLException {
        return new Account.State(
                AccountRows.id(row),
                AccountRows.person(row),
                Role.valueOf(row.getString("role")),
                Account.Standing.valueOf(row.getString("standing")),
                proof(row, recovery),
                row.getLong("version"));
    }

    private static Account.Proof proof(ResultSet row, List<String> recovery) throws SQLException {
        String password = row.getString("password");
        String key = row.getString("code_key");
        return new Account.Proof(
                password == null ? null : new PasswordHash(password),
                key == null ? null : new SecondFactor(key, row.getLong("code_step"), recovery));
    }
}
