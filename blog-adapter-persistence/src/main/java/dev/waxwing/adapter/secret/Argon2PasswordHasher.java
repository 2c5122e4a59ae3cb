package dev.waxwing.adapter.secret;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.waxwing.application.account.PasswordHasher;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.shared.BlogException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane, the least that OWASP advises. No more hashes are made at once
 * than there are cores: each takes its memory, and a crowd that signs in must not take all of it.
 */
public final class Argon2PasswordHasher implements PasswordHasher {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int LONGEST_TYPED = 1_000;
    private static final long LONGEST_WAIT_SECONDS = 10;

    /** A hash by the same numbers, for when there is none to compare with; it lets nobody in. */
    static final String DECOY =
            "$argon2id$v=19$m=19456,t=2,p=1$xrc/c+F0RSg6trb34+UenQ$qvQ+b3NR5JqTcu0ztWnR1g/C6fcTGQJNssKHYFP4eJg";

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    @Override
    public PasswordHash hash(dev.waxwing.domain.account.Password password) {
        return new PasswordHash(inTurn(() -> Password.hash(password.value())
                .addRandomSalt(SALT_BYTES)
                .with(argon2())
                .getResult()));
    }

    /** Not before somebody has a password to be hashed: it takes its memory when it is made, and keeps it. */
    private static Argon2Function argon2() {
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    }

    @Override
    public boolean matches(String typed, Optional<PasswordHash> kept) {
        String compared = typed.length() > LONGEST_TYPED ? "" : typed;
        boolean same =
                inTurn(() -> matches(compared, kept.map(PasswordHash::value).orElse(DECOY)));
        return same && kept.isPresent() && !compared.isEmpty();
    }

    /** By the numbers that stand in the hash, so that older ones stay good when ours change. */
    private static boolean matches(String typed, String hash) {
        try {
            return Password.check(typed, hash).with(Argon2Function.getInstanceFromHash(hash));
        } catch (BadParametersException e) {
            return false;
        }
    }

    /** What guessing costs grows with the memory times the passes. */
    @Override
    public boolean isWeak(PasswordHash kept) {
        try {
            Argon2Function made = Argon2Function.getInstanceFromHash(kept.value());
            return made.getVariant() != Argon2.ID
                    || (long) made.getMemory() * made.getIterations() < (long) MEMORY_KIB * PASSES
                    || made.getOutputLength() < HASH_BYTES;
        } catch (BadParametersException e) {
            return true;
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy(new TimeoutException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static BlogException busy(Exception cause) {
        return new BlogException.Unavailable("Too many people sign in at this moment; try again shortly", cause);
    }
}
