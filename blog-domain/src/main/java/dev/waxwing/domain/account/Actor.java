package dev.waxwing.domain.account;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.shared.BlogException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Whoever asks: every command carries one, so that a use case decides for itself who may.
 *
 * @param author under whose name the actor writes, if they write
 * @param account with which the actor signed in, if it happened that way
 */
public record Actor(Optional<AuthorId> author, Role role, Optional<AccountId> account) {

    public static Actor of(AuthorId author, Role role) {
        return new Actor(Optional.of(author), role, Optional.empty());
    }

    /** The person at the machine itself: the command line, a schedule that has come due. */
    public static Actor operator() {
        return new Actor(Optional.empty(), Role.ADMINISTRATOR, Optional.empty());
    }

    /** Whether the actor edits the posts of everybody, and so sees them all. */
    public boolean editsEveryones() {
        return role.isAtLeast(Role.EDITOR);
    }

    /** Whether the post is the actor's own, or the actor edits everyone's. */
    public boolean mayEdit(Collection<AuthorId> byline) {
        return byline.stream().anyMatch(this::is) || editsEveryones();
    }

    /** @throws BlogException.Forbidden unless the post is the actor's own, or the actor edits everyone's */
    public void requireMayEdit(Collection<AuthorId> byline) {
        require(mayEdit(byline), "edit a post of somebody else");
    }

    /** Whether the actor decides what readers of this post see. */
    public boolean mayPublish(Collection<AuthorId> byline) {
        return mayEdit(byline) && role.isAtLeast(Role.AUTHOR);
    }

    /** @throws BlogException.Forbidden unless the actor may decide what readers of this post see */
    public void requireMayPublish(Collection<AuthorId> byline) {
        requireMayEdit(byline);
        require(mayPublish(byline), "publish; ask an editor to publish it");
    }

    /** @throws BlogException.Forbidden unless the byline names the actor alone, or the actor edits everyone's posts */
    public void requireMaySign(Collection<AuthorId> byline) {
        require(byline.stream().allMatch(this::is) || editsEveryones(), "put somebody else's name under a post");
    }

    /** Whether the actor keeps the blog's authors, tags and redirects. */
    public boolean mayCurate() {
        return role.isAtLeast(Role.EDITOR);
    }

    /** @throws BlogException.Forbidden unless the actor keeps the blog's authors, tags and redirects */
    public void requireMayCurate() {
        require(mayCurate(), "change authors, tags or redirects");
    }

    /** @throws BlogException.Forbidden unless it is the actor's own profile, or the actor keeps everyone's */
    public void requireMayChangeProfile(AuthorId profile) {
        require(is(profile) || role.isAtLeast(Role.EDITOR), "change the profile of somebody else");
    }

    /**
     * The account with which the actor signed in.
     *
     * @throws BlogException.Forbidden if there is none
     */
    public AccountId requireOwnAccount() {
        return account.orElseThrow(() -> new BlogException.Forbidden("Only somebody who is signed in may do this"));
    }

    /** Whether the actor brought the file, or edits what others have brought. */
    public boolean mayDescribe(Optional<AuthorId> uploader) {
        return uploader.filter(this::is).isPresent() || editsEveryones();
    }

    /** @throws BlogException.Forbidden unless the actor brought the file, or edits what others have brought */
    public void requireMayDescribe(Optional<AuthorId> uploader) {
        require(mayDescribe(uploader), "describe a file that somebody else has brought");
    }

    /** @throws BlogException.Forbidden unless the actor runs the blog */
    public void requireMayAdminister() {
        require(role.isAtLeast(Role.ADMINISTRATOR), "do this; only administrators may");
    }

    private boolean is(AuthorId other) {
        return author.filter(other::equals).isPresent();
    }

    private void require(boolean allowed, String act) {
        if (!allowed) {
            String name = role.name().toLowerCase(Locale.ROOT);
            throw new BlogException.Forbidden("As %s you may not %s".formatted(name, act));
        }
    }
}
