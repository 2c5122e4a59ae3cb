package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.Access;
import io.javalin.apibuilder.ApiBuilder;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsExceptionHandler;
import io.javalin.websocket.WsHandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every route with its audience: the one source for access, and for tests that walk over all routes. A route without a
 * declared audience is refused, what can be read with GET can be asked for with HEAD, and an address takes the methods of its
 * own route alone, even if one with a parameter would take others there (RFC 9110, section 15.5.6).
 */
final class RouteTable implements JavalinDefaultRoutingApi {
    record Route(String method, String path, Access audience) {}

    private final JavalinDefaultRoutingApi routes;
    private final List<Route> table = new ArrayList<>();
    private final Map<String, Set<String>> methods = new HashMap<>();

    RouteTable(JavalinDefaultRoutingApi routes) {
        this.routes = routes;
    }

    void add(EndpointGroup resource) {
        ApiBuilder.setStaticJavalin(this);
        try {
            resource.addEndpoints();
        } finally {
            ApiBuilder.clearStaticJavalin();
        }
    }

    List<Route> routes() {
        return List.copyOf(table);
    }

    /**
     * To be called before a route is looked for.
     *
     * @throws MethodNotAllowedResponse if the address has a route of its own, which takes no such method
     */
    void requireMethod(Context ctx) {
        Set<String> taken = methods.get(ctx.path());
        if (taken != null && !taken.contains(ctx.method().name())) {
            throw new MethodNotAllowedResponse("Method Not Allowed", Map.of("methods", String.join(", ", taken)));
        }
    }

    /** @throws IllegalStateException if it is a route and says nothing about its audience */
    @Override
    public JavalinDefaultRoutingApi addEndpoint(Endpoint endpoint) {
        if (!endpoint.method.isHttpMethod()) {
            return routes.addEndpoint(endpoint);
        }
        Access audience = audience(endpoint);
        table.add(new Route(endpoint.method.name(), endpoint.path, audience));
        Set<String> taken = methods.computeIfAbsent(endpoint.path, path -> new LinkedHashSet<>());
        taken.add(endpoint.method.name());
        routes.addEndpoint(endpoint);
        if (endpoint.method.equals(HandlerType.GET)) {
            taken.add(HandlerType.HEAD.name());
            routes.addHttpHandler(HandlerType.HEAD, endpoint.path, endpoint.handler, audience);
        }
        return this;
    }

    private static Access audience(Endpoint endpoint) {
        Roles declared = endpoint.metadata(Roles.class);
        Set<RouteRole> roles = declared == null ? Set.of() : declared.getRoles();
        return roles.stream()
                .filter(Access.class::isInstance)
                .map(Access.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s %s declares no audience".formatted(endpoint.method.name(), endpoint.path)));
    }

    @Override
    public <E extends Exception> JavalinDefaultRoutingApi exception(
            Class<E> kind, ExceptionHandler<? super E> handler) {
        return routes.exception(kind, handler);
    }

    @Override
    public JavalinDefaultRoutingApi error(int status, String contentType, Handler handler) {
        return routes.error(status, contentType, handler);
    }

    @Override
    public <E extends Exception> JavalinDefaultRoutingApi wsException(
            Class<E> kind, WsExceptionHandler<? super E> handler) {
        return routes.wsException(kind, handler);
    }

    @Override
    public JavalinDefaultRoutingApi addWsHandler(
            WsHandlerType type, String path, Consumer<WsConfig> handler, RouteRole... roles) {
        return routes.addWsHandler(type, path, handler, roles);
    }
}
