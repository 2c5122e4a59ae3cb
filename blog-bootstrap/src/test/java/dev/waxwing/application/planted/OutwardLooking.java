package dev.waxwing.application.planted;

import dev.waxwing.adapter.web.WebServer;

/** The application knows who drives it. */
public final class OutwardLooking {
    WebServer outward;
}
