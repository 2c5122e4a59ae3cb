package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.Csrf;
import dev.waxwing.application.account.Client;
import dev.waxwing.application.account.RegisterAccount;
import dev.waxwing.application.account.SignIn;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.Role;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody who is signed in and sits at the desk. */
final class Member {
    static final String PASSWORD = "seven quiet lakes";
    private static final String BOUNDARY = "----------------------------7e55b0undary";

    private final TrialBlog blog;
    private final AccountId account;
    private final Token session;

    private Member(TrialBlog blog, AccountId account, Token session) {
        this.blog = blog;
        this.account = account;
        this.session = session;
    }

    static Member of(TrialBlog blog, String name, Role role) {
        EmailAddress email = new EmailAddress(name.toLowerCase(Locale.ROOT) + "@blog.example");
        AccountId account = blog.accounts()
                .register()
                .handle(new RegisterAccount.Command(Actor.operator(), email, name, role, new Password(PASSWORD)));
        SignIn.Outcome outcome = blog.accounts()
                .signIn()
                .handle(new SignIn.Command(
                        email.value(), PASSWORD, "", new Client("127.0.0.1", "Trial"), Optional.empty()));
        return new Member(blog, account, ((SignIn.Outcome.Welcome) outcome).session());
    }

    AccountId account() {
        return account;
    }

    String csrf() {
        return Csrf.of(session);
    }

    String cookie() {
        return "__Host-waxwing-session=" + session.value();
    }

    Visit visit(String path) {
        return blog.visit(path).with("Cookie", cookie());
    }

    Visit send(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "", "&csrf=" + csrf()));
        return visit(path).post(body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    Visit upload(String path, String name, byte[] content) {
        return upload(path, name, content, "text/html");
    }

    Visit upload(String path, String name, byte[] content, String accept) {
        return upload(visit(path).with("X-CSRF-Token", csrf()).with("Accept", accept), name, content);
    }

    static Visit upload(Visit visit, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, name)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return visit.post(body.toByteArray(), "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
