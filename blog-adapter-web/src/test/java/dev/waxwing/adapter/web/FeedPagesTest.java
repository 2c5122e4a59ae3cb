package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.PostId;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedPagesTest {
    private final TrialBlog blog = TrialBlog.start();

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void atom_carries_full_texts_with_absolute_links_and_stable_ids() throws Exception {
        AuthorId ada = blog.author("Ada");
        PostId post = blog.write("A & B")
                .html("<p><a href=\"/other\">Other</a></p>")
                .excerpt("In short.")
                .by(ada)
                .tagged("Birds")
                .publish();

        Visit visit = blog.visit("/feed.atom");
        Document feed = xml(visit.text());
        assertThat(visit.header("Content-Type")).isEqualTo("application/atom+xml; charset=utf-8");
        assertThat(texts(feed, "title")).containsExactly("Grain & Wing", "A & B");
        assertThat(texts(feed, "id")).containsExactly("https://blog.example/", "urn:uuid:" + post.value());
        assertThat(texts(feed, "updated")).containsOnly("2026-03-01T12:00:00Z");
        assertThat(texts(feed, "content")).containsExactly("<p><a href=\"https://blog.example/other\">Other</a></p>");
        assertThat(texts(feed, "summary")).containsExactly("In short.");
        assertThat(attributes(feed, "link", "href"))
                .containsExactly("https://blog.example/feed.atom", "https://blog.example/", "https://blog.example/a-b");
        assertThat(attributes(feed, "category", "term")).containsExactly("Birds");
    }

    @Test
    void rss_carries_full_texts_with_absolute_links_and_stable_ids() throws Exception {
        PostId post = blog.write("Hello").html("<img src=\"/media/x.png\">").publish();

        Visit visit = blog.visit("/feed.rss");
        Document feed = xml(visit.text());
        assertThat(visit.header("Content-Type")).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(texts(feed, "guid")).containsExactly("urn:uuid:" + post.value());
        assertThat(texts(feed, "pubDate")).containsExactly("Sun, 01 Mar 2026 12:00:00 GMT");
        assertThat(texts(feed, "content:encoded")).containsExactly("<img src=\"https://blog.example/media/x.png\">");
        assertThat(texts(feed, "link")).containsExactly("https://blog.example/", "https://blog.example/hello");
    }

    @Test
    void json_feed_carries_full_texts_with_absolute_links_and_stable_ids() throws Exception {
        PostId post =
                blog.write("Hello").html("<p><a href=\"/other\">Other</a></p>").publish();

        Visit visit = blog.visit("/feed.json");
        JsonNode feed = new ObjectMapper().readTree(visit.text());
        assertThat(visit.header("Content-Type")).isEqualTo("application/feed+json; charset=utf-8");
        assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("feed_url").asText()).isEqualTo("https://blog.example/feed.json");
        JsonNode item = feed.get("items").get(0);
        assertThat(item.get("id").asText()).isEqualTo("urn:uuid:" + post.value());
        assertThat(item.get("url").asText()).isEqualTo("https://blog.example/hello");
        assertThat(item.get("content_html").asText()).contains("https://blog.example/other");
        assertThat(item.get("date_published").asText()).isEqualTo("2026-03-01T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void tags_and_authors_have_feeds_of_their_own(String format) {
        AuthorId ada = blog.author("Ada");
        blog.write("Blackbird").by(ada).tagged("Birds").publish();
        blog.write("Trout").by(blog.author("Ben")).tagged("Fish").publish();

        assertThat(blog.visit("/tags/birds/feed." + format).text())
                .contains("Blackbird")
                .doesNotContain("Trout");
        assertThat(blog.visit("/authors/ada/feed." + format).text())
                .contains("Blackbird")
                .doesNotContain("Trout");
        assertThat(blog.visit("/tags/birds/feed." + format).text())
                .contains("https://blog.example/tags/birds/feed." + format);
        assertThat(blog.visit("/tags/nope/feed." + format).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/feed.rss"})
    void characters_that_xml_cannot_hold_never_break_a_feed(String path) throws Exception {
        blog.write("Odd").html("<p>bell\u0007 escape\u001b end\uffff</p>").publish();

        assertThat(xml(blog.visit(path).text()).getDocumentElement().getTextContent())
                .contains("<p>bell escape end</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/feed.rss"})
    void an_empty_feed_is_a_feed(String path) throws Exception {
        assertThat(xml(blog.visit(path).text()).getDocumentElement().getTextContent())
                .contains("Grain & Wing");
    }

    @Test
    void drafts_and_pages_are_in_no_feed_and_twenty_articles_are() throws Exception {
        blog.write("About").page().publish();
        for (int i = 1; i <= 25; i++) {
            blog.write("Number " + i).daysAgo(i).publish();
        }

        List<String> titles = texts(xml(blog.visit("/feed.atom").text()), "title");
        assertThat(titles).hasSize(21).contains("Number 1", "Number 20").doesNotContain("Number 21", "About");
    }

    @Test
    void a_feed_of_very_long_posts_ends_before_it_is_too_large_to_fetch_again_and_again() throws Exception {
        for (int i = 1; i <= 4; i++) {
            blog.write("Number " + i)
                    .html("<p>" + "word ".repeat(90_000) + "</p>")
                    .daysAgo(i)
                    .publish();
        }

        assertThat(texts(xml(blog.visit("/feed.atom").text()), "title"))
                .contains("Number 1", "Number 2")
                .doesNotContain("Number 3", "Number 4");
    }

    @Test
    void a_browser_gets_the_feed_as_something_it_can_show() {
        Visit visit = blog.visit("/feed.atom").with("Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");

        assertThat(visit.header("Content-Type")).isEqualTo("application/xml; charset=utf-8");
        assertThat(visit.header("Vary")).contains("Accept");
        assertThat(visit.text()).contains("<?xml-stylesheet type=\"text/css\" href=\"/assets/feed.");
    }

    @Test
    void those_who_guess_where_the_feed_is_find_it() {
        assertThat(blog.visit("/rss").header("Location")).isEqualTo("/feed.rss");
        assertThat(blog.visit("/index.xml").header("Location")).isEqualTo("/feed.rss");
        assertThat(blog.visit("/atom.xml").header("Location")).isEqualTo("/feed.atom");
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<String> texts(Document document, String element) {
        List<String> texts = new ArrayList<>();
        NodeList found = document.getElementsByTagName(element);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> attributes(Document document, String element, String attribute) {
        List<String> values = new ArrayList<>();
        NodeList found = document.getElementsByTagName(element);
        for (int i = 0; i < found.getLength(); i++) {
            values.add(found.item(i).getAttributes().getNamedItem(attribute).getNodeValue());
        }
        return values;
    }
}
