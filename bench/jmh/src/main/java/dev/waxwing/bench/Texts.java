package dev.waxwing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The posts of the demo blog as they were written, one after the other and then from the first again. */
final class Texts {
    private static final String FENCE = "---\n";

    private final List<String> texts;
    private int next;

    private Texts(List<String> texts) {
        this.texts = texts;
    }

    /** @param folder with a folder for each post, in which its text is called {@code index.md} */
    static Texts in(Path folder) {
        try (Stream<Path> posts = Files.list(folder)) {
            return new Texts(posts.map(post -> post.resolve("index.md"))
                    .filter(Files::exists)
                    .sorted()
                    .map(Texts::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            String post = Files.readString(file);
            return post.substring(post.indexOf(FENCE, FENCE.length()) + FENCE.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String next() {
        next = (next + 1) % texts.size();
        return texts.get(next);
    }
}
