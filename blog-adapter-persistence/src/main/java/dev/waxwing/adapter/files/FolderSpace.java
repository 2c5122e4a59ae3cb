package dev.waxwing.adapter.files;

import dev.waxwing.application.shared.FreeSpace;
import java.io.File;
import java.nio.file.Path;

/** The room on the disk that a folder is on. Where nobody can tell, there is room until a write fails. */
public final class FolderSpace implements FreeSpace {
    private final File folder;

    public FolderSpace(Path folder) {
        this.folder = folder.toFile();
    }

    @Override
    public long bytes() {
        return folder.getTotalSpace() == 0 ? Long.MAX_VALUE : folder.getUsableSpace();
    }
}
