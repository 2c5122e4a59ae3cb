package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.RouteTable.Route;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who gets what from each route. A row for each, with the status of the answer for nobody, a contributor, an author, an editor
 * and an administrator, in this order. A new route needs a row here, or the build fails.
 *
 * <p>In an example, {@code OWN} and {@code FOREIGN} stand for the identities of a post of whoever asks and of a post of
 * somebody else, {@code MINE} and {@code THEIRS} for files that they have brought, {@code LINK} for a preview link of that
 * post, {@code ACCOUNT} for an account of somebody else, and {@code MYSELF} for the handle of whoever asks. What can be done
 * with posts and files has rows for own and foreign ones.
 */
final class AccessMatrix {
    /** To the sign-in page. */
    private static final int SIGN_IN = 303;

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int MOVED = 301;
    private static final int FOUND = 302;
    private static final int DONE = 303;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int INVALID = 422;

    /** Where feeds stood in other blogs. */
    private static final List<String> ELSEWHERE =
            List.of("/rss", "/rss.xml", "/feed", "/feed.xml", "/index.xml", "/atom", "/atom.xml");

    private static final Pattern ACT = Pattern.compile("act=([a-z-]+)");

    private static final String NEW = "a+whole+new+sentence";
    private static final String PROOF = "present=correct+horse+battery";
    private static final String TEXT = "title=A+title&markdown=Words&language=en&version=2&revision=1";
    private static final String SETTINGS = "version=0&title=A+title&language=en&zone=UTC&postsPerPage=7"
            + "&navigation=About+/about&accent=%230a7f3c&typeface=SANS&listed=yes";
    private static final String SET_UP = "code=wrong&name=Eve&email=eve@example.org&password=" + NEW;

    /**
     * @param example an address of the route
     * @param fields of the form, where it takes one
     */
    record Row(String method, String path, String example, String fields, Map<Audience, Integer> expected) {
        boolean isFor(Route route) {
            return route.method().equals(method) && route.path().equals(path);
        }

        Row at(String address) {
            return new Row(method, path, address, fields, expected);
        }

        Row sending(String form) {
            return new Row(method, path, example, form, expected);
        }

        /** What is done with a post: a button's name, or the end of an address. */
        String act() {
            Matcher button = ACT.matcher(fields);
            return button.find() ? button.group(1) : path.substring(path.lastIndexOf('/') + 1);
        }

        Row answers(int nobody, int contributor, int author, int editor, int administrator) {
            Map<Audience, Integer> answers = new EnumMap<>(Audience.class);
            int[] statuses = {nobody, contributor, author, editor, administrator};
            for (Audience audience : Audience.values()) {
                answers.put(audience, statuses[audience.ordinal()]);
            }
            return new Row(method, path, example, fields, answers);
        }

        Row answersEveryone(int status) {
            return answers(status, status, status, status, status);
        }

        @Override
        public String toString() {
            return method + " " + example + (fields.isEmpty() ? "" : " " + fields);
        }
    }

    private AccessMatrix() {}

    private static Row get(String path) {
        return new Row("GET", path, path, "", Map.of());
    }

    private static Row patch(String path) {
        return new Row("PATCH", path, path, "", Map.of());
    }

    private static Row post(String path) {
        return new Row("POST", path, path, "", Map.of());
    }

    static List<Row> rows() {
        return Stream.of(
                        reading(),
                        feeds(),
                        waysIn(),
                        ownAccount(),
                        accounts(),
                        writing(),
                        posts(),
                        revisions(),
                        curating(),
                        library(),
                        programs())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> reading() {
        return List.of(
                get("/").answersEveryone(OK),
                get("/page/{number}").at("/page/9").answersEveryone(NOT_FOUND),
                get("/{slug}").at("/nothing-here").answersEveryone(NOT_FOUND),
                get("/tags").answersEveryone(OK),
                get("/tags/{slug}").at("/tags/none").answersEveryone(NOT_FOUND),
                get("/tags/{slug}/page/{number}").at("/tags/none/page/2").answersEveryone(NOT_FOUND),
                get("/authors/{slug}").at("/authors/editor").answersEveryone(OK),
                get("/authors/{slug}/page/{number}")
                        .at("/authors/editor/page/2")
                        .answersEveryone(NOT_FOUND),
                get("/archive").answersEveryone(OK),
                get("/archive/{year}").at("/archive/1999").answersEveryone(NOT_FOUND),
                get("/archive/{year}/page/{number}").at("/archive/1999/page/2").answersEveryone(NOT_FOUND),
                get("/search").answersEveryone(OK),
                get("/media/{file}").at("/media/THEIRS").answersEveryone(OK),
                get("/assets/{file}").at("/assets/nothing.css").answersEveryone(NOT_FOUND),
                get("/favicon.ico").answersEveryone(FOUND),
                get("/robots.txt").answersEveryone(OK),
                get("/.well-known/security.txt").answersEveryone(NOT_FOUND),
                get("/sitemap.xml").answersEveryone(OK),
                get("/sitemap-{number}.xml").at("/sitemap-9.xml").answersEveryone(NOT_FOUND),
                get("/livez").answersEveryone(OK),
                get("/readyz").answersEveryone(OK),
                get("/metrics").answersEveryone(FORBIDDEN));
    }

    private static List<Row> feeds() {
        List<Row> rows = new ArrayList<>();
        for (String format : List.of("/feed.atom", "/feed.rss", "/feed.json")) {
            rows.add(get(format).answersEveryone(OK));
            rows.add(get("/tags/{slug}" + format).at("/tags/none" + format).answersEveryone(NOT_FOUND));
            rows.add(get("/authors/{slug}" + format)
                    .at("/authors/editor" + format)
                    .answersEveryone(OK));
        }
        for (String elsewhere : ELSEWHERE) {
            rows.add(get(elsewhere).answersEveryone(MOVED));
        }
        return rows;
    }

    /** Whoever is signed in has no need of the sign-in page. */
    private static List<Row> waysIn() {
        return List.of(
                get("/admin/sign-in").answers(OK, DONE, DONE, DONE, DONE),
                post("/admin/sign-in")
                        .sending("email=a@example.org&password=wrong")
                        .answersEveryone(INVALID),
                post("/admin/sign-out").answers(UNAUTHORIZED, DONE, DONE, DONE, DONE),
                get("/admin/set-up").answersEveryone(DONE),
                post("/admin/set-up").sending(SET_UP).answersEveryone(INVALID),
                get("/admin/password/{token}").at("/admin/password/none").answersEveryone(GONE),
                post("/admin/password/{token}")
                        .at("/admin/password/none")
                        .sending("password=" + NEW)
                        .answersEveryone(GONE));
    }

    private static List<Row> writing() {
        return List.of(
                get("/admin/posts").answers(SIGN_IN, OK, OK, OK, OK),
                get("/admin/posts/new").answers(SIGN_IN, OK, OK, OK, OK),
                post("/admin/posts")
                        .sending("title=Begun&markdown=Words&language=en")
                        .answers(UNAUTHORIZED, DONE, DONE, DONE, DONE),
                post("/admin/preview").sending("markdown=Words&language=en").answers(UNAUTHORIZED, OK, OK, OK, OK),
                get("/admin/links").answers(SIGN_IN, OK, OK, OK, OK),
                get("/admin/session").answers(SIGN_IN, OK, OK, OK, OK),
                get("/preview/{secret}").at("/preview/none").answersEveryone(NOT_FOUND));
    }

    private static List<Row> posts() {
        List<Row> rows = new ArrayList<>();
        Row shown = get("/admin/posts/{id}");
        Row state = get("/admin/posts/{id}/state");
        Row text = post("/admin/posts/{id}/text").sending(TEXT);
        Row acted = post("/admin/posts/{id}");
        rows.add(shown.at("/admin/posts/OWN").answers(SIGN_IN, OK, OK, OK, OK));
        rows.add(shown.at("/admin/posts/FOREIGN").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, OK, OK));
        rows.add(state.at("/admin/posts/OWN/state").answers(SIGN_IN, OK, OK, OK, OK));
        rows.add(state.at("/admin/posts/FOREIGN/state").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, OK, OK));
        rows.add(text.at("/admin/posts/OWN/text").answers(UNAUTHORIZED, OK, OK, OK, OK));
        rows.add(text.at("/admin/posts/FOREIGN/text").answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, OK, OK));
        Row moved = post("/admin/posts/{id}/address").sending("from=none&slug=elsewhere");
        rows.add(moved.at("/admin/posts/OWN/address").answers(UNAUTHORIZED, OK, OK, OK, OK));
        rows.add(moved.at("/admin/posts/FOREIGN/address").answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, OK, OK));
        for (String act :
                List.of("save", "submit", "withdraw", "discard-changes", "trash", "undelete", "share", "revoke+LINK")) {
            Row row = acted.sending(TEXT + "&act=" + act);
            rows.add(row.at("/admin/posts/OWN").answers(UNAUTHORIZED, DONE, DONE, DONE, DONE));
            rows.add(row.at("/admin/posts/FOREIGN").answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, DONE, DONE));
        }
        for (String act : List.of(
                "publish",
                "publish-changes",
                "schedule&due=2031-01-01T08:00",
                "date&publishedAt=2019-12-31T23:30",
                "publish-dated&publishedAt=2019-12-31T23:30",
                "unpublish",
                "archive",
                "reopen")) {
            Row row = acted.sending(TEXT + "&act=" + act);
            rows.add(row.at("/admin/posts/OWN").answers(UNAUTHORIZED, FORBIDDEN, DONE, DONE, DONE));
            rows.add(row.at("/admin/posts/FOREIGN").answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, DONE, DONE));
        }
        Row asked = acted.sending(TEXT + "&act=move&slug=elsewhere");
        rows.add(asked.at("/admin/posts/OWN").answers(UNAUTHORIZED, OK, OK, OK, OK));
        rows.add(asked.at("/admin/posts/FOREIGN").answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, OK, OK));
        return rows;
    }

    private static List<Row> revisions() {
        Row list = get("/admin/posts/{id}/revisions");
        Row one = get("/admin/posts/{id}/revisions/{number}");
        Row restored = post("/admin/posts/{id}/revisions/{number}");
        return List.of(
                list.at("/admin/posts/OWN/revisions").answers(SIGN_IN, OK, OK, OK, OK),
                list.at("/admin/posts/FOREIGN/revisions").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, OK, OK),
                one.at("/admin/posts/OWN/revisions/1").answers(SIGN_IN, OK, OK, OK, OK),
                one.at("/admin/posts/FOREIGN/revisions/1").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, OK, OK),
                restored.at("/admin/posts/OWN/revisions/1").answers(UNAUTHORIZED, DONE, DONE, DONE, DONE),
                restored.at("/admin/posts/FOREIGN/revisions/1")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, DONE, DONE));
    }

    private static List<Row> curating() {
        return List.of(
                get("/admin/tags").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, OK, OK),
                get("/admin/tags/{slug}").at("/admin/tags/java").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, OK, OK),
                post("/admin/tags/{slug}")
                        .at("/admin/tags/java")
                        .sending("name=Java&description=Words")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, DONE, DONE),
                post("/admin/tags/{slug}/move")
                        .at("/admin/tags/java/move")
                        .sending("slug=java")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, DONE, DONE),
                post("/admin/tags/{slug}/merge")
                        .at("/admin/tags/java/merge")
                        .sending("into=none")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, INVALID, INVALID),
                get("/admin/authors").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, OK, OK),
                post("/admin/authors").sending("name=Somebody").answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, DONE, DONE),
                get("/admin/authors/{handle}").at("/admin/authors/MYSELF").answers(SIGN_IN, OK, OK, OK, OK),
                get("/admin/authors/{handle}")
                        .at("/admin/authors/stranger")
                        .answers(SIGN_IN, FORBIDDEN, FORBIDDEN, OK, OK),
                post("/admin/authors/{handle}")
                        .at("/admin/authors/MYSELF")
                        .sending("name=Another")
                        .answers(UNAUTHORIZED, DONE, DONE, DONE, DONE),
                post("/admin/authors/{handle}")
                        .at("/admin/authors/stranger")
                        .sending("name=Another")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, DONE, DONE),
                post("/admin/authors/{handle}/move")
                        .at("/admin/authors/stranger/move")
                        .sending("handle=stranger")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, DONE, DONE),
                get("/admin/redirects").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, OK, OK),
                post("/admin/redirects")
                        .sending("path=relative&target=")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, INVALID, INVALID),
                post("/admin/redirects/remove")
                        .sending("path=/never-was")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, NOT_FOUND, NOT_FOUND));
    }

    private static List<Row> ownAccount() {
        return List.of(
                get("/admin").answers(SIGN_IN, DONE, DONE, DONE, DONE),
                get("/admin/account").answers(SIGN_IN, OK, OK, OK, OK),
                post("/admin/account/password")
                        .sending(PROOF + "&password=" + NEW)
                        .answers(UNAUTHORIZED, DONE, DONE, DONE, DONE),
                post("/admin/account/sessions/end").sending(PROOF).answers(UNAUTHORIZED, DONE, DONE, DONE, DONE),
                get("/admin/account/codes").answers(SIGN_IN, OK, OK, OK, OK),
                post("/admin/account/codes")
                        .sending(PROOF + "&key=K&code=wrong")
                        .answers(UNAUTHORIZED, INVALID, INVALID, INVALID, INVALID),
                post("/admin/account/codes/off").sending(PROOF).answers(UNAUTHORIZED, DONE, DONE, DONE, DONE));
    }

    private static List<Row> accounts() {
        return List.of(
                get("/admin/accounts").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK),
                post("/admin/accounts")
                        .sending("name=Eve&email=eve@example.org&role=AUTHOR")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK),
                get("/admin/accounts/{id}")
                        .at("/admin/accounts/ACCOUNT")
                        .answers(SIGN_IN, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK),
                post("/admin/accounts/{id}/role")
                        .at("/admin/accounts/ACCOUNT/role")
                        .sending("role=CONTRIBUTOR")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, FORBIDDEN, DONE),
                post("/admin/accounts/{id}/link")
                        .at("/admin/accounts/ACCOUNT/link")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK),
                post("/admin/accounts/{id}/suspend")
                        .at("/admin/accounts/ACCOUNT/suspend")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, FORBIDDEN, DONE),
                post("/admin/accounts/{id}/readmit")
                        .at("/admin/accounts/ACCOUNT/readmit")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, FORBIDDEN, DONE),
                post("/admin/accounts/{id}/codes/off")
                        .at("/admin/accounts/ACCOUNT/codes/off")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, FORBIDDEN, DONE),
                get("/admin/settings").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK),
                post("/admin/settings").sending(SETTINGS).answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, FORBIDDEN, DONE),
                post("/admin/settings/preview")
                        .sending(SETTINGS)
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK),
                get("/admin/audit").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK));
    }

    /** The library is everybody's; what a file shows says who has brought it, or an editor. */
    private static List<Row> library() {
        return List.of(
                get("/admin/media").answers(SIGN_IN, OK, OK, OK, OK),
                post("/admin/media").answers(UNAUTHORIZED, INVALID, INVALID, INVALID, INVALID),
                get("/admin/media/{file}").at("/admin/media/THEIRS").answers(SIGN_IN, OK, OK, OK, OK),
                post("/admin/media/{file}")
                        .at("/admin/media/MINE")
                        .sending("alt=Words")
                        .answers(UNAUTHORIZED, DONE, DONE, DONE, DONE),
                post("/admin/media/{file}")
                        .at("/admin/media/THEIRS")
                        .sending("alt=Words")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, DONE, DONE),
                post("/admin/media/{file}/remove")
                        .at("/admin/media/MINE/remove")
                        .answers(UNAUTHORIZED, DONE, DONE, DONE, DONE),
                post("/admin/media/{file}/remove")
                        .at("/admin/media/THEIRS/remove")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, DONE, DONE));
    }

    /** What programs ask for, each with a token of whoever it acts for; the fields are JSON here. */
    static List<Row> programRows() {
        List<Row> rows = new ArrayList<>();
        for (String kind : List.of("/api/v1/posts", "/api/v1/pages")) {
            rows.addAll(written(kind));
        }
        rows.addAll(List.of(
                get("/api/v1/tags").answers(UNAUTHORIZED, OK, OK, OK, OK),
                post("/api/v1/tags")
                        .sending("{\"name\": \"Of AUDIENCE\"}")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, CREATED, CREATED),
                get("/api/v1/tags/{slug}").at("/api/v1/tags/java").answers(UNAUTHORIZED, OK, OK, OK, OK),
                patch("/api/v1/tags/{slug}")
                        .at("/api/v1/tags/java")
                        .sending("{\"description\": \"AUDIENCE\"}")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, OK, OK),
                post("/api/v1/tags/{slug}/move")
                        .at("/api/v1/tags/java/move")
                        .sending("{\"slug\": \"java\"}")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, OK, OK),
                post("/api/v1/tags/{slug}/merge")
                        .at("/api/v1/tags/java/merge")
                        .sending("{\"into\": \"java\"}")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, CONFLICT, CONFLICT),
                get("/api/v1/authors").answers(UNAUTHORIZED, OK, OK, OK, OK),
                get("/api/v1/authors/{handle}").at("/api/v1/authors/stranger").answers(UNAUTHORIZED, OK, OK, OK, OK),
                patch("/api/v1/authors/{handle}")
                        .at("/api/v1/authors/MYSELF")
                        .sending("{\"biography\": \"AUDIENCE\"}")
                        .answers(UNAUTHORIZED, OK, OK, OK, OK),
                patch("/api/v1/authors/{handle}")
                        .at("/api/v1/authors/stranger")
                        .sending("{\"biography\": \"AUDIENCE\"}")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, OK, OK),
                post("/api/v1/authors")
                        .sending("{\"name\": \"Somebody\"}")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, CREATED, CREATED),
                post("/api/v1/authors/{handle}/move")
                        .at("/api/v1/authors/stranger/move")
                        .sending("{\"handle\": \"stranger\"}")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, OK, OK),
                get("/api/v1/media").answers(UNAUTHORIZED, OK, OK, OK, OK),
                post("/api/v1/media").answers(UNAUTHORIZED, INVALID, INVALID, INVALID, INVALID),
                get("/api/v1/media/{file}").at("/api/v1/media/THEIRS").answers(UNAUTHORIZED, OK, OK, OK, OK),
                patch("/api/v1/media/{file}")
                        .at("/api/v1/media/MINE")
                        .sending("{\"alt\": \"Words\"}")
                        .answers(UNAUTHORIZED, OK, OK, OK, OK),
                patch("/api/v1/media/{file}")
                        .at("/api/v1/media/THEIRS")
                        .sending("{\"alt\": \"Words\"}")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, OK, OK),
                post("/api/v1/media/{file}/remove")
                        .at("/api/v1/media/MINE/remove")
                        .answers(UNAUTHORIZED, OK, OK, OK, OK),
                post("/api/v1/media/{file}/remove")
                        .at("/api/v1/media/THEIRS/remove")
                        .answers(UNAUTHORIZED, FORBIDDEN, FORBIDDEN, OK, OK),
                get("/api/v1/search").at("/api/v1/search?q=lake").answers(UNAUTHORIZED, OK, OK, OK, OK)));
        return rows;
    }

    /** Of a post that readers do not see, programs of others do not even learn that it is there. */
    private static List<Row> written(String kind) {
        String own = kind + "/OWN";
        String foreign = kind + "/FOREIGN";
        Row read = get(kind + "/{id}");
        Row changed = patch(kind + "/{id}").sending("{\"title\": \"Another\"}");
        List<Row> rows = new ArrayList<>(List.of(
                get(kind).answers(UNAUTHORIZED, OK, OK, OK, OK),
                post(kind)
                        .sending("{\"title\": \"Begun\", \"markdown\": \"Words\"}")
                        .answers(UNAUTHORIZED, CREATED, CREATED, CREATED, CREATED),
                read.at(own).answers(UNAUTHORIZED, OK, OK, OK, OK),
                read.at(foreign).answers(UNAUTHORIZED, NOT_FOUND, NOT_FOUND, OK, OK),
                changed.at(own).answers(UNAUTHORIZED, OK, OK, OK, OK),
                changed.at(foreign).answers(UNAUTHORIZED, NOT_FOUND, NOT_FOUND, OK, OK)));
        for (String act :
                List.of("submit", "withdraw", "discard-changes", "trash", "undelete", "move", "unlink-translation")) {
            int others = act.equals("discard-changes") ? FORBIDDEN : NOT_FOUND;
            Row row = post(kind + "/{id}/" + act).sending(sent(act));
            rows.add(row.at(own + "/" + act).answers(UNAUTHORIZED, OK, OK, OK, OK));
            rows.add(row.at(foreign + "/" + act).answers(UNAUTHORIZED, others, others, OK, OK));
        }
        for (String act : List.of("publish", "schedule", "archive", "reopen", "unpublish", "date", "publish-changes")) {
            int others = List.of("unpublish", "date", "publish-changes").contains(act) ? FORBIDDEN : NOT_FOUND;
            Row row = post(kind + "/{id}/" + act).sending(sent(act));
            rows.add(row.at(own + "/" + act).answers(UNAUTHORIZED, FORBIDDEN, OK, OK, OK));
            rows.add(row.at(foreign + "/" + act).answers(UNAUTHORIZED, others, others, OK, OK));
        }
        Row linked = post(kind + "/{id}/link-translation").sending("{\"translationOf\": \"nowhere\"}");
        rows.add(linked.at(own + "/link-translation").answers(UNAUTHORIZED, INVALID, INVALID, INVALID, INVALID));
        rows.add(
                linked.at(foreign + "/link-translation").answers(UNAUTHORIZED, NOT_FOUND, NOT_FOUND, INVALID, INVALID));
        return rows;
    }

    private static String sent(String act) {
        return switch (act) {
            case "schedule" -> "{\"publishAt\": \"2031-01-01T08:00:00Z\"}";
            case "date" -> "{\"publishedAt\": \"2019-12-31T23:30:00Z\"}";
            case "move" -> "{\"slug\": \"of-AUDIENCE\"}";
            default -> "";
        };
    }

    private static List<Row> programs() {
        String unknown = "00000000-0000-7000-8000-000000000000";
        return List.of(
                get("/api/v1/openapi.json").answersEveryone(OK),
                get("/admin/account/tokens").answers(SIGN_IN, OK, OK, OK, OK),
                post("/admin/account/tokens")
                        .sending("name=Script&days=90&scopes=read")
                        .answers(UNAUTHORIZED, CREATED, CREATED, CREATED, CREATED),
                post("/admin/account/tokens/{id}/revoke")
                        .at("/admin/account/tokens/" + unknown + "/revoke")
                        .answers(UNAUTHORIZED, NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND));
    }
}
