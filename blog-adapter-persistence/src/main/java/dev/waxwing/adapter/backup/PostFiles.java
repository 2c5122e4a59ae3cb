package dev.waxwing.adapter.backup;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.waxwing.application.post.PostDocument;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Post;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A post as a Markdown file with a header in YAML 1.2, in which every JSON string is a string too. */
final class PostFiles {
    private PostFiles() {}

    static String text(PostDocument post) {
        Content content = post.content();
        StringBuilder file = new StringBuilder("---\n");
        line(file, "title", content.title().value());
        line(file, "slug", post.slug().value());
        line(file, "id", post.id().toString());
        line(file, "type", post.kind() == Post.Kind.PAGE ? "page" : "post");
        line(file, "status", post.status().name().toLowerCase(Locale.ROOT));
        file.append("draft: ").append(post.status() != Post.Status.PUBLISHED).append('\n');
        if (post.publishedAt() != null) {
            line(file, "date", post.publishedAt().toString());
        }
        if (post.scheduledFor() != null) {
            line(file, "scheduled", post.scheduledFor().toString());
        }
        line(file, "lastmod", post.editedAt().toString());
        line(file, "lang", content.language().value());
        line(file, "translationKey", post.group().toString());
        list(file, "authors", post.authors(), PostSummary.Byline::name);
        list(file, "tags", post.tags(), PostSummary.Label::name);
        if (!content.excerpt().isEmpty()) {
            line(file, "excerpt", content.excerpt());
        }
        if (content.cover() != null) {
            line(file, "cover", content.cover().picture().value());
            line(file, "cover_alt", content.cover().alt());
        }
        if (content.canonical() != null) {
            line(file, "canonical", content.canonical().toString());
        }
        return file.append("---\n\n").append(content.body().markdown()).toString();
    }

    private static void line(StringBuilder file, String key, String value) {
        file.append(key).append(": ").append(quoted(value)).append('\n');
    }

    private static <T> void list(StringBuilder file, String key, List<T> values, Function<T, String> text) {
        String quoted = values.stream().map(value -> quoted(text.apply(value))).collect(Collectors.joining(", "));
        file.append(key).append(": [").append(quoted).append("]\n");
    }

    private static String quoted(String value) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
