package dev.waxwing.application.archive;

import dev.waxwing.domain.post.Body;
import dev.waxwing.domain.post.PostId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What reading some files of an archive has come to: posts that can be stored, and the fate of those that need not be. */
final class PreparedBatch {
    /** More of them would be more than the embedded database holds back until a commit, and be written twice. */
    static final int MOST_POSTS = 100;

    /** In characters, with HTML and plain text. Two batches are in memory at once. */
    private static final int MOST_TEXT = 4_000_000;

    private final List<PreparedPost> posts = new ArrayList<>();
    private final Map<String, PostId> unchanged = new HashMap<>();
    private final List<ImportLedger.MediaOrigin> media = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();
    private int text;

    void add(PreparedPost post) {
        posts.add(post);
        Body body = post.content().body();
        text += body.markdown().length() + body.html().length() + body.text().length();
    }

    /** Whether there is so much text that what follows belongs into another batch. */
    boolean isFull() {
        return text >= MOST_TEXT;
    }

    /** The post that a file became before is what the file says. */
    void addUnchanged(String source, PostId post) {
        unchanged.put(source, post);
    }

    void addMedium(ImportLedger.MediaOrigin medium) {
        media.add(medium);
    }

    void settle(Settled file) {
        settled.add(file);
    }

    List<PreparedPost> posts() {
        return posts;
    }

    Map<String, PostId> unchanged() {
        return unchanged;
    }

    /** The files that were taken in for these posts, and were not before. */
    List<ImportLedger.MediaOrigin> media() {
        return media;
    }

    List<Settled> settled() {
        return settled;
    }
}
