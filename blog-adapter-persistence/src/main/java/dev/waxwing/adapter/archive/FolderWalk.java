package dev.waxwing.adapter.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/** Lists all files below a folder without following any link, so that no loop and no way out of the folder exists. */
final class FolderWalk extends SimpleFileVisitor<Path> {
    private static final int DEEPEST = 64;
    private static final Set<String> UNOPENED = Set.of("node_modules", "bower_components", "__pycache__");

    /**
     * Something in the folder.
     *
     * @param name the path below the folder, with forward slashes
     * @param size in bytes
     */
    record Item(String name, Path path, Kind kind, long size, String trouble) {
        enum Kind {
            FILE,
            /** A folder that is not looked into. */
            UNOPENED,
            /** A link, a device, or something that cannot be read. */
            STRANGE
        }
    }

    private final Path root;
    private final IntConsumer progress;
    private final List<Item> items = new ArrayList<>();

    private FolderWalk(Path root, IntConsumer progress) {
        this.root = root;
        this.progress = progress;
    }

    /** Everything below a folder, by name; the folder itself may be a single file. */
    static List<Item> list(Path root, IntConsumer progress) throws IOException {
        FolderWalk walk = new FolderWalk(root, progress);
        Files.walkFileTree(root, walk);
        walk.items.sort(Comparator.comparing(Item::name));
        return walk.items;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        String name = String.valueOf(folder.getFileName());
        if (name.startsWith(".") || UNOPENED.contains(name)) {
            add(folder, Item.Kind.UNOPENED, 0, "a folder of tools, not looked into");
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (folder.getNameCount() - root.getNameCount() > DEEPEST) {
            add(folder, Item.Kind.STRANGE, 0, "a folder more than %d levels deep, not looked into".formatted(DEEPEST));
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            add(file, Item.Kind.FILE, attributes.size(), "");
        } else if (attributes.isSymbolicLink()) {
            add(file, Item.Kind.STRANGE, 0, "a link, which is not followed");
        } else {
            add(file, Item.Kind.STRANGE, 0, "neither a file nor a folder");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(root)) {
            throw failure;
        }
        add(
                file,
                Item.Kind.STRANGE,
                0,
                "it cannot be read: " + failure.getClass().getSimpleName());
        return FileVisitResult.CONTINUE;
    }

    private void add(Path path, Item.Kind kind, long size, String trouble) {
        Path relative = path.equals(root) ? path.getFileName() : root.relativize(path);
        items.add(new Item(relative.toString().replace(File.separatorChar, '/'), path, kind, size, trouble));
        progress.accept(items.size());
    }
}
