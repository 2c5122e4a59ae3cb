package dev.waxwing.adapter.archive;

import static dev.waxwing.adapter.archive.Folder.notes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.archive.ArchivedPost;
import dev.waxwing.application.archive.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the addresses in posts mean. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinksTest {
    private static final String OTHER = "---\ntitle: Other\ndate: 2024-01-02\n---\nText";

    @TempDir
    Path root;

    private static List<String> meant(ArchivedPost post) {
        return post.references().stream()
                .map(reference -> reference.kind() + " " + reference.source() + reference.suffix())
                .toList();
    }

    private static String linking(String address) {
        return "---\ntitle: T\ndate: 2024-01-01\n---\n[x](" + address + ")";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other.md",
                "./other.md",
                "../posts/other.md",
                "/posts/other.md",
                "@/posts/other.md",
                "{filename}/posts/other.md",
                "{filename}other.md",
                "|filename|other.md",
                "/posts/other/",
                "/posts/other",
                "/posts/other.html",
                "/posts/other/index.html",
                "../other/",
                "other",
                "https://old.example/posts/other/",
                "//OLD.example/posts/other/",
                "/posts/other/?utm=1",
            })
    void a_link_to_another_post_is_known_however_it_is_written(String address) {
        ArchivedPost post = new Folder(root)
                .with("content/posts/this.md", linking(address))
                .with("content/posts/other.md", OTHER)
                .knownAs("https://old.example")
                .post("content/posts/this.md");

        assertThat(meant(post)).containsExactly("POST content/posts/other.md");
    }

    @Test
    void the_part_of_a_page_is_kept() {
        ArchivedPost post = new Folder(root)
                .with("content/posts/this.md", linking("other.md#part"))
                .with("content/posts/other.md", OTHER)
                .post("content/posts/this.md");

        assertThat(meant(post)).containsExactly("POST content/posts/other.md#part");
        Reference reference = post.references().get(0);
        assertThat(post.markdown().substring(reference.start(), reference.end()))
                .isEqualTo("other.md#part");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/posts/other/",
                "mailto:a@example.org",
                "#part",
                "/nowhere/",
                "missing.md",
                "../../../../../etc/passwd",
                "%2e%2e/%2e%2e/%2e%2e/secret.png",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "..",
                "/",
                "//",
                "?",
            })
    void what_is_not_of_the_archive_is_left_as_it_is(String address) {
        Path inside = root.resolve("inside");
        new Folder(root).with("secret.png", "secret");
        ArchivedPost post = new Folder(inside)
                .with("content/posts/this.md", linking(address))
                .with("content/posts/other.md", OTHER)
                .post("content/posts/this.md");

        assertThat(meant(post)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "photo.png, content/posts/this/photo.png",
        "./photo.png, content/posts/this/photo.png",
        "photo.png?x=1#y, content/posts/this/photo.png",
        "My%20photo.jpg, content/posts/this/My photo.jpg",
        "/images/logo.svg, static/images/logo.svg",
        "../../files/slides.pdf, content/files/slides.pdf",
        "https://old.example/images/logo.svg, static/images/logo.svg",
    })
    void pictures_are_found_beside_the_post_and_where_the_site_serves_them_from(String address, String file) {
        ArchivedPost post = new Folder(root)
                .with("content/posts/this/index.md", "---\ntitle: T\ndate: 2024-01-01\n---\n![x](" + address + ")")
                .with("content/posts/this/photo.png", "png")
                .with("content/posts/this/My photo.jpg", "jpg")
                .with("content/files/slides.pdf", "pdf")
                .with("static/images/logo.svg", "svg")
                .knownAs("https://old.example")
                .post();

        assertThat(meant(post)).containsExactly("MEDIA " + file);
    }

    @Test
    void pictures_of_jekyll_and_pelican_are_found_too() {
        assertThat(meant(new Folder(root.resolve("jekyll"))
                        .with(
                                "_posts/2024-01-01-x.md",
                                "---\ntitle: T\n---\n![x]({{ site.baseurl }}/assets/a.png) <img src='/assets/a.png'>")
                        .with("assets/a.png", "png")
                        .post()))
                .containsExactly("MEDIA assets/a.png", "MEDIA assets/a.png");
        assertThat(meant(new Folder(root.resolve("pelican"))
                        .with(
                                "content/x.md",
                                "Title: T\nDate: 2024-01-01\n\n![x]({static}/images/a.png) ![y](images/a.png)")
                        .with("content/images/a.png", "png")
                        .post()))
                .containsExactly("MEDIA content/images/a.png", "MEDIA content/images/a.png");
    }

    @Test
    void translations_share_the_pictures_of_their_folder() {
        Folder folder = new Folder(root)
                .with("content/posts/this/index.md", "---\ntitle: T\ndate: 2024-01-01\n---\n![x](photo.png)")
                .with("content/posts/this/index.fa.md", "---\ntitle: T\ndate: 2024-01-01\n---\n![x](photo.png)")
                .with("content/posts/this/photo.png", "png");

        assertThat(meant(folder.post("content/posts/this/index.fa.md")))
                .containsExactly("MEDIA content/posts/this/photo.png");
    }

    @Test
    void a_picture_that_is_a_link_out_of_the_folder_is_no_part_of_the_archive() throws java.io.IOException {
        Path outside = java.nio.file.Files.writeString(root.resolve("outside.png"), "secret", StandardCharsets.UTF_8);
        Folder folder = new Folder(root.resolve("inside"))
                .with("content/posts/this/index.md", "---\ntitle: T\ndate: 2024-01-01\n---\n![x](photo.png)");
        java.nio.file.Files.createSymbolicLink(root.resolve("inside/content/posts/this/photo.png"), outside);

        assertThat(meant(folder.post())).isEmpty();
        assertThat(folder.leftOut("content/posts/this/photo.png").reason()).isEqualTo("a link, which is not followed");
    }

    @ParameterizedTest
    @CsvSource({
        "cover.png, ''",
        "x.png, 'image: x.png'",
        "x.png, 'cover: {image: x.png, alt: Shown}'",
        "x.png, 'images: [x.png, y.png]'",
        "feature.jpg, ''",
    })
    void a_cover_is_named_by_the_header_or_by_its_name(String file, String header) {
        ArchivedPost post = new Folder(root)
                .with("content/posts/this/index.md", "---\ntitle: T\ndate: 2024-01-01\n" + header + "\n---\nText")
                .with("content/posts/this/" + file, "png")
                .post();

        assertThat(post.cover().orElseThrow().source()).isEqualTo("content/posts/this/" + file);
        assertThat(post.cover().orElseThrow().alt()).isEqualTo(header.contains("Shown") ? "Shown" : "");
    }

    @Test
    void a_cover_that_is_not_there_is_told() {
        ArchivedPost post = new Folder(root)
                .with(
                        "content/posts/this.md",
                        "---\ntitle: T\ndate: 2024-01-01\nimage: https://cdn.example/x.png\n---\nText")
                .post();

        assertThat(post.cover()).isEmpty();
        assertThat(notes(post)).containsExactly("its picture 'https://cdn.example/x.png' is not in the archive");
    }
}
