package dev.waxwing.adapter.web.author;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.domain.account.Actor;

/** One author, to be changed. */
public record AuthorDeskPage(Desk desk, Actor actor, AuthorView author, Form form) {

    /** Whether whoever looks may give the page of the author another address. */
    public boolean mayMove() {
        return actor.mayCurate();
    }
}
