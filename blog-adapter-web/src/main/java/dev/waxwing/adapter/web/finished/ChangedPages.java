package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.shared.PageKey;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.post.PostCursor;
import dev.waxwing.application.post.PostLists;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.domain.account.AccountEvent;
import dev.waxwing.domain.author.AuthorEvent;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.library.MediaEvent;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.PreviewEvent;
import dev.waxwing.domain.redirect.RedirectEvent;
import dev.waxwing.domain.shared.DomainEvent;
import dev.waxwing.domain.tag.TagEvent;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.token.ApiTokenEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the finished pages that a change has made untrue. It reads the change feed from where it was when the server
 * began, in the thread that has made the change and before that is acknowledged; what other nodes change is followed
 * when they say so, and from time to time in case it was not heard.
 */
final class ChangedPages {
    private static final Logger LOG = LoggerFactory.getLogger(ChangedPages.class);
    private static final PostScope ARTICLES = new PostScope.Articles();

    /** With more changes at once it is less work to make all pages anew. */
    private static final int FEW = 100;

    private final ChangeFeed feed;
    private final PostQueries posts;
    private final FinishedPages pages;
    private final Runnable refresh;
    private long position;

    /**
     * @param refresh is done before pages are removed, so that those that are made from then on are not made from old things
     */
    ChangedPages(ChangeFeed feed, PostQueries posts, FinishedPages pages, Runnable refresh) {
        this.feed = feed;
        this.posts = posts;
        this.pages = pages;
        this.refresh = refresh;
    }

    /** To be called before the first page is kept. */
    synchronized void start() {
        feed.whenAppended(this::followOwn);
        feed.whenOthersAppend(this::followOthers);
        position = feed.head();
    }

    /** What this server has changed is never shown as it was, so that it is better to have no page than the wrong one. */
    private void followOwn() {
        try {
            follow();
        } catch (RuntimeException e) {
            refresh.run();
            pages.removeAll();
            LOG.warn("All finished pages are made anew, because what has changed could not be read", e);
        }
    }

    /** While the database is away, readers keep the pages there are. */
    void followOthers() {
        if (feed.head() > position()) {
            follow();
        }
    }

    private synchronized long position() {
        return position;
    }

    /** Brings the pages up to the last change there is. */
    private synchronized void follow() {
        List<RecordedEvent> changes = feed.after(position, FEW);
        while (!changes.isEmpty()) {
            remove(changes);
            position = changes.get(changes.size() - 1).position();
            changes = feed.after(position, FEW);
        }
    }

    private void remove(List<RecordedEvent> changes) {
        refresh.run();
        changes.stream().map(RecordedEvent::event).forEach(this::followLibrary);
        if (changes.size() == FEW) {
            pages.removeAll();
            return;
        }
        Set<PageKey> changed = new HashSet<>();
        for (RecordedEvent change : changes) {
            add(change.event(), changed);
        }
        if (changed.contains(PageKey.SITE)) {
            pages.removeAll();
        } else {
            pages.remove(changed);
        }
    }

    /** The file of an entry that was removed leaves the disk a little later. */
    private void followLibrary(DomainEvent event) {
        if (event instanceof MediaEvent.Removed removed) {
            pages.letGo(PageKey.file(removed.file()));
        } else if (event instanceof MediaEvent.Added added) {
            pages.takeBack(PageKey.file(added.file()));
        }
    }

    /** An event that is not known may be about anything. */
    private void add(DomainEvent event, Set<PageKey> changed) {
        if (event instanceof PostEvent post) {
            add(post, changed);
        } else if (event instanceof TagEvent tag) {
            add(tag, changed);
        } else if (event instanceof AuthorEvent author) {
            changed.add(PageKey.author(author.author()));
            changed.add(PageKey.AUTHORS);
        } else if (!isBehindTheScenes(event)) {
            changed.add(PageKey.SITE);
        }
    }

    private static boolean isBehindTheScenes(DomainEvent event) {
        return event instanceof RedirectEvent
                || event instanceof PreviewEvent
                || event instanceof MediaEvent
                || event instanceof AccountEvent
                || event instanceof ApiTokenEvent;
    }

    private void add(PostEvent event, Set<PageKey> changed) {
        if (event instanceof PostEvent.Tagged tagged) {
            addTags(tagged, changed);
        } else if (event instanceof PostEvent.Credited credited) {
            addAuthors(credited, changed);
        } else if (event instanceof PostEvent.Linked linked) {
            changed.add(PageKey.translations(linked.before()));
            changed.add(PageKey.translations(linked.after()));
        } else if (isAboutPresence(event)) {
            addPlace(event.post(), changed);
        }
        if (event instanceof PostEvent.Redated redated) {
            addNeighbours(new PostCursor(redated.before(), redated.post()), changed);
        }
        changed.add(PageKey.post(event.post()));
        changed.add(PageKey.ADDRESSES);
    }

    private static boolean isAboutPresence(PostEvent event) {
        return event instanceof PostEvent.Published
                || event instanceof PostEvent.Redated
                || event instanceof PostEvent.Unpublished
                || event instanceof PostEvent.Archived
                || event instanceof PostEvent.Trashed
                || event instanceof PostEvent.Undeleted;
    }

    private static void addTags(PostEvent.Tagged event, Set<PageKey> changed) {
        for (TagId tag : inOneOf(event.before(), event.after())) {
            changed.add(PageKey.list(new PostScope.Tagged(tag)));
        }
        changed.add(PageKey.TAGS);
    }

    private static void addAuthors(PostEvent.Credited event, Set<PageKey> changed) {
        for (AuthorId author : inOneOf(event.before(), event.after())) {
            changed.add(PageKey.list(new PostScope.By(author)));
        }
        changed.add(PageKey.AUTHORS);
    }

    private static <T> Set<T> inOneOf(List<T> before, List<T> after) {
        Set<T> all = new HashSet<>(before);
        all.addAll(after);
        all.removeIf(each -> before.contains(each) && after.contains(each));
        return all;
    }

    private void addPlace(PostId post, Set<PageKey> changed) {
        posts.listsOf(post).ifPresent(lists -> addLists(lists, changed));
        changed.add(PageKey.beside(post));
        changed.add(PageKey.TAGS);
        changed.add(PageKey.AUTHORS);
        posts.summaries(List.of(post)).stream()
                .filter(summary -> summary.kind() == Post.Kind.ARTICLE)
                .forEach(summary -> addNeighbours(summary.cursor(), changed));
    }

    private static void addLists(PostLists lists, Set<PageKey> changed) {
        changed.add(PageKey.translations(lists.translations()));
        if (lists.kind() == Post.Kind.PAGE) {
            changed.add(PageKey.list(new PostScope.Pages()));
            return;
        }
        changed.add(PageKey.list(ARTICLES));
        lists.tags().forEach(tag -> changed.add(PageKey.list(new PostScope.Tagged(tag))));
        lists.authors().forEach(author -> changed.add(PageKey.list(new PostScope.By(author))));
    }

    /** Those who stood side by side have the new one between them; those who see one go had it on their page. */
    private void addNeighbours(PostCursor place, Set<PageKey> changed) {
        posts.olderThan(place, ARTICLES, 1).forEach(older -> changed.add(PageKey.beside(older.id())));
        posts.newerThan(place, ARTICLES, 1).forEach(newer -> changed.add(PageKey.beside(newer.id())));
    }

    private static void add(TagEvent event, Set<PageKey> changed) {
        changed.add(PageKey.tag(event.tag()));
        changed.add(PageKey.TAGS);
        if (event instanceof TagEvent.Merged merged) {
            changed.add(PageKey.list(new PostScope.Tagged(merged.tag())));
            changed.add(PageKey.list(new PostScope.Tagged(merged.into())));
        }
    }
}
