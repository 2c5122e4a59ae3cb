package dev.waxwing.application.post;

import static dev.waxwing.application.Newsroom.words;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.Newsroom;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with whose post, {@code CHANGED} being a published one with newer text. Each cell: with one's own post / with the post of another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostPermissionsTest {
    private interface Act {
        void by(Actor actor, PostId post, Newsroom room);
    }

    private static final Map<String, Act> ACTS = Map.ofEntries(
            Map.entry(
                    "revise",
                    (actor, post, room) -> room.posts
                            .revise()
                            .handle(new RevisePost.Command(actor, post, OptionalLong.empty(), words("Other words")))),
            Map.entry(
                    "restore",
                    (actor, post, room) ->
                            room.posts.restoreRevision().handle(new RestoreRevision.Command(actor, post, 1))),
            Map.entry(
                    "tag",
                    (actor, post, room) ->
                            room.posts.tag().handle(new TagPost.Command(actor, post, List.of(room.tag("Java"))))),
            Map.entry(
                    "credit",
                    (actor, post, room) -> room.posts
                            .credit()
                            .handle(new CreditAuthors.Command(
                                    actor, post, room.state(post).authors()))),
            Map.entry(
                    "link",
                    (actor, post, room) -> room.posts
                            .linkTranslation()
                            .handle(new LinkTranslation.Command(actor, post, german(room)))),
            Map.entry(
                    "unlink",
                    (actor, post, room) ->
                            room.posts.unlinkTranslation().handle(new UnlinkTranslation.Command(actor, post))),
            Map.entry(
                    "move",
                    (actor, post, room) ->
                            room.posts.move().handle(new MovePost.Command(actor, post, new Slug("elsewhere")))),
            Map.entry(
                    "publish",
                    (actor, post, room) -> room.posts.publish().handle(new PublishPost.Command(actor, post))),
            Map.entry(
                    "schedule",
                    (actor, post, room) ->
                            room.posts.schedule().handle(new SchedulePost.Command(actor, post, NOON.plusSeconds(99)))),
            Map.entry(
                    "unpublish",
                    (actor, post, room) -> room.posts.unpublish().handle(new UnpublishPost.Command(actor, post))),
            Map.entry(
                    "archive",
                    (actor, post, room) -> room.posts.archive().handle(new ArchivePost.Command(actor, post))),
            Map.entry("reopen", (actor, post, room) -> room.posts.reopen().handle(new ReopenPost.Command(actor, post))),
            Map.entry(
                    "save",
                    (actor, post, room) -> room.posts
                            .save()
                            .handle(new SavePost.Command(
                                    actor, post, room.state(post).version(), words("Other words")))),
            Map.entry("submit", (actor, post, room) -> room.posts.submit().handle(new SubmitPost.Command(actor, post))),
            Map.entry(
                    "withdraw",
                    (actor, post, room) -> room.posts.withdraw().handle(new WithdrawPost.Command(actor, post))),
            Map.entry(
                    "publish-changes",
                    (actor, post, room) -> room.posts.publishChanges().handle(new PublishChanges.Command(actor, post))),
            Map.entry(
                    "discard-changes",
                    (actor, post, room) -> room.posts.discardChanges().handle(new DiscardChanges.Command(actor, post))),
            Map.entry("open", (actor, post, room) -> room.posts.open().handle(new OpenPost.Command(actor, post))),
            Map.entry(
                    "compare",
                    (actor, post, room) ->
                            room.posts.compare().handle(new CompareRevisions.Command(actor, post, 1, 1))),
            Map.entry("trash", (actor, post, room) -> room.posts.trash().handle(new TrashPost.Command(actor, post))),
            Map.entry(
                    "undelete",
                    (actor, post, room) -> room.posts.undelete().handle(new UndeletePost.Command(actor, post))),
            Map.entry(
                    "preview",
                    (actor, post, room) ->
                            room.previews.share().handle(new SharePreview.Command(actor, post, Duration.ofDays(7)))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # act    | of what   | contributor | author   | editor    | administrator
            revise   | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            revise   | SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            revise   | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            revise   | IN_REVIEW | yes / no    | yes / no | yes / yes | yes / yes
            revise   | ARCHIVED  | yes / no    | yes / no | yes / yes | yes / yes
            revise   | TRASHED   | yes / no    | yes / no | yes / yes | yes / yes
            save     | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            save     | IN_REVIEW | yes / no    | yes / no | yes / yes | yes / yes
            save     | SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            save     | PUBLISHED | yes / no    | yes / no | yes / yes | yes / yes
            save     | TRASHED   | yes / no    | yes / no | yes / yes | yes / yes
            submit   | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            submit   | CHANGED   | yes / no    | yes / no | yes / yes | yes / yes
            withdraw | IN_REVIEW | yes / no    | yes / no | yes / yes | yes / yes
            withdraw | CHANGED   | yes / no    | yes / no | yes / yes | yes / yes
            publish-changes | CHANGED | no / no | yes / no | yes / yes | yes / yes
            discard-changes | CHANGED | yes / no | yes / no | yes / yes | yes / yes
            restore  | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            restore  | SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            restore  | PUBLISHED | yes / no    | yes / no | yes / yes | yes / yes
            open     | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            open     | PUBLISHED | yes / no    | yes / no | yes / yes | yes / yes
            compare  | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            trash    | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            trash    | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            undelete | TRASHED   | yes / no    | yes / no | yes / yes | yes / yes
            preview  | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            tag      | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            tag      | SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            tag      | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            credit   | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            credit   | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            link     | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            link     | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            unlink   | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            unlink   | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            move     | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            move     | SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            move     | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            publish  | DRAFT     | no / no     | yes / no | yes / yes | yes / yes
            publish  | IN_REVIEW | no / no     | yes / no | yes / yes | yes / yes
            schedule | DRAFT     | no / no     | yes / no | yes / yes | yes / yes
            unpublish| SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            unpublish| PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            archive  | DRAFT     | no / no     | yes / no | yes / yes | yes / yes
            archive  | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            reopen   | ARCHIVED  | no / no     | yes / no | yes / yes | yes / yes
            """)
    void each_role_may_what_this_table_says(
            String act, String of, String contributor, String author, String editor, String administrator) {
        Map<Role, String> table = Map.of(
                Role.CONTRIBUTOR, contributor,
                Role.AUTHOR, author,
                Role.EDITOR, editor,
                Role.ADMINISTRATOR, administrator);

        table.forEach((role, answer) -> assertThat(own(act, of, role) + " / " + others(act, of, role))
                .as("%s: %s what is %s", role, act, of)
                .isEqualTo(answer));
    }

    /** What a post in English may be a translation of: one that Ada and Bob wrote together. */
    private static Slug german(Newsroom room) {
        Draft draft = Draft.of(new Title("Hallo"), "Worte", new LanguageTag("de"));
        PostId post = room.posts.draft().handle(DraftPost.Command.article(room.editor, draft));
        room.posts.credit().handle(new CreditAuthors.Command(room.editor, post, List.of(room.bob, room.ada)));
        room.posts.publish().handle(new PublishPost.Command(room.editor, post));
        return room.state(post).slug();
    }

    private static String own(String act, String of, Role role) {
        Newsroom room = new Newsroom();
        return may(ACTS.get(act), Actor.of(room.ada, role), of, room);
    }

    private static String others(String act, String of, Role role) {
        Newsroom room = new Newsroom();
        return may(ACTS.get(act), Actor.of(room.bob, role), of, room);
    }

    private static String may(Act act, Actor actor, String of, Newsroom room) {
        PostId post = inStatus(of, room);
        Post.State before = room.state(post);
        try {
            act.by(actor, post, room);
            return "yes";
        } catch (BlogException.Forbidden refused) {
            assertThat(room.state(post)).isEqualTo(before);
            return "no";
        }
    }

    private static PostId inStatus(String status, Newsroom room) {
        PostId post = room.draft("Hello");
        switch (status) {
            case "DRAFT" -> {}
            case "IN_REVIEW" -> room.posts.submit().handle(new SubmitPost.Command(room.author, post));
            case "TRASHED" -> room.posts.trash().handle(new TrashPost.Command(room.editor, post));
            case "SCHEDULED" ->
                room.posts.schedule().handle(new SchedulePost.Command(room.editor, post, NOON.plusSeconds(60)));
            case "PUBLISHED" -> room.posts.publish().handle(new PublishPost.Command(room.editor, post));
            case "CHANGED" -> {
                room.posts.publish().handle(new PublishPost.Command(room.editor, post));
                long seen = room.state(post).version();
                room.posts.save().handle(new SavePost.Command(room.editor, post, seen, words("Hello again")));
            }
            case "ARCHIVED" -> room.posts.archive().handle(new ArchivePost.Command(room.editor, post));
            default -> throw new IllegalArgumentException(status);
        }
        return post;
    }
}
