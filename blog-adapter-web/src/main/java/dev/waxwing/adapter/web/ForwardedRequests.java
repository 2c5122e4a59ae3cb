package dev.waxwing.adapter.web;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Puts whom a request is from in the place of the proxy that passed it on, before anything looks at it. No other header of
 * proxies is read: what the blog is called and how it is reached is configured, and not asked of requests.
 */
final class ForwardedRequests implements HttpConfiguration.Customizer {
    private final TrustedProxies proxies;

    ForwardedRequests(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable headersOfAnswer) {
        return request.getHeaders().contains(HttpHeader.X_FORWARDED_FOR) ? new Forwarded(request) : request;
    }

    private final class Forwarded extends Request.Wrapper {
        private final ConnectionMetaData connection;

        Forwarded(Request request) {
            super(request);
            String told = String.join(",", request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR));
            connection = new Connection(request.getConnectionMetaData(), told);
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }

    /** Follows the way of the request when it is asked: most pages never ask. */
    private final class Connection extends ConnectionMetaData.Wrapper {
        private final String told;

        Connection(ConnectionMetaData connection, String told) {
            super(connection);
            this.told = told;
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            SocketAddress remote = super.getRemoteSocketAddress();
            return remote instanceof InetSocketAddress internet && !internet.isUnresolved()
                    ? new InetSocketAddress(proxies.origin(internet.getAddress(), told), internet.getPort())
                    : remote;
        }
    }
}
