package dev.waxwing.application.account;

import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import java.time.Clock;

/** Everything that can be done with accounts, wired by hand: for embedding, for tests and for the bootstrap. */
public record AccountUseCases(
        PrepareSetUp prepareSetUp,
        SetUpBlog settingUp,
        RegisterAccount register,
        InviteAccount invite,
        IssueLink issueLink,
        FollowLink followLink,
        ChoosePassword choosePassword,
        ChangeRole changeRole,
        SuspendAccount suspend,
        ReadmitAccount readmit,
        SignIn signIn,
        SignOut signOut,
        RecogniseSession recognise,
        OwnSessions ownSessions,
        EndSessions endSessions,
        ChangePassword changePassword,
        SwitchOnCodes switchOnCodes,
        SwitchOffCodes switchOffCodes,
        WaiveCodes waiveCodes,
        AccountQueries queries) {

    /** What accounts are kept in. */
    public record Storage(
            AccountRepository accounts,
            AccountQueries queries,
            SessionStore sessions,
            SignInStore signIns,
            LinkStore links,
            SetUpStore settingUp,
            AuditTrail trail,
            UnitOfWork work) {}

    /** How secrets are made and checked, and of whom a second one is demanded. */
    public record Secrets(
            PasswordHasher hasher,
            CommonPasswords common,
            OneTimeCodes codes,
            CodesDemand demand,
            TokenGenerator tokens) {}

    public static AccountUseCases of(
            Storage storage, Secrets secrets, RegisterAuthor authors, IdGenerator ids, Clock clock) {
        AccountRepository accounts = storage.accounts();
        AccountQueries queries = storage.queries();
        SessionStore open = storage.sessions();
        AuditTrail trail = storage.trail();
        UnitOfWork work = storage.work();
        PasswordHasher hasher = secrets.hasher();
        GuessablePasswords guessable = new GuessablePasswords(secrets.common());
        TokenGenerator tokens = secrets.tokens();
        Sessions sessions = new Sessions(open, tokens, ids, clock);
        Links links = new Links(storage.links(), accounts, tokens, clock);
        Administrators administrators = new Administrators(accounts);
        RegisterAccount register = new RegisterAccount(accounts, authors, guessable, hasher, ids, work, clock);
        return new AccountUseCases(
                new PrepareSetUp(queries, storage.settingUp(), tokens, work),
                new SetUpBlog(queries, storage.settingUp(), register, work),
                register,
                new InviteAccount(accounts, authors, links, ids, work, clock),
                new IssueLink(accounts, links, trail, work, clock),
                new FollowLink(links),
                new ChoosePassword(accounts, links, sessions, guessable, hasher, work, clock),
                new ChangeRole(accounts, administrators, sessions, work, clock),
                new SuspendAccount(accounts, administrators, sessions, links, work, clock),
                new ReadmitAccount(accounts, work, clock),
                new SignIn(accounts, storage.signIns(), sessions, hasher, secrets.codes(), tokens, trail, work, clock),
                new SignOut(open, trail, work, clock),
                new RecogniseSession(accounts, open, secrets.demand(), clock),
                new OwnSessions(open, clock),
                new EndSessions(accounts, storage.signIns(), open, hasher, trail, work, clock),
                new ChangePassword(accounts, storage.signIns(), sessions, guessable, hasher, work, clock),
                new SwitchOnCodes(accounts, storage.signIns(), hasher, secrets.codes(), work, clock),
                new SwitchOffCodes(accounts, storage.signIns(), hasher, secrets.demand(), work, clock),
                new WaiveCodes(accounts, work, clock),
                queries);
    }
}
