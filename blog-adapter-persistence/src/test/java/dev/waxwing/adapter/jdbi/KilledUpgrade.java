package dev.waxwing.adapter.jdbi;

/** Opens a blog in a database of PostgreSQL, which brings it up to date first; the test kills it meanwhile. */
final class KilledUpgrade {
    static final String DONE = "done";

    private KilledUpgrade() {}

    public static void main(String[] arguments) {
        JdbiPersistence.at(arguments[0], PostgreSqlServer.USER, "").close();
        System.out.println(DONE);
    }
}
