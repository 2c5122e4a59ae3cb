package dev.waxwing.adapter.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a blog's configuration says, if there is one that can be read; names of settings in lower case.
 *
 * @param generator the one whose configuration this is
 */
record SiteConfig(Optional<Generator> generator, Header settings, List<Remark> remarks) {
    private static final int LARGEST = 256 * 1024;
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?m)^([A-Z][A-Z_]*)\\s*=\\s*(?:(['\"])(.*?)\\2|(\\w+))\\s*(?:#.*)?$");
    private static final List<String> HUGO = List.of("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json");
    private static final List<String> EITHER = List.of("config.toml", "config.yaml", "config.yml", "config.json");
    private static final List<String> JEKYLL = List.of("_config.yml", "_config.yaml", "_config.toml");
    private static final String PELICAN = "pelicanconf.py";
    private static final Set<String> NAMES =
            Set.of(HUGO.get(0), HUGO.get(1), HUGO.get(2), JEKYLL.get(0), JEKYLL.get(1), JEKYLL.get(2), PELICAN);

    private static final Set<String> PRINTED = Set.of(
            "title",
            "name",
            "subtitle",
            "tagline",
            "description",
            "author",
            "author.name",
            "email",
            "github_username",
            "twitter_username");

    static SiteConfig none() {
        return new SiteConfig(Optional.empty(), Header.none(), List.of());
    }

    /** Whether a file of this name says that its folder is the one of a site. */
    static boolean isTelling(String fileName) {
        return NAMES.contains(fileName);
    }

    static boolean isConfiguration(String fileName) {
        return isTelling(fileName)
                || EITHER.contains(fileName)
                || fileName.equals(HUGO.get(3))
                || fileName.equals("publishconf.py");
    }

    /** The configuration in a site's folder. */
    static SiteConfig in(Path folder) {
        for (String name : JEKYLL) {
            if (RegularFile.isAt(folder.resolve(name))) {
                return read(folder.resolve(name), Optional.of(Generator.JEKYLL));
            }
        }
        if (RegularFile.isAt(folder.resolve(PELICAN))) {
            return read(folder.resolve(PELICAN), Optional.of(Generator.PELICAN));
        }
        for (String name : HUGO) {
            if (RegularFile.isAt(folder.resolve(name))) {
                return read(folder.resolve(name), Optional.of(Generator.HUGO));
            }
        }
        for (String name : EITHER) {
            if (RegularFile.isAt(folder.resolve(name))) {
                return hugoOrZola(read(folder.resolve(name), Optional.empty()));
            }
        }
        Path config = folder.resolve("config");
        Path defaults = config.resolve("_default");
        return isFolder(config) && isFolder(defaults) ? hugoFolder(defaults) : none();
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static SiteConfig hugoOrZola(SiteConfig config) {
        Generator generator = config.settings.value("base_url").isPresent() ? Generator.ZOLA : Generator.HUGO;
        return new SiteConfig(Optional.of(generator), config.settings, config.remarks);
    }

    /** Hugo lets a configuration be divided into files, each of which is named for its part of the whole. */
    private static SiteConfig hugoFolder(Path folder) {
        Map<String, HeaderValue> all = new LinkedHashMap<>();
        List<Remark> remarks = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(RegularFile::isAt).sorted().toList()) {
                SiteConfig part = read(file, Optional.of(Generator.HUGO));
                remarks.addAll(part.remarks);
                String stem = String.valueOf(file.getFileName()).replaceFirst("\\..*$", "");
                if (stem.equals("hugo") || stem.equals("config")) {
                    all.putAll(part.settings.table().entries());
                } else {
                    all.put(stem.toLowerCase(Locale.ROOT), part.settings.table());
                }
            }
        } catch (IOException unreadable) {
            remarks.add(new Remark(0, "the configuration cannot be read: " + unreadable.getMessage()));
        }
        return new SiteConfig(Optional.of(Generator.HUGO), header(new HeaderValue.Table(all, 1)), remarks);
    }

    private static SiteConfig read(Path file, Optional<Generator> generator) {
        String name = String.valueOf(file.getFileName());
        try {
            byte[] bytes = RegularFile.read(file, LARGEST, "it is larger than 256 KiB");
            String text = SourceText.decode(bytes).text();
            return new SiteConfig(generator, header(parsed(name, text)), List.of());
        } catch (UnreadableFile broken) {
            return broken(generator, new Remark(broken.line(), name + " cannot be read: " + broken.reason()));
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return broken(generator, new Remark(0, name + " cannot be read: " + broken.getMessage()));
        }
    }

    private static SiteConfig broken(Optional<Generator> generator, Remark remark) {
        return new SiteConfig(generator, Header.none(), List.of(remark));
    }

    private static HeaderValue.Table parsed(String name, String text) throws UnreadableFile {
        if (name.endsWith(".toml")) {
            return TomlHeader.parse(text, 1, new ArrayList<>());
        }
        return name.endsWith(".py")
                ? assignments(text)
                : YamlHeader.parse(text.replace('\t', ' '), 1, new ArrayList<>());
    }

    /** Python is never run: only plain assignments of texts are seen. */
    private static HeaderValue.Table assignments(String text) {
        Map<String, HeaderValue> entries = new LinkedHashMap<>();
        Matcher assignment = ASSIGNMENT.matcher(text);
        while (assignment.find()) {
            String value = assignment.group(3) != null ? assignment.group(3) : assignment.group(4);
            entries.put(assignment.group(1), new HeaderValue.Text(value, 1));
        }
        return new HeaderValue.Table(entries, 1);
    }

    private static Header header(HeaderValue.Table table) {
        return new Header(Header.Style.NONE, lowerCase(table, 0), 0, 1, List.of());
    }

    private static HeaderValue.Table lowerCase(HeaderValue.Table table, int depth) {
        Map<String, HeaderValue> entries = new LinkedHashMap<>();
        if (depth < 8) {
            table.entries()
                    .forEach((key, value) -> entries.put(
                            key.toLowerCase(Locale.ROOT),
                            value instanceof HeaderValue.Table inner ? lowerCase(inner, depth + 1) : value));
        }
        return new HeaderValue.Table(entries, table.line());
    }

    /** What a post may print of the configuration, which can hold what readers must not see. */
    Optional<String> printed(String name) {
        return PRINTED.contains(name) ? text(name) : Optional.empty();
    }

    /** The first of these settings that is a text. */
    Optional<String> text(String... names) {
        return settings.text(names);
    }

    /** The tables within a setting, by name. */
    Map<String, HeaderValue> table(String name) {
        return settings.value(name)
                .filter(HeaderValue.Table.class::isInstance)
                .map(value -> ((HeaderValue.Table) value).entries())
                .orElse(Map.of());
    }
}
