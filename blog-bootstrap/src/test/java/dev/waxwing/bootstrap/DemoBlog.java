package dev.waxwing.bootstrap;

import java.nio.file.Path;
import java.util.Map;

/** The demo blog at a free port, for tests that want a whole blog. */
final class DemoBlog {
    private DemoBlog() {}

    /** Returns when all of it can be read and found. */
    static Blog start(Path data) {
        Settings settings = Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of(Setting.PORT, "0"));
        return Blog.start(BlogConfig.of(data, settings), house -> {
            DemoContent.fill(house);
            house.catchUp();
        });
    }
}
