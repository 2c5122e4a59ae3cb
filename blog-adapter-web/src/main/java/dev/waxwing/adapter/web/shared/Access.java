package dev.waxwing.adapter.web.shared;

import io.javalin.security.RouteRole;

/** Who may knock on a route at all. Whether the request is granted is the use case's decision. */
public enum Access implements RouteRole {
    ANYONE
}
