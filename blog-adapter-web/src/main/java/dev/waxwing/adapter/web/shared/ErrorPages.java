package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.domain.redirect.SitePath;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a visitor gets instead of what was asked for: a page, a line of text or problem details (RFC 9457), whichever the
 * client likes best. Each bears the number of the request and nothing of what went on inside.
 */
public final class ErrorPages {
    /** Where those who serve the site as files find the page for any address at which nothing stands. */
    public static final String NOT_FOUND = "/404.html";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String HTML = "text/html";
    private static final String TEXT = "text/plain";
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> OFFERED = List.of(HTML, TEXT, PROBLEM, "application/json");
    private static final int NEWEST = 3;
    private static final int LONGEST_WORDS = 60;

    private final Frames frames;
    private final PostQueries posts;
    private final Guard guard;
    private final Desks desks;
    private final LongForm form;

    /** @param form the form whose words come back when they are refused */
    @Inject
    public ErrorPages(Frames frames, PostQueries posts, Guard guard, Desks desks, LongForm form) {
        this.frames = frames;
        this.posts = posts;
        this.guard = guard;
        this.desks = desks;
        this.form = form;
    }

    /** Gives an answer that is an error and has nothing to say its words. */
    public void complete(Context ctx) {
        if (ctx.statusCode() < HttpStatus.BAD_REQUEST.getCode() || hasWords(ctx)) {
            return;
        }
        ctx.header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        if (isApi(ctx)) {
            problem(ctx);
            return;
        }
        switch (Negotiation.preferred(ctx.header("Accept"), OFFERED)) {
            case HTML -> page(ctx);
            case TEXT -> text(ctx);
            default -> problem(ctx);
        }
    }

    private static boolean hasWords(Context ctx) {
        String result = ctx.result();
        return result != null && !result.isEmpty();
    }

    private void page(Context ctx) {
        Optional<RefusedWords> words = refusedWords(ctx);
        try {
            if (guard.atDesk(ctx).isPresent() || words.isPresent()) {
                ctx.render("shared/deskError.jte", Map.of("page", deskModel(ctx, words)));
            } else {
                ctx.render("shared/error.jte", Map.of("page", model(ctx)));
            }
            ctx.contentType("text/html; charset=utf-8");
        } catch (RuntimeException e) {
            LOG.warn("The error page for {} has to do without its frame: {}", Footprint.route(ctx), e.toString());
            ctx.render("shared/bareError.jte", Map.of("page", bare(ctx, words)));
            ctx.contentType("text/html; charset=utf-8");
        }
    }

    /** Without them, if another site sent them, or they cannot be read. */
    private Optional<RefusedWords> refusedWords(Context ctx) {
        try {
            return guard.isForeign(ctx) ? Optional.empty() : RefusedWords.find(ctx, form);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private BareErrorPage bare(Context ctx, Optional<RefusedWords> words) {
        return new BareErrorPage(
                frames.assets(), ctx.statusCode(), Errors.explanation(ctx), RequestNumber.of(ctx), words.orElse(null));
    }

    private DeskErrorPage deskModel(Context ctx, Optional<RefusedWords> words) {
        String title = words.filter(refused -> refused.way() == RefusedWords.Way.AGAIN)
                .map(refused -> "Your words are not saved yet")
                .orElseGet(() -> title(ctx));
        return new DeskErrorPage(
                desks.around(ctx, title), ctx.statusCode(), detail(ctx), RequestNumber.of(ctx), words.orElse(null));
    }

    private static String title(Context ctx) {
        return switch (HttpStatus.forStatus(ctx.statusCode())) {
            case UNAUTHORIZED -> "You are signed out";
            case NOT_FOUND -> "There is nothing at this address";
            case FORBIDDEN -> "That is for others to do";
            case INTERNAL_SERVER_ERROR, SERVICE_UNAVAILABLE -> "Something broke on our side";
            default -> "That did not work";
        };
    }

    private ErrorPage model(Context ctx) {
        HttpStatus status = HttpStatus.forStatus(ctx.statusCode());
        boolean missing = status == HttpStatus.NOT_FOUND;
        Frame frame = frames.around(Head.of(status.getMessage(), "").unlisted());
        return new ErrorPage(
                frame,
                ctx.statusCode(),
                Errors.explanation(ctx),
                missing && !isForFiles(ctx) ? words(ctx) : "",
                missing ? posts.published(new PostScope.Articles(), 0, NEWEST) : List.of(),
                isForFiles(ctx) ? "" : RequestNumber.of(ctx));
    }

    private static boolean isForFiles(Context ctx) {
        return ctx.path().equals(NOT_FOUND);
    }

    /** The last segment of the address, as somebody would have said it. */
    private static String words(Context ctx) {
        String path = Params.sitePath(ctx).map(SitePath::value).orElse("");
        String words = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("\\.[A-Za-z]{2,5}$", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
        return words.length() > LONGEST_WORDS ? "" : words;
    }

    private static void text(Context ctx) {
        String reason = HttpStatus.forStatus(ctx.statusCode()).getMessage();
        String explanation = Errors.explanation(ctx);
        ctx.result("%d %s%n%sRequest %s%n"
                .formatted(
                        ctx.statusCode(),
                        reason,
                        explanation.isEmpty() ? "" : explanation + System.lineSeparator(),
                        RequestNumber.of(ctx)));
        ctx.contentType("text/plain; charset=utf-8");
    }

    /** What is wrong, and what to do about it where that can be said. */
    private static String detail(Context ctx) {
        if (!Errors.explanation(ctx).isEmpty()) {
            return Errors.explanation(ctx);
        }
        return switch (HttpStatus.forStatus(ctx.statusCode())) {
            case BAD_REQUEST -> "The request cannot be read; check its address, its headers and its body";
            case UNAUTHORIZED -> unauthorized(ctx);
            case NOT_FOUND -> "There is nothing at this address";
            case METHOD_NOT_ALLOWED -> "The address takes only the methods that are named in Allow";
            case GONE -> "What stood at this address was taken down for good";
            case CONTENT_TOO_LARGE -> "The body is larger than the blog takes; send less at once";
            case UNSUPPORTED_MEDIA_TYPE ->
                "The Content-Type of the body is none of those that this answer names in its header Accept";
            case SERVICE_UNAVAILABLE -> "The blog cannot do this at the moment; try again shortly";
            case INTERNAL_SERVER_ERROR ->
                "Something broke in the blog; it is written down under the number of this request";
            default -> "The blog cannot answer this request";
        };
    }

    private static String unauthorized(Context ctx) {
        return isApi(ctx)
                ? "A token that is good is needed: Authorization: Bearer, and the token"
                : "You are signed out; sign in, and send it again";
    }

    private static boolean isApi(Context ctx) {
        return ctx.path().startsWith(ApiOperation.ROOT);
    }

    private static void problem(Context ctx) {
        int status = ctx.statusCode();
        ctx.result(Json.object(json -> {
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", HttpStatus.forStatus(status).getMessage());
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail(ctx));
            if (!Errors.field(ctx).isEmpty()) {
                json.writeStringField("field", Errors.field(ctx));
            }
            json.writeStringField("request", RequestNumber.of(ctx));
        }));
        ctx.contentType(PROBLEM);
    }
}
