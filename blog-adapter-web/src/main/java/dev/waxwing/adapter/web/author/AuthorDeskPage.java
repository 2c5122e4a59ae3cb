package dev.waxwing.adapter.web.author;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.author.AuthorView;

/** One author, to be changed. */
public record AuthorDeskPage(Desk desk, AuthorView author, Form form) {}
