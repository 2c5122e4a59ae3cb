package dev.waxwing.adapter.jdbi;

import dev.waxwing.application.shared.FreeSpace;
import java.nio.file.Path;

/** Opens a blog and keeps it open until it is killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (JdbiPersistence persistence = JdbiPersistence.inFolder(Path.of(arguments[0]), FreeSpace.PLENTY)) {
            System.out.println("open at " + persistence.changes().head());
            Thread.currentThread().join();
        }
    }
}
