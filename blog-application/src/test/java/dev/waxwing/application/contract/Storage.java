package dev.waxwing.application.contract;

import dev.waxwing.application.account.AccountQueries;
import dev.waxwing.application.account.AccountRepository;
import dev.waxwing.application.account.LinkStore;
import dev.waxwing.application.account.SessionStore;
import dev.waxwing.application.account.SetUpStore;
import dev.waxwing.application.account.SignInStore;
import dev.waxwing.application.audit.AuditQueries;
import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorRepository;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.library.MediaQueries;
import dev.waxwing.application.library.MediaRepository;
import dev.waxwing.application.post.DeskQueries;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.post.PreviewRepository;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.site.SettingsRepository;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagRepository;
import dev.waxwing.application.token.ApiTokenQueries;
import dev.waxwing.application.token.ApiTokenRepository;
import dev.waxwing.application.token.CreationStore;

/** An empty storage under test: every port that a database serves, over the same data. */
public record Storage(
        UnitOfWork work,
        ChangeFeed changes,
        PostRepository posts,
        PostQueries postQueries,
        DeskQueries deskQueries,
        PreviewRepository previews,
        AuthorRepository authors,
        AuthorQueries authorQueries,
        TagRepository tags,
        TagQueries tagQueries,
        RedirectRepository redirects,
        RedirectQueries redirectQueries,
        MediaRepository media,
        MediaQueries mediaQueries,
        AccountRepository accounts,
        AccountQueries accountQueries,
        SessionStore sessions,
        SignInStore signIns,
        LinkStore links,
        SetUpStore setUp,
        AuditTrail trail,
        AuditQueries audits,
        ApiTokenRepository tokens,
        ApiTokenQueries tokenQueries,
        CreationStore creations,
        SettingsRepository settings) {}
