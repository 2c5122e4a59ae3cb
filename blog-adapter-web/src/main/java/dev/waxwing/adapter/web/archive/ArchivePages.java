package dev.waxwing.adapter.web.archive;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.archive.ArchivePage.Month;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Dates;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Frames;
import dev.waxwing.adapter.web.shared.Head;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Pager;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.domain.site.Site;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /archive} and {@code /archive/year}: everything that was published, year by year. */
public final class ArchivePages implements EndpointGroup {
    private static final int PAGE_SIZE = 200;

    private final PostQueries posts;
    private final Years years;
    private final Frames frames;

    @Inject
    public ArchivePages(PostQueries posts, Years years, Frames frames) {
        this.posts = posts;
        this.years = years;
        this.frames = frames;
    }

    @Override
    public void addEndpoints() {
        get("/archive", this::newestYear, Access.ANYONE);
        get("/archive/{year}", ctx -> year(ctx, 1), Access.ANYONE);
        get(
                "/archive/{year}/page/{number}",
                ctx -> year(ctx, Params.number(Params.path(ctx, "number"))),
                Access.ANYONE);
    }

    private void newestYear(Context ctx) {
        List<Integer> all = years.shown();
        Head head = Head.of("Archive", "/archive").describedBy("Everything that was published here, by year.");
        int newest = all.isEmpty() ? 0 : all.get(0);
        render(ctx, head, all, newest, 1);
    }

    private void year(Context ctx, int number) {
        int year = Params.number(Params.path(ctx, "year"));
        List<Integer> all = years.shown();
        if (!all.contains(year)) {
            throw new NotFoundResponse();
        }
        Head head = Head.of("Archive of " + year, Links.year(year, number))
                .describedBy("Everything that was published here in %d.".formatted(year));
        render(ctx, head, all, year, number);
    }

    private void render(Context ctx, Head head, List<Integer> all, int year, int number) {
        Site site = frames.site();
        List<PostSummary> found = all.isEmpty()
                ? List.of()
                : posts.published(within(year, site.zone()), Pager.offset(number, PAGE_SIZE), PAGE_SIZE + 1);
        Pager.Part<PostSummary> part = Pager.cut(found, number, PAGE_SIZE, page -> Links.year(year, page));
        ArchivePage page = new ArchivePage(
                frames.around(head.between(part.pager())), all, year, months(part.items(), site), part.pager());
        Delivery.isForEverybody(ctx);
        ctx.render("archive/archive.jte", Map.of("page", page));
    }

    private static PostScope within(int year, ZoneId zone) {
        return new PostScope.Between(start(year, zone), start(year + 1, zone));
    }

    private static Instant start(int year, ZoneId zone) {
        return Year.of(year).atDay(1).atStartOfDay(zone).toInstant();
    }

    private static List<Month> months(List<PostSummary> found, Site site) {
        Dates dates = Dates.of(site);
        Map<String, List<PostSummary>> byMonth = new LinkedHashMap<>();
        for (PostSummary post : found) {
            byMonth.computeIfAbsent(dates.month(post.publishedAt()), month -> new ArrayList<>())
                    .add(post);
        }
        return byMonth.entrySet().stream()
                .map(month -> new Month(month.getKey(), month.getValue()))
                .toList();
    }
}
