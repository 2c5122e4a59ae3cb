package dev.waxwing.application.fake;

import dev.waxwing.application.account.SetUpStore;

/** The code of a new blog in memory. */
public final class InMemorySetUp implements SetUpStore {
    private final InMemoryBlog blog;

    InMemorySetUp(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public void keep(String codeHash) {
        blog.write(stored -> {
            stored.setUp.clear();
            stored.setUp.add(codeHash);
        });
    }

    @Override
    public boolean has(String codeHash) {
        return blog.read(stored -> stored.setUp.contains(codeHash));
    }

    @Override
    public boolean take(String codeHash) {
        return blog.execute(() -> {
            boolean there = has(codeHash);
            blog.write(stored -> stored.setUp.remove(codeHash));
            return there;
        });
    }
}
