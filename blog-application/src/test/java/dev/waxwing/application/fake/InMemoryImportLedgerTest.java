package dev.waxwing.application.fake;

import dev.waxwing.application.archive.ImportLedger;
import dev.waxwing.application.contract.ImportLedgerContract;
import dev.waxwing.application.shared.UnitOfWork;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InMemoryImportLedgerTest implements ImportLedgerContract {
    private final InMemoryBlog blog = new InMemoryBlog();

    @Override
    public ImportLedger importLedger() {
        return blog.importLedger();
    }

    @Override
    public UnitOfWork work() {
        return blog;
    }
}
