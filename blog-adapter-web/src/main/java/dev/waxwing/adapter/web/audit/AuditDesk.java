package dev.waxwing.adapter.web.audit;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.audit.AuditEntry;
import dev.waxwing.application.audit.AuditQueries;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** {@code /admin/audit}: who did what, when and from where, the last act first. */
public final class AuditDesk implements EndpointGroup {
    private static final String PAGE = "/admin/audit";
    private static final int SIZE = 100;

    private final AuditQueries audits;
    private final Desks desks;

    @Inject
    public AuditDesk(AuditQueries audits, Desks desks) {
        this.audits = audits;
        this.desks = desks;
    }

    @Override
    public void addEndpoints() {
        get(PAGE, this::show, Access.ADMINISTRATOR);
    }

    private void show(Context ctx) {
        List<AuditEntry> found = audits.latest(before(Params.query(ctx, "before")), SIZE + 1);
        boolean more = found.size() > SIZE;
        List<AuditEntry> shown = more ? found.subList(0, SIZE) : found;
        String older = more ? PAGE + "?before=" + shown.get(SIZE - 1).number() : null;
        Desk desk = desks.around(ctx, "Audit trail", Desk.Section.ACCOUNTS);
        ctx.render("audit/audit.jte", Map.of("page", new AuditPage(desk, shown, older)));
    }

    private static long before(String number) {
        try {
            return number.isEmpty() ? Long.MAX_VALUE : Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw new NotFoundResponse();
        }
    }
}
