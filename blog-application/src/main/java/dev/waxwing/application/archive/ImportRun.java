package dev.waxwing.application.archive;

import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.SitePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one import knows of itself while it goes on. */
final class ImportRun {
    private final ImportArchive.Command command;
    private final ArchiveIndex index;
    private final SlugPlan slugs;
    private final LinkCheck links = new LinkCheck();
    private final ImportReport.Tally tally = new ImportReport.Tally();
    private final Map<String, PostId> posts = new HashMap<>();
    private final Set<SitePath> visible = new HashSet<>();

    ImportRun(ImportArchive.Command command, ArchiveIndex index, SlugPlan slugs) {
        this.command = command;
        this.index = index;
        this.slugs = slugs;
    }

    Archive source() {
        return command.archive();
    }

    String archive() {
        return index.name();
    }

    ArchiveIndex index() {
        return index;
    }

    ImportArchive.Mode mode() {
        return command.mode();
    }

    Actor actor() {
        return command.actor();
    }

    String fallbackAuthor() {
        return command.fallbackAuthor();
    }

    SlugPlan slugs() {
        return slugs;
    }

    LinkCheck links() {
        return links;
    }

    void settle(Settled file) {
        tally.count(file);
        command.listener().settled(file);
    }

    void remark(String remark) {
        command.listener().remarked(remark);
    }

    void broken(BrokenLink link) {
        command.listener().broken(link);
    }

    void settle(PostWriter.Stored stored) {
        Settled file = stored.file();
        posts.put(file.source(), stored.post());
        if (file.status().filter(Post.Status.PUBLISHED::equals).isPresent()) {
            file.address().ifPresent(this::show);
        }
        settle(file);
    }

    /** What is known of the files before the posts among them are stored. */
    void settle(PreparedBatch batch) {
        posts.putAll(batch.unchanged());
        batch.media().forEach(medium -> show(new SitePath(medium.address().value())));
        batch.settled().forEach(this::settle);
    }

    Optional<PostId> post(String source) {
        return Optional.ofNullable(posts.get(source));
    }

    /** Readers find something at this address, or would find it if this were more than a trial. */
    void show(SitePath address) {
        visible.add(address);
    }

    /** Whether this import has put something at this address that readers see. */
    boolean shows(SitePath address) {
        return visible.contains(address);
    }

    ImportReport report(int brokenLinks) {
        return tally.report(index, brokenLinks);
    }
}
