package dev.waxwing.adapter.web;

import dev.waxwing.application.account.AccountUseCases;
import dev.waxwing.application.account.OneTimeCodes;
import dev.waxwing.application.audit.AuditQueries;
import dev.waxwing.application.shared.TokenGenerator;

/** What the desk, where people write, asks of the application. */
public record WritingSite(AccountUseCases accounts, OneTimeCodes codes, AuditQueries audits, TokenGenerator tokens) {}
