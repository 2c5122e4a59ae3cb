package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.OwnedFiles;
import dev.waxwing.adapter.jdbi.BlogFolders;
import dev.waxwing.adapter.jdbi.JdbiPersistence;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The {@code --data} flag that all commands share, and the folder behind it. */
final class DataFolder {
    private static final String VARIABLE = "WAXWING_DATA";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that holds all state (default: ./data, or the variable WAXWING_DATA).")
    private Optional<Path> flag = Optional.empty();

    Path path(Map<String, String> environment) {
        return flag.orElseGet(() -> Path.of(environment.getOrDefault(VARIABLE, "data")));
    }

    /** What only a blog leaves, without a database, is of a blog that has lost it. */
    boolean holdsBlog(Map<String, String> environment) {
        Path folder = path(environment);
        return Files.exists(JdbiPersistence.fileIn(folder))
                || BlogFolders.in(folder).holdTraces();
    }

    /**
     * The configuration of a blog that is there already; nothing is made.
     *
     * @throws Refusal if there is none, or its configuration is wrong
     */
    BlogConfig blog(Map<String, String> environment, Map<Setting, String> flags) {
        Path folder = path(environment);
        BlogConfig config = BlogConfig.read(folder, flags);
        if (config.database().isEmpty() && !holdsBlog(environment)) {
            throw new Refusal("There is no blog in %s; name its folder with --data".formatted(folder));
        }
        return config;
    }

    /**
     * One that is made is for its owner alone: it is to hold hashes of passwords.
     *
     * @throws Refusal if it is no folder, or may not be written
     */
    Path open(Map<String, String> environment) {
        Path folder = path(environment);
        try {
            OwnedFiles.createFolder(folder);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal("%s is not a folder; choose another with --data".formatted(folder), e);
        } catch (IOException e) {
            throw new Refusal("The folder %s cannot be made; check who may write there".formatted(folder), e);
        }
        if (!Files.isWritable(folder)) {
            throw new Refusal("The folder %s cannot be written; check whose it is".formatted(folder));
        }
        return folder;
    }
}
