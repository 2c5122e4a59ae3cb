package dev.waxwing.bootstrap;

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

    boolean holdsBlog(Map<String, String> environment) {
        return Files.exists(path(environment).resolve("blog.mv.db"))
                || Files.exists(path(environment).resolve("media"));
    }

    /** @throws Refusal if it is no folder, or may not be written */
    Path open(Map<String, String> environment) {
        Path folder = path(environment);
        try {
            Files.createDirectories(folder);
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
