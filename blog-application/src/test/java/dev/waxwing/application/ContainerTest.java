package dev.waxwing.application;

import static dev.waxwing.application.Newsroom.words;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aSite;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.waxwing.application.account.AccountQueries;
import dev.waxwing.application.account.AccountRepository;
import dev.waxwing.application.account.CodesDemand;
import dev.waxwing.application.account.CommonPasswords;
import dev.waxwing.application.account.LinkStore;
import dev.waxwing.application.account.OneTimeCodes;
import dev.waxwing.application.account.PasswordHasher;
import dev.waxwing.application.account.SessionStore;
import dev.waxwing.application.account.SetUpStore;
import dev.waxwing.application.account.SignInStore;
import dev.waxwing.application.archive.ImportLedger;
import dev.waxwing.application.audit.AuditQueries;
import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorRepository;
import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.backup.MediaFiles;
import dev.waxwing.application.backup.RowIntake;
import dev.waxwing.application.backup.RowStore;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.fake.CountedTokens;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.InMemoryRows;
import dev.waxwing.application.fake.InMemorySearchIndex;
import dev.waxwing.application.fake.PlainCodes;
import dev.waxwing.application.fake.PlainPasswordHasher;
import dev.waxwing.application.fake.PlainRenderer;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.library.MediaQueries;
import dev.waxwing.application.library.MediaRepository;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.post.DeskQueries;
import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.post.PreviewRepository;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.application.search.SearchIndex;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.site.ConfiguredSite;
import dev.waxwing.application.site.Pictures;
import dev.waxwing.application.site.SettingsRepository;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagRepository;
import dev.waxwing.application.throttle.AllowanceStore;
import dev.waxwing.application.token.ApiTokenQueries;
import dev.waxwing.application.token.ApiTokenRepository;
import dev.waxwing.application.token.CreationStore;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A container that knows the ports builds everything else from the annotations alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContainerTest {
    private final InMemoryBlog blog = new InMemoryBlog();
    private final InMemoryRows rows = new InMemoryRows();
    private final Injector injector = Guice.createInjector(new Ports());

    private final class Ports extends AbstractModule {
        @Override
        protected void configure() {
            binder().requireAtInjectOnConstructors();
            bind(Clock.class).toInstance(new SettableClock(NOON));
            bind(UnitOfWork.class).toInstance(blog);
            bind(ChangeFeed.class).toInstance(blog);
            bind(IdGenerator.class).toInstance(blog.ids());
            bind(PostRepository.class).toInstance(blog.posts());
            bind(PostQueries.class).toInstance(blog.posts().queries());
            bind(DeskQueries.class).toInstance(blog.desk());
            bind(PreviewRepository.class).toInstance(blog.previews());
            bind(AuthorRepository.class).toInstance(blog.authors());
            bind(AuthorQueries.class).toInstance(blog.authors().queries());
            bind(TagRepository.class).toInstance(blog.tags());
            bind(TagQueries.class).toInstance(blog.tags().queries());
            bind(RedirectRepository.class).toInstance(blog.redirects());
            bind(RedirectQueries.class).toInstance(blog.redirects().queries());
            bind(AccountRepository.class).toInstance(blog.accounts());
            bind(AccountQueries.class).toInstance(blog.accounts().queries());
            bind(SessionStore.class).toInstance(blog.sessions());
            bind(SignInStore.class).toInstance(blog.storage().signIns());
            bind(LinkStore.class).toInstance(blog.storage().links());
            bind(AllowanceStore.class).toInstance(blog.storage().allowances());
            bind(SetUpStore.class).toInstance(blog.storage().setUp());
            bind(AuditTrail.class).toInstance(blog.audit());
            bind(AuditQueries.class).toInstance(blog.audit());
            bind(OneTimeCodes.class).toInstance(new PlainCodes());
            bind(CodesDemand.class).toInstance(CodesDemand.ofNobody());
            bind(CommonPasswords.class).toInstance(InMemoryBlog.COMMON_PASSWORDS);
            bind(PasswordHasher.class).toInstance(new PlainPasswordHasher());
            bind(TokenGenerator.class).toInstance(new CountedTokens());
            bind(ApiTokenRepository.class).toInstance(blog.apiTokens());
            bind(ApiTokenQueries.class).toInstance(blog.apiTokens());
            bind(CreationStore.class).toInstance(blog.apiTokens());
            bind(MediaStore.class).toInstance(blog.media());
            bind(MediaRepository.class).toInstance(blog.library());
            bind(MediaQueries.class).toInstance(blog.library().queries());
            bind(ImportLedger.class).toInstance(blog.importLedger());
            bind(SettingsRepository.class).toInstance(blog.settings());
            bind(ConfiguredSite.class).toInstance(() -> aSite("A blog"));
            bind(Pictures.class)
                    .toInstance(picture -> blog.library().find(picture).isPresent());
            bind(RowStore.class).toInstance(rows);
            bind(RowIntake.class).toInstance(rows);
            bind(MediaFiles.class).toInstance(blog.media());
            bind(SearchIndex.class).toInstance(new InMemorySearchIndex());
            bind(MarkdownRenderer.class).toInstance(new PlainRenderer());
        }
    }

    @Test
    void every_use_case_is_built_from_its_annotations() throws Exception {
        List<Class<?>> useCases = classes().filter(ContainerTest::isUseCase).toList();

        assertThat(useCases).hasSizeGreaterThan(20).contains(DraftPost.class, PublishPost.class);
        assertThat(useCases).allSatisfy(this::requireBuilt);
    }

    @Test
    void and_so_is_everything_else_that_asks_for_ports() throws Exception {
        List<Class<?>> asking = classes().filter(ContainerTest::asks).toList();

        assertThat(asking).isNotEmpty().allSatisfy(this::requireBuilt);
    }

    @Test
    void what_was_built_works() {
        AuthorId ada = injector.getInstance(RegisterAuthor.class)
                .handle(new RegisterAuthor.Command(Actor.operator(), Profile.named("Ada")));
        Actor actor = Actor.of(ada, Role.AUTHOR);

        PostId post = injector.getInstance(DraftPost.class).handle(DraftPost.Command.article(actor, words("Hello")));
        injector.getInstance(PublishPost.class).handle(new PublishPost.Command(actor, post));

        assertThat(injector.getInstance(PostQueries.class).published(new Slug("hello")))
                .isPresent();
    }

    private void requireBuilt(Class<?> wanted) {
        assertThat(injector.getInstance(wanted)).isInstanceOf(wanted);
    }

    private static boolean isUseCase(Class<?> type) {
        return Modifier.isFinal(type.getModifiers())
                && !type.isRecord()
                && Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method ->
                                method.getName().equals("handle") && Modifier.isPublic(method.getModifiers()));
    }

    private static boolean asks(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.isAnnotationPresent(Inject.class));
    }

    private static Stream<Class<?>> classes() throws IOException, URISyntaxException {
        Path home = Path.of(DraftPost.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(home)) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .map(file -> home.relativize(file).toString())
                    .filter(file -> file.startsWith("dev"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .map(ContainerTest::load)
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
