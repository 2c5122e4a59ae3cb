package dev.waxwing.adapter.backup;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.bob;
import static dev.waxwing.domain.fixture.Fixtures.content;

import dev.waxwing.adapter.files.FileSystemMediaStore;
import dev.waxwing.adapter.jdbi.Databases;
import dev.waxwing.adapter.jdbi.JdbiPersistence;
import dev.waxwing.adapter.jdbi.JdbiRestoration;
import dev.waxwing.adapter.jdbi.PostgreSqlServer;
import dev.waxwing.application.account.GuessablePasswords;
import dev.waxwing.application.account.RegisterAccount;
import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.backup.BackUpBlog;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.application.backup.BackupTarget;
import dev.waxwing.application.backup.RestoreBlog;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.PlainPasswordHasher;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.library.UploadMedia;
import dev.waxwing.application.media.ImageProcessor;
import dev.waxwing.application.publication.ReadPost;
import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.tag.Tag;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A blog with its media in a folder, and its rows in memory, in the folder when it was restored there, or in PostgreSQL. */
final class TrialBlog implements AutoCloseable {
    private final Where where;
    private final JdbiPersistence storage;
    private final FileSystemMediaStore media;

    /** Which database a blog lives in. */
    enum Kind {
        H2 {
            @Override
            Where empty(Path data) {
                return new Where(
                        () -> Files.exists(data.resolve("blog.mv.db"))
                                ? JdbiPersistence.inFolder(data, FreeSpace.PLENTY)
                                : Databases.openH2InMemory(),
                        () -> JdbiRestoration.inFolder(data),
                        () -> {});
            }
        },
        POSTGRESQL {
            @Override
            Where empty(Path data) {
                String address = PostgreSqlServer.freshDatabase();
                return new Where(
                        () -> JdbiPersistence.at(address, PostgreSqlServer.USER, ""),
                        () -> JdbiRestoration.at(address, PostgreSqlServer.USER, ""),
                        () -> PostgreSqlServer.drop(address));
            }
        };

        abstract Where empty(Path data);
    }

    private interface Opening {
        JdbiPersistence open();
    }

    private interface Restoring {
        JdbiRestoration begin();
    }

    private record Where(Opening opening, Restoring restoring, Runnable end) {}

    private TrialBlog(Path data, Where where) {
        this.where = where;
        this.storage = where.opening().open();
        this.media = mediaIn(data);
    }

    /** A blog with something of everything. */
    static TrialBlog filled(Kind kind, Path data) {
        TrialBlog blog = new TrialBlog(data, kind.empty(data));
        blog.fill();
        return blog;
    }

    static TrialBlog empty(Kind kind, Path data) {
        return new TrialBlog(data, kind.empty(data));
    }

    static TrialBlog restored(Kind kind, Path data, Path backup) {
        Where where = kind.empty(data);
        new RestoreBlog(where.restoring().begin(), mediaIn(data))
                .handle(new RestoreBlog.Command(Actor.operator(), StoredBackup.at(backup)));
        return new TrialBlog(data, where);
    }

    /** Restores over what is there, or tries to. */
    void restoreHere(Path backup) {
        new RestoreBlog(where.restoring().begin(), media)
                .handle(new RestoreBlog.Command(Actor.operator(), StoredBackup.at(backup)));
    }

    FileSystemMediaStore media() {
        return media;
    }

    JdbiPersistence storage() {
        return storage;
    }

    BackupManifest backUp(BackupTarget target) {
        return new BackUpBlog(
                        storage.rows(),
                        media,
                        new ReadPost(
                                storage.posts(),
                                storage.authors(),
                                storage.tags(),
                                storage.deskQueries(),
                                storage.unitOfWork()),
                        storage.changes())
                .handle(new BackUpBlog.Command(Actor.operator(), target, "1.2.3", "site.title=A blog\n"));
    }

    /** One more thing that happens. */
    Post publish(String title) {
        Post post = aPublished(title, NOON);
        storage.posts().save(post);
        return post;
    }

    private void fill() {
        storage.authors().save(ada());
        storage.authors().save(bob());
        Tag tag = aTag("Émigré \"quoted\"\\");
        storage.tags().save(tag);
        Post moved = publish("First \u202A post, with 日本語 and 😀");
        Post written = storage.posts().get(moved.id());
        written.tag(List.of(tag.state().id()), NOON);
        written.revise(content("Second text"), ADA, NOON.plusMillis(1));
        storage.posts().save(written);
        Post later = aDraft("Later");
        later.schedule(NOON.plus(Duration.ofDays(1)), NOON);
        storage.posts().save(later);
        SettableClock clock = new SettableClock(NOON);
        new RegisterAccount(
                        storage.accounts(),
                        new RegisterAuthor(
                                storage.authors(),
                                new FormerAddresses(storage.redirects()),
                                UUID::randomUUID,
                                storage.unitOfWork(),
                                clock),
                        new GuessablePasswords(InMemoryBlog.COMMON_PASSWORDS),
                        new PlainPasswordHasher(),
                        UUID::randomUUID,
                        storage.unitOfWork(),
                        clock)
                .handle(new RegisterAccount.Command(
                        Actor.operator(),
                        new EmailAddress("carol@example.org"),
                        "Carol",
                        Role.EDITOR,
                        new Password("correct horse battery")));
        upload("%PDF-1.7 one");
        upload("%PDF-1.7 two");
    }

    MediaAddress upload(String content) {
        return new UploadMedia(media, storage.media(), storage.unitOfWork(), new SettableClock(NOON))
                .handle(new UploadMedia.Command(
                        Actor.operator(),
                        content.substring(9) + ".pdf",
                        "",
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static FileSystemMediaStore mediaIn(Path data) {
        return new FileSystemMediaStore(
                data.resolve("media"), data.resolve("renditions"), FreeSpace.PLENTY, new Untouched());
    }

    /** For files that are no pictures. */
    private static final class Untouched implements ImageProcessor {
        @Override
        public byte[] clean(byte[] picture) {
            return picture;
        }

        @Override
        public Optional<byte[]> shrink(byte[] picture, int width) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        storage.close();
        where.end().run();
    }
}
