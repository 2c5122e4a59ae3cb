package dev.waxwing.application.fake;

import dev.waxwing.application.account.Failures;
import dev.waxwing.application.account.SignInStore;
import dev.waxwing.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Failures and known browsers in memory. */
public final class InMemorySignIns implements SignInStore {
    private final InMemoryBlog blog;

    /** A browser in which somebody has signed in. */
    record Device(AccountId account, Instant seenAt) {}

    InMemorySignIns(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public Optional<Failures> lock(String subject) {
        return blog.read(stored -> Optional.ofNullable(stored.failures.get(subject)));
    }

    @Override
    public void keep(String subject, Failures failures) {
        blog.write(stored -> stored.failures.put(subject, failures));
    }

    @Override
    public void forget(String subject) {
        blog.write(stored -> stored.failures.remove(subject));
    }

    @Override
    public void forgetBefore(Instant last) {
        blog.write(stored ->
                stored.failures.values().removeIf(failures -> failures.last().isBefore(last)));
    }

    @Override
    public boolean knows(AccountId account, String deviceHash) {
        return blog.read(stored -> {
            Device device = stored.devices.get(deviceHash);
            return device != null && device.account().equals(account);
        });
    }

    @Override
    public void remember(AccountId account, String deviceHash, Instant at) {
        blog.write(stored -> stored.devices.put(deviceHash, new Device(account, at)));
    }

    @Override
    public int forgetDevices(Instant seenBefore, int limit) {
        return blog.changed(stored -> InMemoryBlog.forget(
                stored.devices.values(), device -> device.seenAt().isBefore(seenBefore), limit));
    }
}
