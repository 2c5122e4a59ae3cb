package dev.waxwing.adapter.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waxwing.application.account.AccountView;
import dev.waxwing.application.token.IssueApiToken;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.token.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A program that has a token of somebody. */
final class Machine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TrialBlog blog;
    private final String secret;

    private Machine(TrialBlog blog, String secret) {
        this.blog = blog;
        this.secret = secret;
    }

    /** Of somebody new with this role, for everything. */
    static Machine of(TrialBlog blog, String name, Role role) {
        return of(blog, Member.of(blog, name, role), Set.of(Scope.values()));
    }

    static Machine of(TrialBlog blog, Member owner, Set<Scope> scopes) {
        AccountView account = blog.accounts().queries().find(owner.account()).orElseThrow();
        Actor actor =
                new Actor(Optional.ofNullable(account.person().author()), account.role(), Optional.of(account.id()));
        return new Machine(
                blog,
                blog.apiTokens()
                        .issue()
                        .handle(new IssueApiToken.Command(actor, "Trial", scopes, Duration.ofDays(30)))
                        .value());
    }

    String secret() {
        return secret;
    }

    Visit get(String path) {
        return blog.visit("/api/v1" + path).with("Authorization", "Bearer " + secret);
    }

    Visit post(String path, String json) {
        return send("POST", get(path), json);
    }

    Visit patch(String path, String etag, String json) {
        return send("PATCH", get(path).with("If-Match", etag), json);
    }

    Visit act(String path, String etag) {
        return send("POST", get(path).with("If-Match", etag), "");
    }

    Visit act(String path, String etag, String json) {
        return send("POST", get(path).with("If-Match", etag), json);
    }

    static Visit send(String method, Visit visit, String json) {
        return visit.send(method, json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    static JsonNode json(Visit visit) {
        return json(visit.text());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
