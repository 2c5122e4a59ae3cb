package dev.waxwing.adapter.web;

import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.OneTimeCodes;
import dev.waxwing.application.audit.AuditQueries;
import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.library.MediaUseCases;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PreviewUseCases;
import dev.waxwing.application.publication.BeginPost;
import dev.waxwing.application.redirect.RedirectUseCases;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.site.SiteUseCases;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.application.throttle.SpendAllowance;
import java.time.Clock;

/** What the desk, where people write, asks of the application. */
public record WritingSite(
        AccountUseCases accounts,
        OneTimeCodes codes,
        AuditQueries audits,
        BeginPost begin,
        PostUseCases posts,
        PreviewUseCases previews,
        AuthorUseCases authors,
        TagUseCases tags,
        RedirectUseCases redirects,
        MediaUseCases media,
        SiteUseCases site,
        ProgramSite programs,
        MarkdownRenderer renderer,
        SpendAllowance allowances,
        IdGenerator ids,
        TokenGenerator tokens,
        Clock clock) {}
