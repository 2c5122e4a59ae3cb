package dev.waxwing.application.fake;

import dev.waxwing.application.contract.AccountRepositoryContract;
import dev.waxwing.application.contract.AllowanceStoreContract;
import dev.waxwing.application.contract.ApiTokenRepositoryContract;
import dev.waxwing.application.contract.AuditContract;
import dev.waxwing.application.contract.AuthorRepositoryContract;
import dev.waxwing.application.contract.ChangeFeedContract;
import dev.waxwing.application.contract.ConcurrencyContract;
import dev.waxwing.application.contract.DeskQueriesContract;
import dev.waxwing.application.contract.DutyRosterContract;
import dev.waxwing.application.contract.ImportLedgerContract;
import dev.waxwing.application.contract.MediaRepositoryContract;
import dev.waxwing.application.contract.PostQueriesContract;
import dev.waxwing.application.contract.PostRepositoryContract;
import dev.waxwing.application.contract.PreviewRepositoryContract;
import dev.waxwing.application.contract.RedirectRepositoryContract;
import dev.waxwing.application.contract.SessionStoreContract;
import dev.waxwing.application.contract.SettingsRepositoryContract;
import dev.waxwing.application.contract.SignInStoreContract;
import dev.waxwing.application.contract.Storage;
import dev.waxwing.application.contract.TagRepositoryContract;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InMemoryBlogTest
        implements PostRepositoryContract,
                PostQueriesContract,
                DeskQueriesContract,
                PreviewRepositoryContract,
                AuthorRepositoryContract,
                TagRepositoryContract,
                RedirectRepositoryContract,
                MediaRepositoryContract,
                AccountRepositoryContract,
                SessionStoreContract,
                SignInStoreContract,
                AllowanceStoreContract,
                AuditContract,
                ApiTokenRepositoryContract,
                SettingsRepositoryContract,
                ChangeFeedContract,
                ConcurrencyContract,
                DutyRosterContract,
                ImportLedgerContract {
    private final Storage storage = new InMemoryBlog().storage();

    @Override
    public Storage storage() {
        return storage;
    }
}
