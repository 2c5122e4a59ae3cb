package dev.waxwing.bootstrap;

import dev.waxwing.domain.redirect.SitePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads pages of this process's own server, as anybody would, for nothing but that they are made. */
record OwnPages(String host, int port) {
    private static final int PATIENCE_MILLISECONDS = 10_000;

    /** A page that is not there any more, or a server that ends, is no fault. */
    void read(SitePath path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address(path).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(PATIENCE_MILLISECONDS);
            connection.setReadTimeout(PATIENCE_MILLISECONDS);
            connection.setRequestProperty("User-Agent", "Waxwing");
            // Feeds are kept for programs, not as browsers are shown them.
            connection.setRequestProperty("Accept", "*/*");
            try (InputStream page = connection.getInputStream()) {
                page.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException | URISyntaxException ignored) {
            // Whoever reads it next learns why.
        }
    }

    private URI address(SitePath path) throws IOException, URISyntaxException {
        InetAddress own = InetAddress.getByName(host);
        String reachable =
                own.isAnyLocalAddress() ? InetAddress.getLoopbackAddress().getHostAddress() : host;
        return new URI("http", null, reachable, port, "/", null, null).resolve(path.encoded());
    }
}
