package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.finished.FinishedPages.Draft;
import dev.waxwing.adapter.web.finished.Turns.Turn;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Footprint;
import dev.waxwing.adapter.web.shared.Ingredients;
import dev.waxwing.adapter.web.shared.PageKey;
import dev.waxwing.adapter.web.shared.RequestNumber;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.post.PostQueries;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Keeps pages finished while they are sent for the first time. */
public final class Finishing {
    private static final String CONTENT_LENGTH = "Content-Length";

    /** What differs from one encoding to another, or from one answer to another. */
    private static final List<String> NOT_OF_THE_PAGE =
            List.of(Delivery.ETAG, "Content-Encoding", CONTENT_LENGTH, "Date", RequestNumber.HEADER);

    private final FinishedPages pages;
    private final Ingredients ingredients;
    private final ChangedPages changed;
    private final Cdn cdn;

    private Finishing(FinishedPages pages, Ingredients ingredients, ChangedPages changed, Cdn cdn) {
        this.pages = pages;
        this.ingredients = ingredients;
        this.changed = changed;
        this.cdn = cdn;
    }

    /**
     * @param capacity in bytes, all pages together; with 0 none is kept
     * @param cdn how long a network of caches in front may keep what is the same for everybody; zero if there is none
     * @param ingredients where the queries note what they gave to a page
     * @param refresh is done after each change, before the pages that it is about are made anew
     */
    public static Finishing of(
            long capacity,
            Duration cdn,
            Ingredients ingredients,
            ChangeFeed changes,
            PostQueries posts,
            Runnable refresh) {
        FinishedPages pages = new FinishedPages(capacity);
        ChangedPages changed = new ChangedPages(changes, posts, pages, refresh);
        changed.start();
        return new Finishing(pages, ingredients, changed, new Cdn(cdn));
    }

    /** Removes what others have made untrue who change the same blog. */
    public void followOthers() {
        changed.followOthers();
    }

    /** What stands in front of the site and sends what is kept. */
    public Handler.Wrapper handler() {
        return new FinishedPagesHandler(pages);
    }

    /** Makes our ends of connections, which send what is kept before the server hears of it. */
    public EndPoints endPoints(Consumer<SentPage> witness) {
        return (channel, selector, key, scheduler) ->
                new FinishedEndPoint(channel, selector, key, scheduler, pages, witness);
    }

    /** Makes our end of a connection that a client has opened. */
    @FunctionalInterface
    public interface EndPoints {
        SocketChannelEndPoint of(
                SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler);
    }

    public FinishedTally tally() {
        return pages;
    }

    /** To be called before anything of a page is read. */
    public void begin(Context ctx) {
        if (isAnybodys(ctx)) {
            ingredients.begin();
        }
    }

    /** To be called with the content of an answer that is the same for everybody who asks. */
    public void keep(Context ctx, Delivery.Content content) {
        if (!isAnybodys(ctx) || ctx.res().containsHeader("Set-Cookie")) {
            return;
        }
        Set<PageKey> keys = new LinkedHashSet<>(ingredients.end());
        keys.add(PageKey.SITE);
        cdn.describe(ctx, keys);
        Draft draft = draft(ctx);
        if (draft != null) {
            pages.keep(draft, page(pages.hits(Footprint.route(ctx)), ctx.res(), content, keys));
        }
    }

    private static boolean isAnybodys(Context ctx) {
        return ctx.req().getAttribute(FinishedPagesHandler.TURN) != null;
    }

    /** To be called when an answer is made, before it is sent: whoever waits for the page waits for no slow reader. */
    public void end(Context ctx) {
        ingredients.end();
        Draft draft = draft(ctx);
        if (draft != null) {
            pages.giveUp(draft);
        }
        if (ctx.req().getAttribute(FinishedPagesHandler.TURN) instanceof Turn turn) {
            turn.end();
        }
    }

    private static FinishedPage page(
            Hits hits, HttpServletResponse answer, Delivery.Content content, Set<PageKey> keys) {
        Map<String, String> headers = headers(answer);
        byte[] packed = content.packed();
        return new FinishedPage(
                hits,
                representation(Map.of(), headers, content.etag(), content.plain()),
                packed == null
                        ? null
                        : representation(Map.of("Content-Encoding", "gzip"), headers, content.packedEtag(), packed),
                List.of(headers.getOrDefault("Vary", "").split(", *")).contains("Accept"),
                Set.copyOf(keys));
    }

    private static Map<String, String> headers(HttpServletResponse answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : answer.getHeaderNames()) {
            if (NOT_OF_THE_PAGE.stream().noneMatch(name::equalsIgnoreCase)) {
                headers.put(name, String.join(", ", answer.getHeaders(name)));
            }
        }
        return headers;
    }

    private static Representation representation(
            Map<String, String> encoding, Map<String, String> headers, String etag, byte[] bytes) {
        Map<String, String> ofContent = new LinkedHashMap<>(encoding);
        ofContent.put(CONTENT_LENGTH, Integer.toString(bytes.length));
        Map<String, String> always = new LinkedHashMap<>();
        headers.forEach((name, value) -> (name.equalsIgnoreCase("Content-Type") ? ofContent : always).put(name, value));
        always.put(Delivery.ETAG, etag);
        return Representation.of(etag, ofContent, always, bytes);
    }

    private static @Nullable Draft draft(Context ctx) {
        return (Draft) ctx.req().getAttribute(FinishedPagesHandler.DRAFT);
    }
}
