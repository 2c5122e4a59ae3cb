package dev.waxwing.adapter.web.post;

import dev.waxwing.domain.post.Post;

/** What programs send of posts, and what they get. */
record PostExamples(Post.Kind kind) {
    private static final String HEAD = """
            "id": "0199c2f0-0000-7000-8000-000000000001", "slug": "a-morning-at-the-lake",
              "url": "https://blog.example/a-morning-at-the-lake\"""";

    String list() {
        return """
                {"items": [{%s,
                  "title": "A morning at the lake", "excerpt": "It was cold.", "language": "en",
                  "authors": ["Ada"], "tags": ["Travel"],
                  "publishedAt": "2026-03-01T12:00:00Z", "updatedAt": "2026-03-01T12:00:00Z"}]}
                """.formatted(HEAD);
    }

    String newPost() {
        return """
                {"title": "A morning at the lake", "markdown": "It was *cold*.\\n", "language": "en",
                  "slug": "%s", "tags": ["Travel"], "status": "draft"}
                """.formatted(kind == Post.Kind.ARTICLE ? "a-morning-at-the-lake" : "the-lake");
    }

    String created() {
        return "{%s, \"version\": 2, \"status\": \"draft\"}".formatted(HEAD);
    }

    String change() {
        return """
                {"title": "A cold morning at the lake", "tags": ["Travel", "Lakes"]}
                """;
    }

    String later() {
        return """
                {"publishAt": "2026-04-01T08:00:00+02:00"}
                """;
    }

    String earlier() {
        return """
                {"publishedAt": "2019-12-31T23:30:00+01:00"}
                """;
    }

    String move() {
        return """
                {"slug": "a-cold-morning"}
                """;
    }

    String translationOf() {
        return """
                {"translationOf": "ein-morgen-am-see"}
                """;
    }

    String document(String status) {
        return document(status, """
                [{"id": "0199c2f0-0000-7000-8000-000000000002", "url": "https://blog.example/ein-morgen-am-see",
                    "title": "Ein Morgen am See", "language": "de", "status": "published"}]""");
    }

    /** Of one that has no translations. */
    String alone() {
        return document("draft", "[]");
    }

    private static String document(String status, String translations) {
        return """
                {%s, "version": 3, "status": "%s", "changes": null,
                  "title": "A morning at the lake", "markdown": "It was *cold*.\\n",
                  "html": "<p>It was <em>cold</em>.</p>", "excerpt": "", "language": "en", "cover": null, "canonical": null, "byline": ["ada"],
                  "authors": ["Ada"], "tags": ["Travel"],
                  "translations": %s,
                  "publishAt": %s, "publishedAt": %s,
                  "editedAt": "2026-03-01T12:00:00Z"}
                """.formatted(
                        HEAD,
                        status,
                        translations,
                        status.equals("scheduled") ? "\"2026-04-01T06:00:00Z\"" : "null",
                        status.equals("published") ? "\"2026-03-01T12:00:00Z\"" : "null");
    }
}
