package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.StoredBackup;
import dev.waxwing.adapter.files.SiteFolder;
import dev.waxwing.adapter.web.ReadingSite;
import dev.waxwing.adapter.web.WebServer;
import dev.waxwing.adapter.web.WebSettings;
import dev.waxwing.adapter.web.redirect.Lead;
import dev.waxwing.adapter.web.redirect.RedirectFormat;
import dev.waxwing.adapter.web.shared.ErrorPages;
import dev.waxwing.adapter.web.shared.Watcher;
import dev.waxwing.adapter.web.site.SiteAddresses;
import dev.waxwing.application.site.ConfiguredSite;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Writes what readers see into a folder. Each file is what a server answers who asks for its address, so there is no second
 * way to make a page.
 */
final class StaticExport {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String MEDIA = "/media/";

    /** What pages are shown with, and the parts of a long sitemap. */
    private static final Pattern NEEDED = Pattern.compile("/(?:(?:assets|media)/[\\w.-]+|sitemap-\\d+\\.xml)");

    private final URI server;
    private final SiteFolder folder;
    private final ProgressLine progress;
    private final Set<String> needed = new HashSet<>();
    private long pages;

    /** What the server said, with its body where there is one. */
    private record Answer(int status, String type, boolean packed, byte[] body) {
        boolean isText() {
            return type.startsWith("text/") || type.contains("xml") || type.contains("json");
        }

        byte[] plain() {
            if (!packed) {
                return body;
            }
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return unpacked.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private StaticExport(URI server, SiteFolder folder, ProgressLine progress) {
        this.server = server;
        this.folder = folder;
        this.progress = progress;
    }

    /** A blog that a server has open is read from a backup that the server is asked for. */
    static SiteFolder.Outcome write(BlogConfig config, SiteFolder folder, ProgressLine progress) {
        House house;
        try {
            house = House.open(config);
        } catch (BlogException.Unavailable e) {
            if (config.database().isPresent()) {
                throw e;
            }
            return writeCopy(config, folder, progress);
        }
        try (house) {
            return write(house, () -> config.site(config.port()), folder, progress);
        }
    }

    private static SiteFolder.Outcome writeCopy(BlogConfig config, SiteFolder folder, ProgressLine progress) {
        try (TemporaryFolder copy = TemporaryFolder.named("waxwing-export")) {
            Path file = copy.path().resolve("blog.zip");
            BackupMaking.write(config, file);
            Path data = Files.createDirectory(copy.path().resolve("data"));
            RestoreCommand.restore(data, StoredBackup.at(file));
            return write(config.in(data), folder, progress);
        } catch (IOException e) {
            throw new Refusal("The temporary folder cannot be used: " + e.getMessage(), e);
        }
    }

    /** Serves the house to nobody but itself for as long as it takes. */
    static SiteFolder.Outcome write(House house, ConfiguredSite configured, SiteFolder folder, ProgressLine progress) {
        ReadingSite site = house.readingSite(configured, List::of, Watcher.NOBODY);
        try (WebServer server = WebServer.start(WebSettings.at(LOOPBACK, 0), site, house.writingSite(configured))) {
            URI address = URI.create("http://%s:%d".formatted(LOOPBACK, server.port()));
            new StaticExport(address, folder, progress).write(site);
            return folder.finish();
        }
    }

    private void write(ReadingSite site) {
        SiteAddresses addresses = new SiteAddresses(site.posts(), site.tags(), site.authors(), site.site());
        addresses.visit(this::writePage);
        writeNotFoundPage();
        List<Lead> leads = Lead.all(site.redirects());
        for (RedirectFormat format : RedirectFormat.values()) {
            folder.put(fileName(format), format.write(leads).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String fileName(RedirectFormat format) {
        return switch (format) {
            case NGINX -> SiteFolder.ABOUT + "/redirects.nginx";
            case CADDY -> SiteFolder.ABOUT + "/redirects.caddy";
            case NETLIFY -> "_redirects";
        };
    }

    /** @return whether there is something at the address */
    private boolean writePage(String path) {
        Answer answer = ask("GET", path, "*/*");
        if (answer.status() != HttpURLConnection.HTTP_OK) {
            return false;
        }
        write(name(path, answer), answer);
        pages++;
        progress.show(() -> "%,d files read".formatted(pages));
        return true;
    }

    /** Media that are there already need not be read to know that they are the same, but readers must still be given them. */
    private void writeNeeded(String path) {
        boolean same = path.startsWith(MEDIA)
                && ask("HEAD", path, "*/*").status() == HttpURLConnection.HTTP_OK
                && folder.keep(path.substring(1));
        if (!same) {
            writePage(path);
        }
    }

    private void writeNotFoundPage() {
        Answer answer = ask("GET", ErrorPages.NOT_FOUND, "text/html");
        if (answer.status() == HttpURLConnection.HTTP_NOT_FOUND) {
            write(ErrorPages.NOT_FOUND.substring(1), answer);
        }
    }

    /** A page without an ending in its address is found by one that servers and hosts try by themselves. */
    private static String name(String path, Answer answer) {
        if (path.equals("/")) {
            return "index.html";
        }
        String name = SitePath.decode(path).value().substring(1);
        return answer.type().startsWith("text/html") ? name + ".html" : name;
    }

    private void write(String name, Answer answer) {
        byte[] plain = answer.plain();
        if (answer.isText()) {
            writeWhatIsNeededFor(new String(plain, StandardCharsets.ISO_8859_1));
        }
        folder.put(name, plain);
        if (answer.packed()) {
            folder.put(name + ".gz", answer.body());
        }
    }

    /** From slash to slash, since most of a text is neither. */
    private void writeWhatIsNeededFor(String text) {
        Matcher address = NEEDED.matcher(text);
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            if (address.region(slash, text.length()).lookingAt() && needed.add(address.group())) {
                writeNeeded(address.group());
            }
        }
    }

    private Answer ask(String method, String path, String accepted) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) server.resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept", accepted);
            connection.setRequestProperty("Accept-Encoding", "gzip");
            // Each page is asked for once.
            connection.setRequestProperty("Cache-Control", "no-store");
            return answer(path, connection);
        } catch (IOException e) {
            throw new Refusal("The page %s could not be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    /** A page that could not be made must not take the place of one that could. */
    private static Answer answer(String path, HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
            throw new Refusal("The page %s could not be made (%d); the log says why".formatted(path, status));
        }
        try (InputStream body = body(status, connection)) {
            return new Answer(
                    status,
                    Objects.requireNonNullElse(connection.getContentType(), ""),
                    "gzip".equals(connection.getContentEncoding()),
                    body.readAllBytes());
        }
    }

    private static InputStream body(int status, HttpURLConnection connection) throws IOException {
        return status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : Objects.requireNonNullElseGet(connection.getErrorStream(), InputStream::nullInputStream);
    }
}
