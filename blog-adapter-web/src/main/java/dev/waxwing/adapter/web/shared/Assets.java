package dev.waxwing.adapter.web.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that pages are made up with: style sheets, type faces, scripts, the icon. Each stands at an address that holds a
 * hash of its content, so that browsers never ask twice.
 */
public final class Assets {
    private static final String STYLE_SHEET = "waxwing.css";
    private static final String FEED_STYLE_SHEET = "feed.css";
    private static final String DESK_STYLE_SHEET = "desk.css";
    private static final List<String> DESK_SCRIPTS = List.of("desk/copy.js", "desk/editor.js", "desk/upload.js");
    private static final String ICON = "icon.svg";
    private static final String TEXT_FACE = "literata-latin-wght-normal.woff2";
    private static final int HASH_LENGTH = 10;
    private static final Pattern REFERENCE = Pattern.compile("url\\(\"([^\":]+)\"\\)");
    private static final Pattern IMPORT = Pattern.compile("(from |import )\"\\./([^\"]+)\"");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "woff2", "font/woff2");

    private final Map<String, Asset> byAddress = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private volatile boolean withDesk;

    /** A file as it is sent. */
    public static final class Asset {
        private final String type;
        private final byte[] content;

        private Asset(String type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        public String type() {
            return type;
        }

        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    private Assets() {}

    public static Assets load() {
        Assets assets = new Assets();
        assets.add(ICON, read(ICON));
        assets.addStyleSheet(FEED_STYLE_SHEET);
        assets.addStyleSheet(STYLE_SHEET);
        return assets;
    }

    public Optional<Asset> find(String address) {
        Asset found = byAddress.get(address);
        if (found == null) {
            requireDesk();
        }
        return Optional.ofNullable(found == null ? byAddress.get(address) : found);
    }

    /** The files of the desk are the larger part, and no reader asks for one: they are read when somebody does. */
    private void requireDesk() {
        if (!withDesk) {
            addDesk();
        }
    }

    private synchronized void addDesk() {
        if (!withDesk) {
            addStyleSheet(DESK_STYLE_SHEET);
            DESK_SCRIPTS.forEach(this::addScript);
            withDesk = true;
        }
    }

    public String styleSheet() {
        return address(STYLE_SHEET);
    }

    public String feedStyleSheet() {
        return address(FEED_STYLE_SHEET);
    }

    public String deskStyleSheet() {
        requireDesk();
        return address(DESK_STYLE_SHEET);
    }

    /** A script of the desk, such as {@code desk/copy.js}. */
    public String script(String name) {
        requireDesk();
        return address(name);
    }

    public String icon() {
        return address(ICON);
    }

    /** The face that every page shows, to be asked for before the style sheet has been read. */
    public String textFace() {
        return address(TEXT_FACE);
    }

    private String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalStateException("No asset is called " + name);
        }
        return address;
    }

    private void addStyleSheet(String name) {
        String source = new String(read(name), StandardCharsets.UTF_8);
        String css = REFERENCE
                .matcher(source)
                .replaceAll(file -> Matcher.quoteReplacement("url(\"" + addOnce(file.group(1)) + "\")"));
        add(name, css.getBytes(StandardCharsets.UTF_8));
    }

    /** An ES module, and those beside it that it imports. */
    private String addScript(String name) {
        String known = addresses.get(name);
        if (known != null) {
            return known;
        }
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        String source = IMPORT.matcher(new String(read(name), StandardCharsets.UTF_8))
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + "\"" + addScript(folder + found.group(2)) + "\""));
        return add(name, source.getBytes(StandardCharsets.UTF_8));
    }

    private String addOnce(String name) {
        String known = addresses.get(name);
        return known == null ? add(name, read(name)) : known;
    }

    private String add(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1);
        String hash = Digests.of(content).substring(0, HASH_LENGTH);
        String address = "/assets/%s.%s.%s".formatted(name.substring(name.lastIndexOf('/') + 1, dot), hash, extension);
        String type = TYPES.getOrDefault(extension, "application/octet-stream");
        byAddress.put(address, new Asset(type, content));
        addresses.put(name, address);
        return address;
    }

    private static byte[] read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream("/dev/waxwing/adapter/web/assets/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The asset %s is missing from the program".formatted(name));
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
