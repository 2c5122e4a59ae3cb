package dev.waxwing.adapter.jdbi.archive;

import dev.waxwing.adapter.jdbi.Databases;
import dev.waxwing.adapter.jdbi.JdbiPersistence;
import dev.waxwing.application.archive.ImportLedger;
import dev.waxwing.application.contract.ImportLedgerContract;
import dev.waxwing.application.shared.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JdbiImportLedgerH2Test implements ImportLedgerContract {
    private final JdbiPersistence persistence = Databases.openH2InMemory();

    @AfterEach
    void close() {
        persistence.close();
    }

    @Override
    public ImportLedger importLedger() {
        return persistence.importLedger();
    }

    @Override
    public UnitOfWork work() {
        return persistence.unitOfWork();
    }
}
