package dev.waxwing.adapter.web.author;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.author.AuthorView;
import java.util.List;

/** All authors, for those who keep them, and the form for one more. */
public record AuthorListPage(Desk desk, List<AuthorView> authors, Form form) {}
