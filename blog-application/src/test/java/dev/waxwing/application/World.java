package dev.waxwing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.author.ChangeProfile;
import dev.waxwing.application.author.MoveAuthor;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.post.ArchivePost;
import dev.waxwing.application.post.CreditAuthors;
import dev.waxwing.application.post.DiscardChanges;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.MovePost;
import dev.waxwing.application.post.PublishChanges;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.post.RedatePost;
import dev.waxwing.application.post.ReopenPost;
import dev.waxwing.application.post.RestoreRevision;
import dev.waxwing.application.post.RevisePost;
import dev.waxwing.application.post.SavePost;
import dev.waxwing.application.post.SchedulePost;
import dev.waxwing.application.post.SubmitPost;
import dev.waxwing.application.post.TagPost;
import dev.waxwing.application.post.TrashPost;
import dev.waxwing.application.post.UndeletePost;
import dev.waxwing.application.post.UnlinkTranslation;
import dev.waxwing.application.post.UnpublishPost;
import dev.waxwing.application.post.WithdrawPost;
import dev.waxwing.application.redirect.AddRedirect;
import dev.waxwing.application.redirect.RemoveRedirect;
import dev.waxwing.application.site.ChangeSettings;
import dev.waxwing.application.site.SettingsView;
import dev.waxwing.application.tag.MergeTags;
import dev.waxwing.application.tag.MoveTag;
import dev.waxwing.application.tag.RenameTag;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.fixture.Chance;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.Post.Status;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.BlogException.Kind;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A newsroom in which anybody does anything, and a model that says beforehand what must come of it. */
public final class World {
    public static final List<String> SLUGS = List.of("one", "two", "three", "four", "post-2", "admin", "größe");
    private static final List<String> TITLES = List.of("One", "Two", "Three", "Größe", "Search", "Post");
    public static final List<String> TAGS = List.of("red", "green", "blue", "grey");
    public static final List<String> HANDLES = List.of("ada", "bob", "countess");

    private final Newsroom room = new Newsroom();
    private final Model model = new Model();
    private final List<String> log = new ArrayList<>();
    private final Chance chance;

    public World(Chance chance) {
        this.chance = chance;
        model.authors.put(room.ada, "ada");
        model.authors.put(room.bob, "bob");
        model.authors.forEach((author, handle) -> model.promises.put("/authors/" + handle, author));
    }

    /** The blog that all of it happens in. */
    public InMemoryBlog blog() {
        return room.blog;
    }

    Soundness soundness() {
        return new Soundness(room, model);
    }

    public List<String> log() {
        return log;
    }

    public void act() {
        room.clock.advance(Duration.ofSeconds(chance.below(30)));
        switch (chance.below(35)) {
            case 0, 1 -> draft();
            case 2 -> revise();
            case 3 -> restore();
            case 4, 5, 6 -> publish();
            case 7 -> schedule();
            case 8, 9 -> comeDue();
            case 10 -> unpublish();
            case 11 -> archive();
            case 12 -> reopen();
            case 13, 14 -> move();
            case 15 -> tag();
            case 16 -> credit();
            case 17 -> keepTags();
            case 18 -> moveAuthor();
            case 19, 20, 21 -> save();
            case 22 -> publishChanges();
            case 23 -> discardChanges();
            case 24 -> review();
            case 25 -> trash();
            case 26 -> undelete();
            case 27 -> renameTag();
            case 28 -> changeProfile();
            case 29 -> changeSettings();
            case 30 -> redate();
            case 31, 32 -> link();
            case 33 -> unlink();
            default -> keepRedirects();
        }
    }

    private void draft() {
        Actor actor = anyActor();
        String title = chance.oneOf(TITLES);
        Post.Kind kind = chance.onceIn(4) ? Post.Kind.PAGE : Post.Kind.ARTICLE;
        AuthorId author = actor.author().orElseThrow();
        String slug = model.freeSlug(title, null);
        expect(null, "%s drafts %s".formatted(name(actor), title), () -> {
            PostId id = room.posts
                    .draft()
                    .handle(new DraftPost.Command(actor, kind, words(title), Optional.empty(), List.of(author)));
            model.posts.put(id, new Model.Entry(id, kind, slug, title, author));
        });
    }

    private void revise() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            String title = chance.oneOf(TITLES) + " " + chance.below(3);
            OptionalLong seen = chance.onceIn(4)
                    ? OptionalLong.of(room.state(post.id).version() - chance.below(2))
                    : OptionalLong.empty();
            boolean stale =
                    seen.isPresent() && seen.getAsLong() < room.state(post.id).version();
            Kind refusal = !mayRevise(actor, post)
                    ? Kind.FORBIDDEN
                    : stale || post.pending > 0 ? Kind.CONFLICT : invalidIf(clashes(post, title));
            expect(refusal, "%s revises %s".formatted(name(actor), post.slug), () -> {
                room.posts.revise().handle(new RevisePost.Command(actor, post.id, seen, words(title)));
                post.say(title);
            });
        });
    }

    private void restore() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            int number = chance.below(post.titles.size() + 2);
            boolean known = number > 0 && number <= post.titles.size();
            Kind refusal = !mayWrite(actor, post)
                    ? Kind.FORBIDDEN
                    : known ? invalidIf(clashesAtOnce(post, post.titles.get(number - 1))) : Kind.NOT_FOUND;
            expect(refusal, "%s restores %s of %s".formatted(name(actor), number, post.slug), () -> {
                room.posts.restoreRevision().handle(new RestoreRevision.Command(actor, post.id, number));
                post.write(post.titles.get(number - 1));
            });
        });
    }

    private void save() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            String title = chance.oneOf(TITLES) + " " + chance.below(3);
            Post.State state = room.state(post.id);
            long seen = state.version() - chance.below(3);
            boolean stale = seen < state.writing().version() && !title.equals(post.title());
            Kind refusal = !mayWrite(actor, post)
                    ? Kind.FORBIDDEN
                    : stale ? Kind.CONFLICT : invalidIf(clashesAtOnce(post, title));
            boolean follows = !title.equals(post.title()) && Model.isNamedAfterTitle(post);
            String slug = follows ? model.freeSlug(title, post.id) : post.slug;
            expect(refusal, "%s saves %s as %s".formatted(name(actor), post.slug, title), () -> {
                long version = room.posts.save().handle(new SavePost.Command(actor, post.id, seen, words(title)));
                assertThat(version).isEqualTo(room.state(post.id).version());
                post.write(title);
                if (!slug.equals(post.slug)) {
                    model.move(post, slug);
                }
            });
        });
    }

    private void publishChanges() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Kind refusal = mayPublish(actor, post) ? invalidIf(clashes(post, post.title())) : Kind.FORBIDDEN;
            expect(refusal, "%s publishes the changes of %s".formatted(name(actor), post.slug), () -> {
                room.posts.publishChanges().handle(new PublishChanges.Command(actor, post.id));
                post.showChanges();
            });
        });
    }

    private void discardChanges() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Kind refusal = mayEdit(actor, post) ? null : Kind.FORBIDDEN;
            expect(refusal, "%s discards the changes of %s".formatted(name(actor), post.slug), () -> {
                room.posts.discardChanges().handle(new DiscardChanges.Command(actor, post.id));
                post.forgetChanges();
            });
        });
    }

    private void review() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            boolean changed = post.pending > 0;
            boolean open = changed || post.status == Status.DRAFT || post.status == Status.IN_REVIEW;
            Kind refusal = mayEdit(actor, post) ? conflictIf(!open) : Kind.FORBIDDEN;
            if (chance.onceIn(3)) {
                expect(refusal, "%s withdraws %s".formatted(name(actor), post.slug), () -> {
                    room.posts.withdraw().handle(new WithdrawPost.Command(actor, post.id));
                    post.submitted = false;
                    post.status = changed ? Status.PUBLISHED : Status.DRAFT;
                });
            } else {
                expect(refusal, "%s submits %s".formatted(name(actor), post.slug), () -> {
                    room.posts.submit().handle(new SubmitPost.Command(actor, post.id));
                    post.submitted = changed;
                    post.status = changed ? Status.PUBLISHED : Status.IN_REVIEW;
                });
            }
        });
    }

    private void trash() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Kind refusal = mayRevise(actor, post) ? null : Kind.FORBIDDEN;
            expect(refusal, "%s throws %s away".formatted(name(actor), post.slug), () -> {
                room.posts.trash().handle(new TrashPost.Command(actor, post.id));
                makeWay(post);
                if (post.status != Status.TRASHED) {
                    post.thrownFrom = post.status;
                }
                post.become(Status.TRASHED);
            });
        });
    }

    private void undelete() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Kind refusal = mayEdit(actor, post) ? null : Kind.FORBIDDEN;
            expect(refusal, "%s brings %s back".formatted(name(actor), post.slug), () -> {
                room.posts.undelete().handle(new UndeletePost.Command(actor, post.id));
                if (post.status == Status.TRASHED) {
                    boolean hidden = post.thrownFrom == Status.SCHEDULED || post.thrownFrom == Status.PUBLISHED;
                    post.status = hidden ? Status.DRAFT : post.thrownFrom;
                }
            });
        });
    }

    private void publish() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Kind refusal = mayPublish(actor, post) ? conflictIf(isPutAway(post)) : Kind.FORBIDDEN;
            expect(refusal, "%s publishes %s".formatted(name(actor), post.slug), () -> {
                room.posts.publish().handle(new PublishPost.Command(actor, post.id));
                model.see(post, room.clock.instant());
            });
        });
    }

    private void redate() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Instant now = room.clock.instant();
            Instant date = now.plusSeconds(1_000_000L - chance.below(20_000_000));
            Kind refusal = !mayPublish(actor, post)
                    ? Kind.FORBIDDEN
                    : !post.isRead() ? Kind.CONFLICT : date.isAfter(now) ? Kind.INVALID : null;
            expect(refusal, "%s puts %s under %s".formatted(name(actor), post.slug, date), () -> {
                room.posts.redate().handle(new RedatePost.Command(actor, post.id, date));
                post.publishedAt = date;
            });
        });
    }

    private void schedule() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Instant due = room.clock.instant().plusSeconds(chance.below(100) - 10L);
            boolean settled = isPutAway(post) || post.status == Status.PUBLISHED;
            boolean past = !due.isAfter(room.clock.instant());
            Kind refusal =
                    !mayPublish(actor, post) ? Kind.FORBIDDEN : settled ? Kind.CONFLICT : past ? Kind.INVALID : null;
            expect(refusal, "%s schedules %s for %s".formatted(name(actor), post.slug, due), () -> {
                room.posts.schedule().handle(new SchedulePost.Command(actor, post.id, due));
                post.become(Status.SCHEDULED);
                post.due = due;
            });
        });
    }

    private void comeDue() {
        List<Model.Entry> due = model.posts.values().stream()
                .filter(post -> post.due != null && !post.due.isAfter(room.clock.instant()))
                .toList();
        expect(null, "comes due", () -> {
            assertThat(room.posts.publishDue().handle()).isEqualTo(due.size());
            due.forEach(post -> model.see(post, post.due));
        });
    }

    private void unpublish() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Kind refusal = !mayPublish(actor, post) ? Kind.FORBIDDEN : conflictIf(isPutAway(post));
            expect(refusal, "%s takes %s back".formatted(name(actor), post.slug), () -> {
                room.posts.unpublish().handle(new UnpublishPost.Command(actor, post.id));
                makeWay(post);
                if (post.status != Status.IN_REVIEW) {
                    post.become(Status.DRAFT);
                }
            });
        });
    }

    private void archive() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Kind refusal = !mayPublish(actor, post) ? Kind.FORBIDDEN : conflictIf(post.status == Status.TRASHED);
            expect(refusal, "%s archives %s".formatted(name(actor), post.slug), () -> {
                room.posts.archive().handle(new ArchivePost.Command(actor, post.id));
                makeWay(post);
                post.become(Status.ARCHIVED);
            });
        });
    }

    private void reopen() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Kind refusal = mayPublish(actor, post) ? conflictIf(post.status != Status.ARCHIVED) : Kind.FORBIDDEN;
            expect(refusal, "%s reopens %s".formatted(name(actor), post.slug), () -> {
                room.posts.reopen().handle(new ReopenPost.Command(actor, post.id));
                post.status = Status.DRAFT;
            });
        });
    }

    private void move() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            String slug = chance.oneOf(SLUGS);
            boolean nowhere = slug.equals(post.slug);
            Kind refusal = !mayRevise(actor, post)
                    ? Kind.FORBIDDEN
                    : nowhere || model.isFree(slug, post.id)
                            ? null
                            : Model.isReserved(slug) ? Kind.INVALID : Kind.CONFLICT;
            expect(refusal, "%s moves %s to %s".formatted(name(actor), post.slug, slug), () -> {
                room.posts.move().handle(new MovePost.Command(actor, post.id, new Slug(slug)));
                if (!nowhere) {
                    model.move(post, slug);
                }
            });
        });
    }

    private void tag() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            List<TagId> tags = new ArrayList<>();
            for (int n = chance.below(4); n > 0; n--) {
                tags.add(findOrCreate(chance.oneOf(TAGS)));
            }
            expect(
                    mayRevise(actor, post) ? null : Kind.FORBIDDEN,
                    "%s tags %s".formatted(name(actor), post.slug),
                    () -> {
                        room.posts.tag().handle(new TagPost.Command(actor, post.id, tags));
                        post.tags = tags.stream().distinct().toList();
                    });
        });
    }

    private TagId findOrCreate(String word) {
        TagId found = room.tag(word);
        String path = "/tags/" + word;
        log.add("the word " + word);
        Optional<TagId> known = model.tags.keySet().stream()
                .filter(tag -> model.tags.get(tag).equals(word))
                .findFirst();
        if (known.isEmpty() && model.leads.get(path) instanceof TagId former) {
            known = Optional.of(former);
        }
        assertThat(known.isPresent()).isEqualTo(model.tags.containsKey(found));
        known.ifPresent(tag -> assertThat(found).isEqualTo(tag));
        if (known.isEmpty()) {
            model.tags.put(found, word);
            model.leads.remove(path);
            model.promises.put(path, found);
        }
        return found;
    }

    private void credit() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            List<AuthorId> byline =
                    chance.onceIn(2) ? List.of(chance.oneOf(List.of(room.ada, room.bob))) : List.of(room.bob, room.ada);
            boolean may = mayRevise(actor, post)
                    && (isEditor(actor) || byline.equals(actor.author().stream().toList()));
            expect(may ? null : Kind.FORBIDDEN, "%s credits %s".formatted(name(actor), post.slug), () -> {
                room.posts.credit().handle(new CreditAuthors.Command(actor, post.id, byline));
                post.byline = byline;
            });
        });
    }

    private void link() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Model.Entry other = anyPost().orElseThrow();
            boolean nothing = other == post || !mayKnow(actor, other);
            boolean may = mayRevise(actor, post) && (nothing || mayEdit(actor, other));
            boolean clashes = model.clashes(post, post.shown(), other.translations);
            Kind refusal = may ? invalidIf(nothing || clashes) : Kind.FORBIDDEN;
            expect(refusal, "%s links %s with %s".formatted(name(actor), post.slug, other.slug), () -> {
                room.posts.linkTranslation().handle(new LinkTranslation.Command(actor, post.id, new Slug(other.slug)));
                post.translations = other.translations;
            });
        });
    }

    private void unlink() {
        anyPost().ifPresent(post -> {
            Actor actor = anyActor();
            Kind refusal = mayRevise(actor, post) ? null : Kind.FORBIDDEN;
            expect(refusal, "%s unlinks %s".formatted(name(actor), post.slug), () -> {
                room.posts.unlinkTranslation().handle(new UnlinkTranslation.Command(actor, post.id));
                post.translations = new Object();
            });
        });
    }

    private void keepTags() {
        if (model.tags.isEmpty()) {
            return;
        }
        Actor actor = anyActor();
        TagId tag = chance.oneOf(List.copyOf(model.tags.keySet()));
        if (chance.onceIn(3)) {
            TagId into = chance.oneOf(List.copyOf(model.tags.keySet()));
            Kind refusal = isEditor(actor) ? conflictIf(tag.equals(into)) : Kind.FORBIDDEN;
            expect(refusal, "%s merges %s".formatted(name(actor), model.tags.get(tag)), () -> {
                room.tags.merge().handle(new MergeTags.Command(actor, tag, into));
                model.merge(tag, into);
            });
        } else {
            String slug = chance.oneOf(TAGS);
            String from = model.tags.get(tag);
            boolean taken = model.tags.containsValue(slug) || !model.mayTake("/tags/" + slug, tag);
            Kind refusal = isEditor(actor) ? conflictIf(taken && !slug.equals(from)) : Kind.FORBIDDEN;
            expect(refusal, "%s moves tag %s to %s".formatted(name(actor), from, slug), () -> {
                room.tags.move().handle(new MoveTag.Command(actor, tag, new Slug(slug)));
                model.tags.put(tag, slug);
                moved("/tags/" + from, "/tags/" + slug, tag);
            });
        }
    }

    private void renameTag() {
        if (model.tags.isEmpty()) {
            return;
        }
        Actor actor = anyActor();
        TagId tag = chance.oneOf(List.copyOf(model.tags.keySet()));
        TagName name = new TagName("Word " + chance.below(3));
        expect(
                isEditor(actor) ? null : Kind.FORBIDDEN,
                "%s calls tag %s %s".formatted(name(actor), model.tags.get(tag), name),
                () -> room.tags.rename().handle(new RenameTag.Command(actor, tag, name)));
    }

    private void changeProfile() {
        Profile profile = Profile.named("Ada " + chance.below(3));
        expect(
                null,
                "Ada is called " + profile.name(),
                () -> room.authors.changeProfile().handle(new ChangeProfile.Command(room.author, room.ada, profile)));
    }

    private void changeSettings() {
        SettingsView now = room.site.read().handle(Actor.operator());
        Settings settings = now.settings().named("Blog " + chance.below(3), "").listing(1 + chance.below(3));
        expect(
                null,
                "the blog is called %s, with %d posts a page".formatted(settings.title(), settings.postsPerPage()),
                () -> room.site.change().handle(new ChangeSettings.Command(Actor.operator(), now.version(), settings)));
    }

    private void moveAuthor() {
        Actor actor = anyActor();
        AuthorId author = chance.oneOf(List.of(room.ada, room.bob));
        String handle = chance.oneOf(HANDLES);
        String from = model.authors.get(author);
        boolean taken = model.authors.containsValue(handle) || !model.mayTake("/authors/" + handle, author);
        Kind refusal = isEditor(actor) ? conflictIf(taken && !handle.equals(from)) : Kind.FORBIDDEN;
        expect(refusal, "%s moves author %s to %s".formatted(name(actor), from, handle), () -> {
            room.authors.move().handle(new MoveAuthor.Command(actor, author, new Slug(handle)));
            model.authors.put(author, handle);
            moved("/authors/" + from, "/authors/" + handle, author);
        });
    }

    private void moved(String from, String to, Object thing) {
        if (!from.equals(to)) {
            model.leads.remove(to);
            model.leads.put(from, thing);
            model.promises.put(from, thing);
            model.promises.put(to, thing);
        }
    }

    private void keepRedirects() {
        Actor actor = anyActor();
        String path = anyPath();
        if (chance.onceIn(3)) {
            Kind refusal = !isEditor(actor) ? Kind.FORBIDDEN : model.leads.containsKey(path) ? null : Kind.NOT_FOUND;
            expect(refusal, "%s gives %s up".formatted(name(actor), path), () -> {
                room.redirects.remove().handle(new RemoveRedirect.Command(actor, new SitePath(path)));
                model.leads.remove(path);
                model.promises.remove(path);
            });
        } else {
            Object target = anyTarget();
            Kind refusal = !isEditor(actor)
                    ? Kind.FORBIDDEN
                    : Model.isOwnPage(path)
                            ? Kind.INVALID
                            : conflictIf(model.isPost(path) || model.circles(path, target));
            expect(refusal, "%s lets %s lead to %s".formatted(name(actor), path, target), () -> {
                room.redirects.add().handle(new AddRedirect.Command(actor, new SitePath(path), target(target)));
                model.leads.put(path, target);
                model.promises.remove(path);
            });
        }
    }

    private static Target target(Object target) {
        if (target.equals(Model.GONE)) {
            return new Target.Gone();
        }
        return target instanceof PostId post
                ? new Target.ToPost(post)
                : new Target.ToPath(new SitePath((String) target));
    }

    private Object anyTarget() {
        Optional<Model.Entry> post = anyPost();
        if (post.isPresent() && chance.onceIn(2)) {
            return post.get().id;
        }
        return chance.onceIn(2) ? Model.GONE : anyPath();
    }

    private String anyPath() {
        return switch (chance.below(4)) {
            case 0 -> "/old/" + chance.below(5);
            case 1 -> "/tags/" + chance.oneOf(TAGS);
            case 2 -> "/authors/" + chance.oneOf(HANDLES);
            default -> "/" + chance.oneOf(SLUGS);
        };
    }

    private Optional<Model.Entry> anyPost() {
        return model.posts.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(List.copyOf(model.posts.values())));
    }

    private Actor anyActor() {
        return Actor.of(
                chance.onceIn(2) ? room.ada : room.bob,
                chance.oneOf(List.of(Role.CONTRIBUTOR, Role.AUTHOR, Role.EDITOR, Role.EDITOR, Role.ADMINISTRATOR)));
    }

    private String name(Actor actor) {
        return (actor.author().equals(Optional.of(room.ada)) ? "Ada as " : "Bob as ") + actor.role();
    }

    /** Changes in the language of a translation become the text, so that the post is no translation any more. */
    private void makeWay(Model.Entry post) {
        if (clashes(post, post.title())) {
            post.translations = new Object();
        }
    }

    private boolean clashes(Model.Entry post, String title) {
        return model.clashes(post, title, post.translations);
    }

    /** What is written in a published post waits before it can clash with anything. */
    private boolean clashesAtOnce(Model.Entry post, String title) {
        return post.status != Status.PUBLISHED && clashes(post, title);
    }

    private static Draft words(String title) {
        return Draft.of(new Title(title), "Words about " + title, Model.language(title));
    }

    private static boolean isEditor(Actor actor) {
        return actor.role() == Role.EDITOR || actor.role() == Role.ADMINISTRATOR;
    }

    private static boolean mayEdit(Actor actor, Model.Entry post) {
        return isEditor(actor) || post.byline.contains(actor.author().orElseThrow());
    }

    private static boolean mayKnow(Actor actor, Model.Entry post) {
        return post.isRead() || mayEdit(actor, post);
    }

    private static boolean mayPublish(Actor actor, Model.Entry post) {
        return mayEdit(actor, post) && actor.role() != Role.CONTRIBUTOR;
    }

    private static boolean mayRevise(Actor actor, Model.Entry post) {
        boolean shown = post.status == Status.SCHEDULED || post.status == Status.PUBLISHED;
        return shown ? mayPublish(actor, post) : mayEdit(actor, post);
    }

    private static boolean mayWrite(Actor actor, Model.Entry post) {
        return post.status == Status.SCHEDULED ? mayPublish(actor, post) : mayEdit(actor, post);
    }

    private static boolean isPutAway(Model.Entry post) {
        return post.status == Status.ARCHIVED || post.status == Status.TRASHED;
    }

    private static @Nullable Kind conflictIf(boolean conflict) {
        return conflict ? Kind.CONFLICT : null;
    }

    private static @Nullable Kind invalidIf(boolean clash) {
        return clash ? Kind.INVALID : null;
    }

    /** Does it, or sees it refused for the expected reason with nothing changed. */
    private void expect(@Nullable Kind refusal, String words, Runnable act) {
        log.add(refusal == null ? words : words + " and is refused: " + refusal);
        if (refusal == null) {
            act.run();
            return;
        }
        long head = room.blog.head();
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BlogException.class, thrown -> assertThat(thrown.kind()).isEqualTo(refusal));
        assertThat(room.blog.head()).isEqualTo(head);
    }
}
