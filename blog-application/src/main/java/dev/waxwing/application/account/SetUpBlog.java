package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;

/** Use case: become the first administrator of a new blog, with the code that only its operator has seen. */
public final class SetUpBlog {
    public record Command(Token code, EmailAddress email, String name, Password password) {}

    private final AccountQueries accounts;
    private final SetUpStore store;
    private final RegisterAccount register;
    private final UnitOfWork work;

    @Inject
    public SetUpBlog(AccountQueries accounts, SetUpStore store, RegisterAccount register, UnitOfWork work) {
        this.accounts = accounts;
        this.store = store;
        this.register = register;
        this.work = work;
    }

    /**
     * @throws BlogException.Conflict if the blog is set up already
     * @throws BlogException.Invalid of the field {@code code}, if that is not the code
     */
    public void handle(Command command) {
        if (!accounts.none()) {
            throw new BlogException.Conflict("This blog is set up already; sign in instead");
        }
        String code = command.code().hash();
        if (!store.has(code)) {
            throw wrong();
        }
        work.run(() -> {
            register.handle(new RegisterAccount.Command(
                    Actor.operator(), command.email(), command.name(), Role.ADMINISTRATOR, command.password()));
            if (!store.take(code)) {
                throw wrong();
            }
        });
    }

    private static BlogException wrong() {
        return new BlogException.Invalid(
                "code", "This is not the code that was printed when the server was started last");
    }
}
