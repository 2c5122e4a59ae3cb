package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.Csrf;
import dev.waxwing.application.account.Client;
import dev.waxwing.application.account.RegisterAccount;
import dev.waxwing.application.account.SignIn;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.application.token.IssueApiToken;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.tag.TagName;
import dev.waxwing.domain.token.Scope;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A trial blog with somebody of each role, who are all signed in. */
final class TrialDesk implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    private static final Token VISITOR = new Token("a-visitor");

    private final TrialBlog blog;
    private final Map<Audience, AccountId> accounts = new EnumMap<>(Audience.class);
    private final Map<Audience, Token> sessions = new EnumMap<>(Audience.class);
    private final Map<Audience, String> tokens = new EnumMap<>(Audience.class);

    static String email(Audience audience) {
        return audience.name().toLowerCase(Locale.ROOT) + "@example.org";
    }

    TrialDesk() {
        this(TrialBlog.start());
    }

    TrialDesk(TrialBlog blog) {
        this.blog = blog;
        blog.author("Stranger");
        blog.tags().findOrCreate().handle(new FindOrCreateTags.Command(List.of(new TagName("Java"))));
        for (Audience audience : Audience.values()) {
            audience.role().ifPresent(role -> {
                accounts.put(audience, register(email(audience), audience.name(), role));
                sessions.put(audience, signIn(email(audience)));
            });
        }
    }

    AccountId register(String email, String name, Role role) {
        return blog.accounts()
                .register()
                .handle(new RegisterAccount.Command(
                        TrialBlog.OWNER, new EmailAddress(email), name, role, new Password(PASSWORD)));
    }

    Token signIn(String email) {
        SignIn.Outcome outcome = blog.accounts()
                .signIn()
                .handle(new SignIn.Command(
                        email, PASSWORD, "", new Client("203.0.113.7", "Firefox"), Optional.empty()));
        return ((SignIn.Outcome.Welcome) outcome).session();
    }

    TrialBlog blog() {
        return blog;
    }

    AccountId account(Audience audience) {
        return accounts.get(audience);
    }

    Actor actor(Audience audience) {
        return blog.blog().accounts().get(account(audience)).actor();
    }

    /** Under whose name somebody writes. */
    AuthorId author(Audience audience) {
        return actor(audience).author().orElseThrow();
    }

    /** The token that the forms of somebody have to bring. */
    String csrf(Audience audience) {
        return Csrf.of(audience == Audience.NOBODY ? VISITOR : sessions.get(audience));
    }

    /** A request from the browser of somebody. */
    Visit visit(Audience audience, String path) {
        String visitor = "__Host-waxwing-visitor=" + VISITOR.value();
        return blog.visit(path)
                .with(
                        "Cookie",
                        audience == Audience.NOBODY
                                ? visitor
                                : visitor + "; __Host-waxwing-session="
                                        + sessions.get(audience).value());
    }

    /** A request of a program that acts for somebody, or of one without a token. */
    Visit program(Audience audience, String path) {
        Visit visit = blog.visit(path);
        return audience == Audience.NOBODY
                ? visit
                : visit.with("Authorization", "Bearer " + tokens.computeIfAbsent(audience, this::token));
    }

    private String token(Audience audience) {
        return blog.apiTokens()
                .issue()
                .handle(new IssueApiToken.Command(
                        actor(audience), "Trial", Set.of(Scope.values()), Duration.ofDays(30)))
                .value();
    }

    /** A form that somebody sends as it should be sent. */
    Visit send(Audience audience, String path, String fields) {
        return visit(audience, path).form("csrf=" + csrf(audience) + "&" + fields);
    }

    @Override
    public void close() {
        blog.close();
    }
}
