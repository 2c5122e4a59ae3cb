package dev.waxwing.application.archive;

import static dev.waxwing.application.archive.FakeArchive.LONG_AGO;
import static dev.waxwing.application.archive.FakeArchive.png;
import static dev.waxwing.application.archive.Settled.Outcome.IMPORTED;
import static dev.waxwing.application.archive.Settled.Outcome.MEDIA;
import static dev.waxwing.application.archive.Settled.Outcome.NO_POST;
import static dev.waxwing.application.archive.Settled.Outcome.REDIRECT;
import static dev.waxwing.application.archive.Settled.Outcome.REFUSED;
import static dev.waxwing.application.archive.Settled.Outcome.REVISED;
import static dev.waxwing.application.archive.Settled.Outcome.UNCHANGED;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.waxwing.application.archive.ImportArchive.Mode;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.PlainRenderer;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.library.MediaView;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.MovePost;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.post.Rendering;
import dev.waxwing.application.post.RevisePost;
import dev.waxwing.application.post.UnlinkTranslation;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportArchiveTest {
    private final InMemoryBlog blog = new InMemoryBlog();
    private final SettableClock clock = new SettableClock(NOON);
    private final FakeArchive archive = new FakeArchive();
    private final Map<String, Settled> settled = new LinkedHashMap<>();
    private final List<BrokenLink> broken = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final ImportArchive useCase = new ImportArchive(
            blog.posts(),
            blog.desk(),
            blog.authors(),
            blog.tags(),
            blog.redirects(),
            blog.redirects().queries(),
            blog.media(),
            blog.library(),
            new LinkingRenderer(),
            blog.importLedger(),
            blog.ids(),
            blog,
            clock);

    /** Plain paragraphs whose bracketed addresses are links; refuses a text that says so. */
    private static final class LinkingRenderer implements MarkdownRenderer {
        private final PlainRenderer plain = new PlainRenderer();

        @Override
        public Rendering render(String markdown, LanguageTag language) {
            if (markdown.contains("too deep")) {
                throw new BlogException.Invalid("markdown", "The text is nested too deeply");
            }
            List<String> links = new ArrayList<>();
            Matcher link = Pattern.compile("\\(([^)\\s]+)\\)").matcher(markdown);
            while (link.find()) {
                links.add(link.group(1));
            }
            List<String> removed = markdown.contains("<script") ? List.of("script", "script") : List.of();
            return new Rendering(plain.render(markdown, language).body(), removed, links);
        }

        @Override
        public String absolute(String html, URI page) {
            return html;
        }
    }

    private ImportReport importing() {
        return importing(Mode.STORE);
    }

    private ImportReport importing(Mode mode) {
        settled.clear();
        broken.clear();
        remarks.clear();
        return useCase.handle(new ImportArchive.Command(
                Actor.operator(), archive, mode, "The editors", new ImportListener() {
                    @Override
                    public void settled(Settled file) {
                        assertThat(settled.put(file.source(), file))
                                .as("told once")
                                .isNull();
                    }

                    @Override
                    public void broken(BrokenLink link) {
                        broken.add(link);
                    }

                    @Override
                    public void remarked(String remark) {
                        remarks.add(remark);
                    }
                }));
    }

    private Post.State post(String slug) {
        PostId id = blog.posts().findBySlug(new Slug(slug)).orElseThrow();
        return blog.posts().get(id).state();
    }

    private List<String> notes(String source) {
        return settled.get(source).notes().stream().map(Note::reason).toList();
    }

    private Optional<Destination> follow(String path) {
        return blog.redirects().queries().find(new SitePath(path));
    }

    private PostUseCases useCases() {
        return blog.postUseCases(new LinkingRenderer(), clock);
    }

    @Test
    void a_post_comes_with_all_it_has() {
        FakeArchive.Draft draft = archive.post("hello.md");
        draft.markdown = "Some text";
        draft.excerpt = "Short";
        draft.tags = List.of("Java", "Open Source");
        draft.authors = List.of(
                new ArchivedAuthor("Ada Lind", Optional.of(new WebAddress("https://ada.example/"))),
                new ArchivedAuthor("Bob", Optional.empty()));
        draft.updatedAt = Optional.of(LONG_AGO.plusSeconds(60));

        ImportReport report = importing();

        Post.State post = post("hello");
        assertThat(post.status()).isEqualTo(Post.Status.PUBLISHED);
        assertThat(post.kind()).isEqualTo(Post.Kind.ARTICLE);
        assertThat(post.publishedAt()).isEqualTo(LONG_AGO);
        assertThat(post.revision().at()).isEqualTo(LONG_AGO.plusSeconds(60));
        assertThat(post.revision().content().title().value()).isEqualTo("Title of hello");
        assertThat(post.revision().content().excerpt()).isEqualTo("Short");
        assertThat(post.tags())
                .extracting(id -> blog.tags().get(id).state().name().value())
                .containsExactly("Java", "Open Source");
        assertThat(post.authors())
                .extracting(id -> blog.authors().get(id).state().profile().name())
                .containsExactly("Ada Lind", "Bob");
        assertThat(blog.authors().get(post.authors().get(0)).state().profile().links())
                .singleElement()
                .returns("ada.example", link -> link.label());
        assertThat(report.outcomes()).containsExactly(entry(IMPORTED, 1));
        assertThat(settled.get("hello.md").address()).contains(new SitePath("/hello"));
    }

    @Test
    void a_post_that_names_nobody_is_by_the_one_who_was_chosen() {
        archive.post("hello.md").authors = List.of();

        importing();

        assertThat(blog.authors()
                        .get(post("hello").authors().get(0))
                        .state()
                        .profile()
                        .name())
                .isEqualTo("The editors");
    }

    @Test
    void authors_and_tags_that_exist_are_used() {
        AuthorId ada = new AuthorId(blog.ids().next());
        blog.authors()
                .save(Author.register(ada, new Slug("ada"), dev.waxwing.domain.author.Profile.named("Ada"), NOON));
        Tag java = Tag.create(
                new dev.waxwing.domain.tag.TagId(blog.ids().next()),
                new dev.waxwing.domain.tag.TagName("JAVA"),
                new Slug("java"),
                NOON);
        blog.tags().save(java);
        archive.post("hello.md").tags = List.of("java");

        importing();

        assertThat(post("hello").authors()).containsExactly(ada);
        assertThat(post("hello").tags()).containsExactly(java.id());
    }

    @Test
    void names_without_a_letter_are_told_apart() {
        archive.post("a.md").authors = List.of(new ArchivedAuthor("🐦", Optional.empty()));
        archive.post("b.md").authors = List.of(new ArchivedAuthor("🦅", Optional.empty()));
        archive.post("c.md").authors = List.of(new ArchivedAuthor("🐦", Optional.empty()));

        importing();

        assertThat(post("a").authors())
                .isEqualTo(post("c").authors())
                .isNotEqualTo(post("b").authors());
    }

    @Test
    void drafts_stay_drafts_and_their_date_is_told() {
        archive.post("hello.md").visibility = ArchivedPost.Visibility.DRAFT;

        importing();

        assertThat(post("hello").status()).isEqualTo(Post.Status.DRAFT);
        assertThat(notes("hello.md")).containsExactly("its date 2020-01-02T03:04:05Z is not kept, as drafts have none");
    }

    @Test
    void a_date_in_the_future_becomes_a_schedule() {
        archive.post("hello.md").publishedAt = Optional.of(NOON.plusSeconds(3600));

        importing();

        assertThat(post("hello").status()).isEqualTo(Post.Status.SCHEDULED);
        assertThat(post("hello").scheduledFor()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(blog.posts().queries().published(new Slug("hello"))).isEmpty();
    }

    @Test
    void a_page_without_a_date_is_published_now() {
        FakeArchive.Draft page = archive.post("about.md");
        page.kind = Post.Kind.PAGE;
        page.publishedAt = Optional.empty();

        importing();

        assertThat(post("about").publishedAt()).isEqualTo(NOON);
        clock.advance(Duration.ofDays(1));
        assertThat(importing().outcomes()).containsExactly(entry(UNCHANGED, 1));
    }

    @Test
    void posts_of_one_name_get_numbers_in_the_order_of_the_archive() {
        archive.post("2018/note.md").slug = "note";
        archive.post("2019/note.md").slug = "note";
        archive.post("2020/note.md").slug = "note";

        importing();

        assertThat(settled.get("2018/note.md").address()).contains(new SitePath("/note"));
        assertThat(settled.get("2019/note.md").address()).contains(new SitePath("/note-2"));
        assertThat(settled.get("2020/note.md").address()).contains(new SitePath("/note-3"));
        assertThat(notes("2019/note.md"))
                .containsExactly("the address /note is taken or reserved; it is found at /note-2");
    }

    @Test
    void a_translation_is_told_by_its_language_before_it_is_by_a_number() {
        archive.post("about.md");
        FakeArchive.Draft translation = archive.post("about.fa.md");
        translation.slug = "about";
        translation.otherwise = Optional.of(new Slug("about-fa"));

        importing();

        assertThat(settled.get("about.fa.md").address()).contains(new SitePath("/about-fa"));
    }

    @Test
    void no_post_takes_an_address_that_the_site_or_the_blog_needs() {
        archive.post("x.md").slug = "hello";
        importing();
        FakeArchive.Draft reserved = archive.post("tags.md");
        reserved.slug = "tags";

        importing();

        assertThat(settled.get("tags.md").address()).contains(new SitePath("/tags-2"));
    }

    @Test
    void former_addresses_lead_to_the_post() {
        archive.post("hello.md").stated("/2020/01/02/Hello.html", "/hello", "/old");

        importing();

        assertThat(follow("/2020/01/02/Hello.html")).contains(new Destination.Moved("/hello"));
        assertThat(follow("/old")).contains(new Destination.Moved("/hello"));
        assertThat(settled.get("hello.md").redirects())
                .containsExactly(new SitePath("/2020/01/02/Hello.html"), new SitePath("/old"));
    }

    @Test
    void a_former_address_never_takes_the_one_of_something_else() {
        archive.post("a.md").stated("/b", "/tags", "/feed.atom", "/media/x.png", "/archive/2020/x", "/taken");
        archive.post("b.md").stated("/taken");

        importing();

        assertThat(follow("/archive/2020/x")).contains(new Destination.Moved("/a"));
        assertThat(follow("/taken")).contains(new Destination.Moved("/a"));
        assertThat(follow("/b")).isEmpty();
        assertThat(notes("a.md"))
                .containsExactly(
                        "its former address /b is the address of another post",
                        "its former address /tags is a page of the site itself",
                        "its former address /feed.atom is a page of the site itself",
                        "its former address /media/x.png is a page of the site itself");
        assertThat(notes("b.md")).containsExactly("its former address /taken leads elsewhere already");
    }

    @Test
    void a_former_address_that_was_only_guessed_gives_way_in_silence() {
        archive.post("a.md").derived("/b", "/tags", "/fine.html");
        archive.post("b.md");

        importing();

        assertThat(notes("a.md")).isEmpty();
        assertThat(follow("/fine.html")).contains(new Destination.Moved("/a"));
    }

    @Test
    void a_file_that_only_points_elsewhere_becomes_a_redirect() {
        archive.post("hello.md");
        archive.redirect("old.md", "/old", new ArchivedRedirect.Goal.ToPost("hello.md"))
                .redirect("path.md", "/path", new ArchivedRedirect.Goal.ToPath(new SitePath("/old")))
                .redirect("away.md", "/away", new ArchivedRedirect.Goal.ToAddress(new WebAddress("https://x.example/")))
                .redirect("loop.md", "/loop", new ArchivedRedirect.Goal.ToPath(new SitePath("/loop2")))
                .redirect("loop2.md", "/loop2", new ArchivedRedirect.Goal.ToPath(new SitePath("/loop")))
                .redirect("lost.md", "/lost", new ArchivedRedirect.Goal.ToPost("missing.md"));

        ImportReport report = importing();

        assertThat(follow("/old")).contains(new Destination.Moved("/hello"));
        assertThat(follow("/path")).contains(new Destination.Moved("/hello"));
        assertThat(follow("/away")).contains(new Destination.Moved("https://x.example/"));
        assertThat(notes("loop2.md")).containsExactly("/loop2 would lead back to itself");
        assertThat(notes("lost.md")).containsExactly("it leads to a file that was not imported");
        assertThat(report.outcomes()).containsOnly(entry(IMPORTED, 1), entry(REDIRECT, 4), entry(REFUSED, 2));
        assertThat(importing().outcomes()).containsOnly(entry(UNCHANGED, 5), entry(REFUSED, 2));
    }

    @Test
    void links_between_posts_lead_to_their_new_addresses() {
        FakeArchive.Draft a = archive.post("a.md");
        a.markdown = "To [b](LINK) and (LINK2).";
        a.referring("LINK", Reference.Kind.POST, "b.md").referring("LINK2", Reference.Kind.POST, "gone.md");
        archive.post("b.md").slug = "größe".replace("ö", "o").replace("ß", "ss");

        importing();

        assertThat(post("a").revision().content().body().markdown()).isEqualTo("To [b](/grosse) and (LINK2).");
    }

    @Test
    void pictures_are_taken_in_once_and_shown_from_here() {
        archive.medium("a.png", png(3, 2)).medium("unused.png", png(1, 1));
        for (String source : List.of("one.md", "two.md")) {
            FakeArchive.Draft draft = archive.post(source);
            draft.markdown = "![x](PIC)";
            draft.referring("PIC", Reference.Kind.MEDIA, "a.png");
            draft.cover = Optional.of(new ArchivedPost.Picture("a.png", "A bird"));
        }

        ImportReport report = importing();

        assertThat(post("one").revision().content().body().markdown())
                .matches("!\\[x]\\(/media/[0-9a-f]{32}-3x2\\.png\\)");
        assertThat(post("one").revision().content().cover().alt()).isEqualTo("A bird");
        assertThat(report.outcomes()).containsOnly(entry(IMPORTED, 2), entry(MEDIA, 1), entry(NO_POST, 1));
        assertThat(blog.library().queries().library("", Optional.empty(), 10))
                .extracting(MediaView::name)
                .containsExactly("a.png");
        assertThat(notes("unused.png")).containsExactly("no imported post shows it");
        assertThat(importing().outcomes()).containsOnly(entry(UNCHANGED, 3), entry(NO_POST, 1));
    }

    @Test
    void a_file_that_no_reader_may_be_given_stays_behind_and_is_told() {
        archive.medium("virus.exe", new byte[] {1, 2, 3});
        FakeArchive.Draft draft = archive.post("a.md");
        draft.markdown = "[x](FILE)";
        draft.referring("FILE", Reference.Kind.MEDIA, "virus.exe");

        importing();

        assertThat(settled.get("virus.exe").outcome()).isEqualTo(REFUSED);
        assertThat(notes("virus.exe")).containsExactly("This is not a PNG picture");
        assertThat(notes("a.md")).containsExactly("'virus.exe' could not be taken in");
        assertThat(post("a").revision().content().body().markdown()).isEqualTo("[x](FILE)");
        assertThat(broken).containsExactly(new BrokenLink("a.md", "FILE"));
    }

    @Test
    void the_part_before_the_more_marker_becomes_the_excerpt() {
        FakeArchive.Draft draft = archive.post("a.md");
        draft.markdown = "First words.\n\n<!--more-->\n\nMore words.";
        draft.summaryEnd = draft.markdown.indexOf("<!--");

        importing();

        assertThat(post("a").revision().content().excerpt()).isEqualTo("First words.");
    }

    @Test
    void what_the_renderer_left_out_is_told() {
        archive.post("a.md").markdown = "<script>alert(1)</script>";

        importing();

        assertThat(notes("a.md")).containsExactly("left out of the page: script");
    }

    @Test
    void one_bad_file_stops_no_other() {
        archive.post("a.md");
        archive.post("deep.md").markdown = "too deep";
        archive.unreadable("broken.md", "the header is not YAML").leftOut("x.rst", LeftOut.Cause.REFUSED, "not read");
        archive.post("z.md");

        ImportReport report = importing();

        assertThat(report.outcomes()).containsOnly(entry(IMPORTED, 2), entry(REFUSED, 3));
        assertThat(notes("deep.md")).containsExactly("The text is nested too deeply");
        assertThat(settled.get("broken.md").notes()).containsExactly(new Note(7, "the header is not YAML"));
        assertThat(settled.get("x.rst").notes()).containsExactly(new Note(3, "not read"));
    }

    @Test
    void a_post_that_storage_refuses_takes_no_other_with_it() {
        archive.post("a.md");
        List<ArchivedAuthor> crowd = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            crowd.add(new ArchivedAuthor("Author " + i, Optional.empty()));
        }
        archive.post("crowded.md").authors = crowd;
        archive.post("z.md");

        ImportReport report = importing();

        assertThat(report.outcomes()).containsOnly(entry(IMPORTED, 2), entry(REFUSED, 1));
        assertThat(notes("crowded.md")).containsExactly("A post has 1 to 20 authors");
        assertThat(blog.authors().find(new Slug("author-1")))
                .as("registered for nobody")
                .isEmpty();
        assertThat(post("z").status()).isEqualTo(Post.Status.PUBLISHED);
    }

    @Test
    void the_outcomes_add_up_to_the_files_also_over_many_batches() {
        for (int i = 0; i < 1_250; i++) {
            FakeArchive.Draft draft = archive.post("post-%04d.md".formatted(i));
            draft.markdown = i % 250 == 7 ? "too deep" : "Text " + i;
        }
        archive.medium("m.png", png(1, 1)).leftOut("LICENSE", LeftOut.Cause.NO_POST, "no post");
        archive.redirect("old.md", "/old", new ArchivedRedirect.Goal.ToPost("post-0000.md"));

        ImportReport report = importing();

        assertThat(report.files()).isEqualTo(1_253).isEqualTo(settled.size());
        assertThat(report.outcomes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(1_253);
        assertThat(report.count(IMPORTED)).isEqualTo(1_245);
        assertThat(settled.keySet().stream()
                        .filter(source -> settled.get(source).outcome() == IMPORTED))
                .isSorted();
    }

    @Test
    void long_texts_are_stored_in_smaller_batches() {
        for (int i = 0; i < 12; i++) {
            archive.post("post-%02d.md".formatted(i)).markdown = "word ".repeat(90_000);
        }
        List<Long> heads = new ArrayList<>();
        blog.whenAppended(() -> heads.add(blog.head()));

        importing();

        assertThat(heads).hasSizeGreaterThan(2);
        assertThat(settled).hasSize(12);
    }

    @Test
    void of_two_posts_that_had_one_address_the_first_keeps_it() {
        archive.post("a.md").stated("/shared");
        archive.post("b.md").stated("/shared");

        importing();

        assertThat(follow("/shared")).contains(new Destination.Moved("/a"));
        assertThat(notes("b.md")).containsExactly("its former address /shared leads elsewhere already");
    }

    @Test
    void files_that_are_one_text_in_several_languages_become_translations_of_each_other() {
        archive.post("a.md").translating("a", "en");
        archive.post("a-fr.md").translating("a", "fr");
        archive.post("b.md").translating("b", "fr");

        importing();

        assertThat(translations("a")).containsExactly("a", "a-fr");
        assertThat(translations("a-fr")).containsExactly("a", "a-fr");
        assertThat(translations("b")).containsExactly("b");
    }

    @Test
    void importing_again_links_only_what_came_since() {
        archive.post("a.md").translating("a", "en");
        archive.post("a-fr.md").translating("a", "fr");
        importing();
        long before = blog.head();
        importing();
        assertThat(blog.head()).isEqualTo(before);

        archive.post("a-de.md").translating("a", "de");
        importing();

        assertThat(translations("a")).containsExactly("a-de", "a", "a-fr");
    }

    @Test
    void what_was_unlinked_here_stays_unlinked() {
        archive.post("a.md").translating("a", "en");
        archive.post("a-fr.md").translating("a", "fr");
        archive.post("a-de.md").translating("a", "de");
        importing();
        useCases()
                .unlinkTranslation()
                .handle(new UnlinkTranslation.Command(
                        Actor.operator(), post("a-fr").id()));

        importing();

        assertThat(translations("a")).containsExactly("a-de", "a");
        assertThat(translations("a-fr")).containsExactly("a-fr");
    }

    @Test
    void two_files_in_one_language_are_no_translations_of_each_other() {
        archive.post("a.md").translating("a", "en");
        archive.post("a-again.md").translating("a", "en");
        archive.post("a-fr.md").translating("a", "fr");

        importing();

        assertThat(translations("a")).containsExactly("a", "a-fr");
        assertThat(translations("a-again")).containsExactly("a-again");
    }

    @Test
    void a_language_that_was_linked_here_is_told_and_keeps_no_other_from_being_linked() {
        archive.post("a.md").translating("a", "en");
        importing();
        archive.post("other.md").translating("other", "fr");
        importing();
        useCases()
                .linkTranslation()
                .handle(new LinkTranslation.Command(
                        Actor.operator(), post("other").id(), new Slug("a")));
        archive.post("a-fr.md").translating("a", "fr");
        archive.post("a-de.md").translating("a", "de");

        importing();

        assertThat(translations("a")).containsExactly("a-de", "a", "other");
        assertThat(remarks)
                .contains(
                        "a-fr.md is not linked with its translations: "
                                + "/other is the translation in 'fr' already; choose another language, or unlink that one first");
    }

    @Test
    void a_post_with_which_others_were_linked_here_stays_with_them() {
        archive.post("a.md").translating("a", "en");
        archive.post("b.md").translating("b", "fr");
        archive.post("other.md").translating("other", "de");
        importing();
        useCases()
                .linkTranslation()
                .handle(new LinkTranslation.Command(
                        Actor.operator(), post("other").id(), new Slug("b")));
        archive.post("b.md").translating("a", "fr");

        importing();

        assertThat(translations("b")).containsExactly("other", "a", "b");
    }

    private List<String> translations(String slug) {
        return blog.posts().queries().translations(post(slug).group()).stream()
                .map(translation -> translation.slug().value())
                .toList();
    }

    @Test
    void importing_again_changes_nothing() {
        archive.post("a.md").stated("/old");
        archive.post("b.md").visibility = ArchivedPost.Visibility.DRAFT;
        importing();
        long head = blog.head();

        ImportReport again = importing();

        assertThat(again.outcomes()).containsExactly(entry(UNCHANGED, 2));
        assertThat(blog.head()).isEqualTo(head);
    }

    @Test
    void a_file_that_has_changed_revises_its_post() {
        archive.post("a.md").stated("/old");
        importing();
        PostId id = blog.posts().findBySlug(new Slug("a")).orElseThrow();
        archive.post("a.md").markdown = "New text";
        archive.post("a.md").title = "New title";
        archive.post("a.md").tags = List.of("New");
        archive.post("a.md").publishedAt = Optional.of(LONG_AGO.minusSeconds(60));
        archive.post("a.md").stated("/old", "/older");

        ImportReport again = importing();

        assertThat(again.outcomes()).containsExactly(entry(REVISED, 1));
        Post.State post = blog.posts().get(id).state();
        assertThat(post.slug()).isEqualTo(new Slug("a"));
        assertThat(post.revision().number()).isEqualTo(2);
        assertThat(post.revision().content().title().value()).isEqualTo("New title");
        assertThat(post.tags()).hasSize(1);
        assertThat(post.publishedAt()).isEqualTo(LONG_AGO.minusSeconds(60));
        assertThat(follow("/older")).contains(new Destination.Moved("/a"));
        assertThat(importing().outcomes()).containsExactly(entry(UNCHANGED, 1));
    }

    @Test
    void a_post_that_was_edited_here_is_left_as_it_is() {
        archive.post("a.md");
        importing();
        PostId id = blog.posts().findBySlug(new Slug("a")).orElseThrow();
        useCases()
                .revise()
                .handle(new RevisePost.Command(
                        Actor.operator(),
                        id,
                        OptionalLong.empty(),
                        Draft.of(new Title("Mine"), "My text", LanguageTag.ENGLISH)));
        archive.post("a.md").markdown = "Their text";

        ImportReport again = importing();

        assertThat(again.outcomes()).containsExactly(entry(UNCHANGED, 1));
        assertThat(notes("a.md")).containsExactly("its post was edited here since it was imported: left as it is");
        assertThat(post("a").revision().content().title().value()).isEqualTo("Mine");
    }

    @Test
    void a_post_that_was_moved_here_is_still_known_and_keeps_its_new_address() {
        archive.post("a.md").slug = "before";
        importing();
        PostId id = blog.posts().findBySlug(new Slug("before")).orElseThrow();
        useCases().move().handle(new MovePost.Command(Actor.operator(), id, new Slug("after")));

        assertThat(importing().outcomes()).containsExactly(entry(UNCHANGED, 1));

        archive.post("a.md").markdown = "New text";
        assertThat(importing().outcomes()).containsExactly(entry(REVISED, 1));
        assertThat(settled.get("a.md").address()).contains(new SitePath("/after"));
    }

    @Test
    void a_post_that_was_archived_here_is_left_as_it_is() {
        archive.post("a.md");
        importing();
        PostId id = blog.posts().findBySlug(new Slug("a")).orElseThrow();
        useCases().archive().handle(new dev.waxwing.application.post.ArchivePost.Command(Actor.operator(), id));
        archive.post("a.md").markdown = "New text";

        importing();

        assertThat(notes("a.md")).containsExactly("its post was archived here since it was imported: left as it is");
        assertThat(post("a").status()).isEqualTo(Post.Status.ARCHIVED);
    }

    @Test
    void a_draft_that_is_finished_in_the_archive_appears() {
        archive.post("a.md").visibility = ArchivedPost.Visibility.DRAFT;
        importing();
        archive.post("a.md").visibility = ArchivedPost.Visibility.PUBLIC;

        importing();

        assertThat(post("a").status()).isEqualTo(Post.Status.PUBLISHED);
        assertThat(post("a").publishedAt()).isEqualTo(LONG_AGO);
    }

    @Test
    void what_readers_see_here_is_not_hidden_by_the_archive() {
        archive.post("a.md").visibility = ArchivedPost.Visibility.DRAFT;
        importing();
        PostId id = blog.posts().findBySlug(new Slug("a")).orElseThrow();
        useCases().publish().handle(new PublishPost.Command(Actor.operator(), id));
        archive.post("a.md").markdown = "New text";

        importing();

        assertThat(post("a").status()).isEqualTo(Post.Status.PUBLISHED);
        assertThat(post("a").revision().content().body().markdown()).isEqualTo("New text");
        assertThat(notes("a.md")).containsExactly("readers see its post already; take it back here if they should not");
    }

    @Test
    void new_files_get_addresses_beside_those_that_were_imported_before() {
        archive.post("b.md").slug = "note";
        importing();
        FakeArchive later = new FakeArchive();
        later.post("a.md").slug = "note";
        later.post("b.md").slug = "note";

        settled.clear();
        useCase.handle(new ImportArchive.Command(
                Actor.operator(), later, Mode.STORE, "The editors", new ImportListener() {
                    @Override
                    public void settled(Settled file) {
                        settled.put(file.source(), file);
                    }
                }));

        assertThat(settled.get("a.md").address()).contains(new SitePath("/note-2"));
        assertThat(settled.get("b.md").address()).contains(new SitePath("/note"));
    }

    @Test
    void a_trial_tells_the_same_and_stores_nothing() {
        archive.post("a.md").stated("/old");
        archive.post("later.md").publishedAt = Optional.of(NOON.plusSeconds(60));
        archive.medium("a.png", png(3, 2));
        archive.post("a.md").markdown = "![x](PIC)";
        archive.post("a.md").referring("PIC", Reference.Kind.MEDIA, "a.png");
        archive.redirect("old.md", "/old2", new ArchivedRedirect.Goal.ToPost("a.md"));

        ImportReport report = importing(Mode.TRY);

        assertThat(report.outcomes()).containsOnly(entry(IMPORTED, 2), entry(MEDIA, 1), entry(REDIRECT, 1));
        assertThat(settled.get("later.md").status()).contains(Post.Status.SCHEDULED);
        assertThat(blog.head()).isZero();
        assertThat(blog.posts().findBySlug(new Slug("a"))).isEmpty();
        assertThat(importing().outcomes()).isEqualTo(report.outcomes());
    }

    @Test
    void links_that_lead_nowhere_are_told_after_the_last_file() {
        archive.post("a.md").markdown =
                "(/b) (/draft) (/missing) (missing.html?x#y) (#part) (https://x.example/) (mailto:a@b.c) "
                        + "(/) (/tags/java) (/tags/none) (/old) (/archive/2020) (/feed.atom) (//x.example) (/media/nothing.png) (/assets/a.png) (../b)";
        archive.post("a.md").tags = List.of("Java");
        archive.post("b.md").stated("/old");
        archive.post("draft.md").visibility = ArchivedPost.Visibility.DRAFT;

        ImportReport report = importing();

        assertThat(broken)
                .extracting(BrokenLink::address)
                .containsExactly(
                        "/draft", "/missing", "missing.html?x#y", "/tags/none", "/media/nothing.png", "/assets/a.png");
        assertThat(report.brokenLinks()).isEqualTo(6);
    }

    @Test
    void another_archive_of_the_same_name_does_not_overwrite_the_posts_of_the_first() {
        archive.at("/home/ada/blog").post("about.md");
        importing();

        archive.at("/home/bob/blog");

        assertThatThrownBy(() -> importing())
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessageContaining("/home/ada/blog")
                .hasMessageContaining("--name test");
        archive.at("/home/ada/blog");
        assertThat(importing().outcomes()).containsOnly(entry(UNCHANGED, 1));
    }

    @Test
    void only_an_administrator_imports() {
        Actor editor = Actor.of(new AuthorId(blog.ids().next()), Role.EDITOR);

        assertThatThrownBy(() -> useCase.handle(
                        new ImportArchive.Command(editor, archive, Mode.STORE, "The editors", new ImportListener() {})))
                .isInstanceOf(BlogException.Forbidden.class);
    }

    @Test
    void the_time_of_writing_is_never_in_the_future() {
        archive.post("a.md").updatedAt = Optional.of(Instant.parse("2099-01-01T00:00:00Z"));

        importing();

        assertThat(post("a").revision().at()).isEqualTo(NOON);
    }

    @Test
    void a_trial_tells_what_an_import_would_do() {
        archive.medium("a.png", png(3, 4)).medium("virus.exe", new byte[] {1, 2, 3});
        archive.redirect("old.md", "/b", new ArchivedRedirect.Goal.ToPost("a.md"));
        FakeArchive.Draft post = archive.post("a.md").stated("/old", "/b");
        post.markdown = "[a](PICTURE) [b](PROGRAM) [c](/old) [d](/b)";
        post.referring("PICTURE", Reference.Kind.MEDIA, "a.png");
        post.referring("PROGRAM", Reference.Kind.MEDIA, "virus.exe");
        archive.post("b.md");

        ImportReport trial = importing(Mode.TRY);
        Map<String, Settled> foretold = new LinkedHashMap<>(settled);
        List<BrokenLink> foretoldBroken = List.copyOf(broken);

        assertThat(blog.posts().findBySlug(new Slug("a"))).isEmpty();
        assertThat(follow("/old")).isEmpty();
        assertThat(importing()).isEqualTo(trial);
        assertThat(foretold).isEqualTo(settled);
        assertThat(foretoldBroken).isEqualTo(broken);
    }

    @Test
    void importing_again_says_that_links_of_unchanged_files_were_not_checked() {
        archive.post("a.md").markdown = "[x](/nowhere)";
        importing();

        importing();

        assertThat(remarks).containsExactly("Links in files that have not changed (1) were not checked again");
    }
}
