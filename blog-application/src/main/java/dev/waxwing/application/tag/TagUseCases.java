package dev.waxwing.application.tag;

import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import java.time.Clock;

/** Everything that can be done with tags, wired by hand: for embedding, for tests and for the bootstrap. */
public record TagUseCases(
        FindOrCreateTags findOrCreate,
        CreateTag create,
        RenameTag rename,
        DescribeTag describe,
        MoveTag move,
        MergeTags merge,
        ChangeSeenTag changeSeen,
        TagQueries queries) {

    public static TagUseCases of(
            TagRepository tags,
            TagQueries queries,
            PostRepository posts,
            RedirectRepository redirects,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        FormerAddresses addresses = new FormerAddresses(redirects);
        FindOrCreateTags findOrCreate = new FindOrCreateTags(tags, addresses, ids, work, clock);
        DescribeTag describe = new DescribeTag(tags, work, clock);
        return new TagUseCases(
                findOrCreate,
                new CreateTag(findOrCreate, describe, work),
                new RenameTag(tags, work, clock),
                describe,
                new MoveTag(tags, addresses, work, clock),
                new MergeTags(tags, posts, addresses, work, clock),
                new ChangeSeenTag(tags, work),
                queries);
    }
}
