package dev.waxwing.application.library;

import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.change.Projection;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.Rendition;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps for each file of the library which posts show it: each post that was touched is looked at as it is now. */
public final class MediaUseProjection implements Projection {
    private static final String NAME = "media-use";
    private static final Pattern ADDRESS = Pattern.compile("/media/[0-9a-fx-]{32,50}w?\\.[a-z0-9]{1,5}");

    private final ChangeFeed changes;
    private final PostRepository posts;
    private final MediaRepository library;

    @Inject
    public MediaUseProjection(ChangeFeed changes, PostRepository posts, MediaRepository library) {
        this.changes = changes;
        this.posts = posts;
        this.library = library;
    }

    @Override
    public Bookmark bookmark() {
        return changes.bookmark(NAME);
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        Set<PostId> touched = new LinkedHashSet<>();
        for (RecordedEvent change : batch) {
            if (change.event() instanceof PostEvent event) {
                touched.add(event.post());
            }
        }
        touched.stream().map(posts::find).flatMap(Optional::stream).forEach(this::record);
    }

    private void record(Post post) {
        Set<MediaAddress> shown = shownBy(post.state().revision().content());
        shown.addAll(shownBy(post.state().newest().content()));
        library.recordUses(post.id(), shown);
    }

    /** The cover, and every address in the text; of a rendition it is the picture that counts. */
    static Set<MediaAddress> shownBy(Content content) {
        Set<MediaAddress> shown = new LinkedHashSet<>();
        if (content.cover() != null) {
            shown.add(content.cover().picture());
        }
        Matcher address = ADDRESS.matcher(content.body().markdown());
        while (address.find()) {
            file(address.group()).ifPresent(shown::add);
        }
        return shown;
    }

    private static Optional<MediaAddress> file(String address) {
        Optional<MediaAddress> picture = Rendition.at(address).map(Rendition::picture);
        return picture.isEmpty() && MediaAddress.matches(address) ? Optional.of(new MediaAddress(address)) : picture;
    }
}
