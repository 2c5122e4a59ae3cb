package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.archive.MarkdownFolder;
import dev.waxwing.application.archive.ImportArchive;
import dev.waxwing.application.archive.ImportArchive.Mode;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.ImportReport;
import dev.waxwing.application.archive.Settled.Outcome;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.PlainRenderer;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportPostgreSqlTest {
    private static final byte[] PICTURE =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000000100000001080600000000000000");

    private final String address = PostgreSqlServer.freshDatabase();
    private final JdbiPersistence persistence = JdbiPersistence.at(address, PostgreSqlServer.USER, "");
    private final InMemoryBlog besides = new InMemoryBlog();
    private final ImportArchive useCase = new ImportArchive(
            persistence.posts(),
            persistence.deskQueries(),
            persistence.authors(),
            persistence.tags(),
            persistence.redirects(),
            persistence.redirectQueries(),
            besides.media(),
            persistence.media(),
            new PlainRenderer(),
            persistence.importLedger(),
            besides.ids(),
            persistence.unitOfWork(),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        persistence.close();
        PostgreSqlServer.drop(address);
    }

    @Test
    void a_folder_is_imported_once_however_often_it_is_read() throws IOException {
        write(
                "hello.md",
                "---\ntitle: Hello\ndate: 2024-01-01\ntags: [Tea]\naliases: [/old/hello]\n---\n![T](tea.png)");
        write("world.md", "---\ntitle: World\ndate: 2024-01-02\nauthor: Ada\n---\nSee [hello](hello.md).");
        write("broken.md", "---\ntitle: \"Broken\n---\nText");
        Files.write(folder.resolve("tea.png"), PICTURE);

        assertThat(importing().outcomes()).isEqualTo(Map.of(Outcome.IMPORTED, 2, Outcome.MEDIA, 1, Outcome.REFUSED, 1));
        assertThat(persistence.posts().findBySlug(new Slug("hello"))).isPresent();
        assertThat(persistence.posts().findBySlug(new Slug("world"))).isPresent();

        long head = persistence.changes().head();
        assertThat(importing().outcomes()).isEqualTo(Map.of(Outcome.UNCHANGED, 3, Outcome.REFUSED, 1));
        assertThat(persistence.changes().head()).isEqualTo(head).isPositive();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private ImportReport importing() {
        MarkdownFolder.Options options = new MarkdownFolder.Options(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ZoneOffset.UTC,
                Optional.empty(),
                LanguageTag.ENGLISH,
                MarkdownFolder.AuthorNames.AS_WRITTEN,
                NOON);
        return useCase.handle(new ImportArchive.Command(
                Actor.operator(),
                MarkdownFolder.at(folder, options),
                Mode.STORE,
                "The editors",
                new ImportListener() {}));
    }
}
