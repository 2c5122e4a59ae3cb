package dev.waxwing.adapter.jdbi;

import dev.waxwing.application.contract.AccountRepositoryContract;
import dev.waxwing.application.contract.ApiTokenRepositoryContract;
import dev.waxwing.application.contract.AuthorRepositoryContract;
import dev.waxwing.application.contract.ChangeFeedContract;
import dev.waxwing.application.contract.ConcurrencyContract;
import dev.waxwing.application.contract.MediaRepositoryContract;
import dev.waxwing.application.contract.PostQueriesContract;
import dev.waxwing.application.contract.PostRepositoryContract;
import dev.waxwing.application.contract.RedirectRepositoryContract;
import dev.waxwing.application.contract.SessionStoreContract;
import dev.waxwing.application.contract.TagRepositoryContract;

/** All that a storage must do. */
interface StorageContracts
        extends PostRepositoryContract,
                PostQueriesContract,
                AuthorRepositoryContract,
                TagRepositoryContract,
                RedirectRepositoryContract,
                MediaRepositoryContract,
                AccountRepositoryContract,
                SessionStoreContract,
                ApiTokenRepositoryContract,
                ChangeFeedContract,
                ConcurrencyContract {}
