package dev.waxwing.domain.planted;

import java.util.Date;

/** Counts days as in 1995. */
public final class OldCalendar {
    Date date;
}
