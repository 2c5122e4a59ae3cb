package dev.waxwing.application.fake;

import dev.waxwing.application.account.AccountQueries;
import dev.waxwing.application.account.AccountRepository;
import dev.waxwing.application.account.AccountView;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountEvent;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.SecondFactor;
import dev.waxwing.domain.shared.BlogException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The accounts in memory. */
public final class InMemoryAccounts implements AccountRepository {
    private final InMemoryBlog blog;
    private final AccountQueries queries = new Queries();

    InMemoryAccounts(InMemoryBlog blog) {
        this.blog = blog;
    }

    public AccountQueries queries() {
        return queries;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return blog.read(stored -> Optional.ofNullable(stored.accounts.get(id)).map(Account::restore));
    }

    @Override
    public Optional<Account> find(EmailAddress email) {
        return blog.read(stored -> stored.accounts.values().stream()
                .filter(account -> account.person().email().equals(email))
                .findFirst()
                .map(Account::restore));
    }

    @Override
    public void save(Account account) {
        blog.write(stored -> {
            Account.State state = account.state();
            Account.State present = stored.accounts.get(state.id());
            InMemoryBlog.requireVersion(present == null ? 0 : present.version(), state.version(), "account");
            EmailAddress email = state.person().email();
            if (stored.accounts.values().stream()
                    .anyMatch(other ->
                            other.person().email().equals(email) && !other.id().equals(state.id()))) {
                throw new BlogException.Conflict(
                        "There is an account with the e-mail address %s already".formatted(email));
            }
            List<AccountEvent> events = account.drainEvents();
            long version = InMemoryBlog.versionAfter(state.version(), events);
            stored.accounts.put(
                    state.id(),
                    new Account.State(
                            state.id(), state.person(), state.role(), state.standing(), state.proof(), version));
            blog.append(events);
        });
    }

    private final class Queries implements AccountQueries {
        @Override
        public Optional<AccountView> find(AccountId id) {
            return blog.read(
                    stored -> Optional.ofNullable(stored.accounts.get(id)).map(Queries::view));
        }

        @Override
        public List<AccountView> all() {
            return blog.read(stored -> stored.accounts.values().stream()
                    .map(Queries::view)
                    .sorted(Comparator.comparing(account -> account.person().name(), String.CASE_INSENSITIVE_ORDER))
                    .toList());
        }

        @Override
        public boolean none() {
            return blog.read(stored -> stored.accounts.isEmpty());
        }

        private static AccountView view(Account.State account) {
            SecondFactor codes = account.proof().secondFactor();
            return new AccountView(
                    account.id(),
                    account.person(),
                    account.role(),
                    account.standing(),
                    codes == null ? AccountView.NO_CODES : codes.recovery().size());
        }
    }
}
