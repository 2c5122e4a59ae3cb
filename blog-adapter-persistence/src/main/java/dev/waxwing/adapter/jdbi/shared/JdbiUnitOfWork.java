package dev.waxwing.adapter.jdbi.shared;

import dev.waxwing.application.shared.UnitOfWork;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** A unit of work as one database transaction, bound to the calling thread; see {@link Database}. */
public final class JdbiUnitOfWork implements UnitOfWork {
    private final Database database;

    @Inject
    public JdbiUnitOfWork(Database database) {
        this.database = database;
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        return database.inUnitOfWork(work);
    }
}
