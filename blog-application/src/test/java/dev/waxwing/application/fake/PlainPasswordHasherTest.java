package dev.waxwing.application.fake;

import dev.waxwing.application.account.PasswordHasher;
import dev.waxwing.application.contract.PasswordHasherContract;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainPasswordHasherTest implements PasswordHasherContract {
    private final PlainPasswordHasher hasher = new PlainPasswordHasher();

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }

    @Override
    public PasswordHash weak(Password password) {
        return PlainPasswordHasher.weak(password);
    }
}
