package dev.waxwing.application.account;

/** Port: the code with which a new blog gets its first administrator. */
public interface SetUpStore {
    /** Replaces the code there is. */
    void keep(String codeHash);

    boolean has(String codeHash);

    /** Uses the code up; false if this is not the code, or no longer. */
    boolean take(String codeHash);
}
