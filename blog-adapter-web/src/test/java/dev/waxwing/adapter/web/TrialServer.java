package dev.waxwing.adapter.web;

import dev.waxwing.application.redirect.AddRedirect;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Site;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Serves a blog that has every state a page can be in, to look at and to run checkers against: {@code TrialServer PORT}
 * for a full one, {@code TrialServer PORT empty} for one that has just been set up.
 */
final class TrialServer {
    private static final String LONG =
            "What happens when somebody pastes the abstract of a whole paper into the field that was meant for its name"
                    + " and presses publish without looking at it twice, as people do late in the evening after a long"
                    + " day at the desk, with the tea gone cold and the cat asleep upon the keyboard";

    private TrialServer() {}

    public static void main(String[] arguments) throws Exception {
        TrialBlog blog = TrialBlog.startAt(Integer.parseInt(arguments[0]));
        blog.become(new Site(
                blog.site()
                        .settings()
                        .named(
                                "Grain & Wing",
                                "Notes on small machines, large systems and the long way from one to the other."),
                new WebAddress("http://127.0.0.1:" + blog.port())));
        if (arguments.length == 1) {
            fill(blog);
        }
        System.out.println("http://127.0.0.1:" + blog.port());
        Thread.currentThread().join();
    }

    private static void fill(TrialBlog blog) throws IOException {
        AuthorId ada = blog.author(new Profile(
                "Ada Brook",
                "Works on languages for people who would rather not be woken at night. Lives near a lake.",
                List.of(
                        new Profile.Link("ada.example", new WebAddress("https://ada.example/")),
                        new Profile.Link("Mastodon", new WebAddress("https://social.example/@ada"))),
                blog.blog().media().store(picture(400, 400, 200))));
        AuthorId ben = blog.author("Ben Osei");
        blog.author("Nobody Yet");
        MediaAddress lake = blog.blog().media().store(picture(1200, 675, 40));

        blog.write("Every shape a writer can draw")
                .html(read("shapes.html").replace("LAKE", lake.value()))
                .contents("<ol><li><a href=\"#words\">Words</a></li><li><a href=\"#quotations\">Quotations</a></li>"
                        + "<li><a href=\"#code\">Code</a><ol><li><a href=\"#tables\">Tables</a></li></ol></li>"
                        + "<li><a href=\"#notes\">Notes</a></li></ol>")
                .excerpt("Figures, quotations, notes, code, tables, lists of three kinds and a footnote or two.")
                .by(ada, ben)
                .tagged("Typography", "Design", "日本語")
                .publish();
        blog.write("A morning at the lake")
                .cover(lake, "A lake under a red sky")
                .excerpt("It was cold, and nobody was there but a heron and a man who sold coffee from a bicycle.")
                .by(ada)
                .tagged("Travel")
                .daysAgo(3)
                .publish();
        blog.write("איך זה עובד: אישורים בחינם לכולם")
                .in("he")
                .html("<p>המטרה היא לאפשר הקמת שרת והשגת אישור מהימן לדפדפן באופן אוטומטי, ללא התערבות אנושית.</p>"
                        + "<figure class=\"code\"><figcaption>Shell</figcaption><pre tabindex=\"0\" dir=\"ltr\"><code"
                        + " class=\"language-shell\">$ ./waxwing serve</code></pre></figure>")
                .tagged("Security")
                .by(ben)
                .daysAgo(9)
                .publish();
        blog.write("新しいスクリプト言語と実行速度の大幅な改善について")
                .in("ja")
                .html("<p>これは、新しいスクリプト言語を含む、数年ぶりの<em>大きな</em>リリースです。詳しくは文書を参照して下さい。</p>")
                .tagged("日本語")
                .by(ben)
                .daysAgo(20)
                .publish();
        blog.write(LONG).excerpt("It has one paragraph.").by(ada).daysAgo(30).publish();
        for (int i = 1; i <= 40; i++) {
            blog.write("Note " + i + " on small machines")
                    .html("<p>Small machines are patient. This is note " + i + ".</p>")
                    .tagged("Machines")
                    .by(i % 2 == 0 ? ada : ben)
                    .daysAgo(30 + i * 60)
                    .publish();
        }
        blog.write("About").page().html("<p>Who writes here, and why.</p>").publish();
        blog.redirects()
                .add()
                .handle(new AddRedirect.Command(
                        TrialBlog.OWNER,
                        new SitePath("/2015/04/Old Post.html"),
                        new Target.ToPath(new SitePath("/a-morning-at-the-lake"))));
        blog.redirects()
                .add()
                .handle(new AddRedirect.Command(TrialBlog.OWNER, new SitePath("/gone"), new Target.Gone()));
        blog.index();
    }

    private static String read(String name) throws IOException {
        try (InputStream file = TrialServer.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static InputStream picture(int width, int height, int hue) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue / 360f, 0.45f, 0.95f), 0, height, Color.getHSBColor(0.6f, 0.5f, 0.4f)));
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(png.toByteArray());
    }
}
