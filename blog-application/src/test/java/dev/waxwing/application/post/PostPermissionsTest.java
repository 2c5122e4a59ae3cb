package dev.waxwing.application.post;

import static dev.waxwing.application.Newsroom.words;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.Newsroom;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with whose post. Each cell: with one's own post / with the post of another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostPermissionsTest {
    private interface Act {
        void by(Actor actor, PostId post, Newsroom room);
    }

    private static final Map<String, Act> ACTS = Map.of(
            "revise",
                    (actor, post, room) -> room.posts
                            .revise()
                            .handle(new RevisePost.Command(actor, post, OptionalLong.empty(), words("Other words"))),
            "restore",
                    (actor, post, room) ->
                            room.posts.restoreRevision().handle(new RestoreRevision.Command(actor, post, 1)),
            "tag",
                    (actor, post, room) ->
                            room.posts.tag().handle(new TagPost.Command(actor, post, List.of(room.tag("Java")))),
            "credit",
                    (actor, post, room) -> room.posts
                            .credit()
                            .handle(new CreditAuthors.Command(
                                    actor, post, room.state(post).authors())),
            "move",
                    (actor, post, room) ->
                            room.posts.move().handle(new MovePost.Command(actor, post, new Slug("elsewhere"))),
            "publish", (actor, post, room) -> room.posts.publish().handle(new PublishPost.Command(actor, post)),
            "schedule",
                    (actor, post, room) ->
                            room.posts.schedule().handle(new SchedulePost.Command(actor, post, NOON.plusSeconds(99))),
            "unpublish", (actor, post, room) -> room.posts.unpublish().handle(new UnpublishPost.Command(actor, post)),
            "archive", (actor, post, room) -> room.posts.archive().handle(new ArchivePost.Command(actor, post)),
            "reopen", (actor, post, room) -> room.posts.reopen().handle(new ReopenPost.Command(actor, post)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # act    | of what   | contributor | author   | editor    | administrator
            revise   | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            revise   | SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            revise   | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            revise   | ARCHIVED  | yes / no    | yes / no | yes / yes | yes / yes
            restore  | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            restore  | SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            restore  | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            tag      | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            tag      | SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            tag      | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            credit   | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            credit   | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            move     | DRAFT     | yes / no    | yes / no | yes / yes | yes / yes
            move     | SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            move     | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            publish  | DRAFT     | no / no     | yes / no | yes / yes | yes / yes
            schedule | DRAFT     | no / no     | yes / no | yes / yes | yes / yes
            unpublish| SCHEDULED | no / no     | yes / no | yes / yes | yes / yes
            unpublish| PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            archive  | DRAFT     | no / no     | yes / no | yes / yes | yes / yes
            archive  | PUBLISHED | no / no     | yes / no | yes / yes | yes / yes
            reopen   | ARCHIVED  | no / no     | yes / no | yes / yes | yes / yes
            """)
    void each_role_may_what_this_table_says(
            String act, Post.Status of, String contributor, String author, String editor, String administrator) {
        Map<Role, String> table = Map.of(
                Role.CONTRIBUTOR, contributor,
                Role.AUTHOR, author,
                Role.EDITOR, editor,
                Role.ADMINISTRATOR, administrator);

        table.forEach((role, answer) -> assertThat(own(act, of, role) + " / " + others(act, of, role))
                .as("%s: %s what is %s", role, act, of)
                .isEqualTo(answer));
    }

    private static String own(String act, Post.Status of, Role role) {
        Newsroom room = new Newsroom();
        return may(ACTS.get(act), Actor.of(room.ada, role), of, room);
    }

    private static String others(String act, Post.Status of, Role role) {
        Newsroom room = new Newsroom();
        return may(ACTS.get(act), Actor.of(room.bob, role), of, room);
    }

    private static String may(Act act, Actor actor, Post.Status of, Newsroom room) {
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

    private static PostId inStatus(Post.Status status, Newsroom room) {
        PostId post = room.draft("Hello");
        switch (status) {
            case DRAFT -> {}
            case SCHEDULED ->
                room.posts.schedule().handle(new SchedulePost.Command(room.editor, post, NOON.plusSeconds(60)));
            case PUBLISHED -> room.posts.publish().handle(new PublishPost.Command(room.editor, post));
            case ARCHIVED -> room.posts.archive().handle(new ArchivePost.Command(room.editor, post));
        }
        return post;
    }
}
