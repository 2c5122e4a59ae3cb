package dev.waxwing.adapter.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Files by name, numbered in ascending order. */
final class Listing {
    private final String[] names;
    private final Path[] paths;

    Listing(List<FolderWalk.Item> items) {
        List<FolderWalk.Item> sorted = items.stream()
                .sorted(Comparator.comparing(FolderWalk.Item::name))
                .toList();
        names = sorted.stream().map(FolderWalk.Item::name).toArray(String[]::new);
        paths = sorted.stream().map(FolderWalk.Item::path).toArray(Path[]::new);
    }

    int size() {
        return names.length;
    }

    /** A negative number if there is no file of this name. */
    int number(String name) {
        return Arrays.binarySearch(names, name);
    }

    boolean contains(String name) {
        return number(name) >= 0;
    }

    String name(int number) {
        return names[number];
    }

    Path path(int number) {
        return paths[number];
    }

    List<String> names() {
        return List.of(names);
    }

    /** The files directly in a folder, which ends in a slash. */
    List<String> in(String folder) {
        List<String> found = new ArrayList<>();
        int from = number(folder);
        for (int i = from < 0 ? -from - 1 : from; i < names.length && names[i].startsWith(folder); i++) {
            if (names[i].indexOf('/', folder.length()) < 0) {
                found.add(names[i]);
            }
        }
        return found;
    }
}
