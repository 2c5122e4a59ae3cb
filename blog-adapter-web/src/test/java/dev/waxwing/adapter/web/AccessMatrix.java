package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.RouteTable.Route;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who gets what from each route. A row for each, with the status of the answer for nobody, a contributor, an author, an editor
 * and an administrator, in this order. A new route needs a row here, or the build fails.
 *
 * <p>In an example, {@code OWN} and {@code FOREIGN} stand for the identities of a draft of whoever asks and of a draft of
 * somebody else, and {@code ACCOUNT} for that of an account of somebody else; a row on posts has both kinds.
 */
final class AccessMatrix {
    /** To the sign-in page. */
    private static final int SIGN_IN = 303;

    private static final int OK = 200;
    private static final int MOVED = 301;
    private static final int FOUND = 302;
    private static final int DONE = 303;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int INVALID = 422;

    /** Where feeds stood in other blogs. */
    private static final List<String> ELSEWHERE =
            List.of("/rss", "/rss.xml", "/feed", "/feed.xml", "/index.xml", "/atom", "/atom.xml");

    private static final String NEW = "a+whole+new+sentence";
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
            return method + " " + example;
        }
    }

    private AccessMatrix() {}

    private static Row get(String path) {
        return new Row("GET", path, path, "", Map.of());
    }

    private static Row post(String path) {
        return new Row("POST", path, path, "", Map.of());
    }

    static List<Row> rows() {
        return Stream.of(reading(), feeds(), waysIn(), ownAccount(), accounts())
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
                get("/media/{file}").at("/media/nothing.png").answersEveryone(NOT_FOUND),
                get("/assets/{file}").at("/assets/nothing.css").answersEveryone(NOT_FOUND),
                get("/favicon.ico").answersEveryone(FOUND),
                get("/robots.txt").answersEveryone(OK),
                get("/sitemap.xml").answersEveryone(OK),
                get("/sitemap-{number}.xml").at("/sitemap-9.xml").answersEveryone(NOT_FOUND),
                get("/livez").answersEveryone(OK),
                get("/readyz").answersEveryone(OK));
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

    private static List<Row> ownAccount() {
        return List.of(
                get("/admin").answers(SIGN_IN, DONE, DONE, DONE, DONE),
                get("/admin/account").answers(SIGN_IN, OK, OK, OK, OK),
                post("/admin/account/password")
                        .sending("present=correct+horse+battery&password=" + NEW)
                        .answers(UNAUTHORIZED, DONE, DONE, DONE, DONE),
                post("/admin/account/sessions/end").answers(UNAUTHORIZED, DONE, DONE, DONE, DONE),
                get("/admin/account/codes").answers(SIGN_IN, OK, OK, OK, OK),
                post("/admin/account/codes")
                        .sending("key=K&code=wrong")
                        .answers(UNAUTHORIZED, INVALID, INVALID, INVALID, INVALID),
                post("/admin/account/codes/off").answers(UNAUTHORIZED, DONE, DONE, DONE, DONE));
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
                get("/admin/audit").answers(SIGN_IN, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK));
    }
}
