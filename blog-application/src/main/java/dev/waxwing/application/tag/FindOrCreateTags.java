package dev.waxwing.application.tag;

import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Use case: find tags by the words people write, and create those that are missing. Words with one slug, such as
 * {@code Community} and {@code community}, are one tag, and so are a word and the tag that its address leads to since that
 * tag was moved or merged; anybody who may write posts may create tags.
 */
public final class FindOrCreateTags {
    private static final Slug WORDLESS = new Slug("tag");

    public record Command(List<TagName> names) {}

    private final TagRepository tags;
    private final FormerAddresses addresses;
    private final IdGenerator ids;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public FindOrCreateTags(
            TagRepository tags, FormerAddresses addresses, IdGenerator ids, UnitOfWork work, Clock clock) {
        this.tags = tags;
        this.addresses = addresses;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /** The tags in the order of the words, each once. */
    public List<TagId> handle(Command command) {
        return work.execute(() ->
                command.names().stream().map(this::findOrCreate).distinct().toList());
    }

    private TagId findOrCreate(TagName name) {
        Slug slug = place(name);
        return find(slug).map(Tag::id).orElseGet(() -> create(name, slug));
    }

    /** @throws BlogException.Conflict if there is a tag of these words already */
    TagId create(TagName name) {
        Slug slug = place(name);
        find(slug).ifPresent(tag -> {
            throw new BlogException.Conflict(
                    "There is a tag '%s' already".formatted(tag.state().name().value()));
        });
        return create(name, slug);
    }

    /** Where the tag of these words stands, or would. */
    private Slug place(TagName name) {
        return Slug.from(name.value()).orElseGet(() -> wordless(name));
    }

    private Slug wordless(TagName name) {
        Slug slug = WORDLESS;
        for (int number = 2; isOfAnother(slug, name); number++) {
            slug = WORDLESS.numbered(number);
        }
        return slug;
    }

    private boolean isOfAnother(Slug slug, TagName name) {
        return find(slug).filter(tag -> !tag.state().name().equals(name)).isPresent();
    }

    private Optional<Tag> find(Slug slug) {
        return tags.find(slug).or(() -> formerlyAt(slug));
    }

    private Optional<Tag> formerlyAt(Slug slug) {
        return addresses
                .target(SitePath.ofTag(slug))
                .flatMap(target -> target instanceof Target.ToTag to ? tags.find(to.tag()) : Optional.empty());
    }

    private TagId create(TagName name, Slug slug) {
        Instant now = clock.instant();
        Tag tag = Tag.create(new TagId(ids.next()), name, slug, now);
        tags.save(tag);
        addresses.occupied(SitePath.ofTag(slug), now);
        return tag.id();
    }
}
