package dev.waxwing.adapter.web;

import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.library.MediaUseCases;
import dev.waxwing.application.shared.TokenGenerator;

/** What the desk, where people write, asks of the application. */
public record WritingSite(AccountUseCases accounts, MediaUseCases media, ProgramSite programs, TokenGenerator tokens) {}
