package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.application.library.UploadMedia;
import dev.waxwing.domain.account.Actor;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedMediaTest {
    @TempDir
    private Path folder;

    @Test
    void files_are_kept_in_the_folder_that_the_nodes_share() {
        Path shared = folder.resolve("shared");
        try (House house = open(folder.resolve("node"), shared)) {
            assertThat(trouble(house)).isEmpty();
            upload(house);

            assertThat(shared).isNotEmptyDirectory();
            assertThat(trouble(house)).isEmpty();
        }
        assertThat(Files.exists(folder.resolve("node/media"))).isFalse();
    }

    @Test
    void a_node_that_does_not_see_the_files_of_the_others_says_so() {
        Path data = folder.resolve("node");
        try (House house = open(data, folder.resolve("shared"))) {
            upload(house);
        }

        try (House house = open(data, folder.resolve("not shared"))) {
            assertThat(trouble(house)).contains("the file that was added last is not here");
        }
    }

    private static House open(Path data, Path media) {
        Settings settings = Settings.read(data, Map.of(), Map.of(), Map.of(Setting.MEDIA_FOLDER, media.toString()));
        return House.open(BlogConfig.of(data, settings));
    }

    private static void upload(House house) {
        byte[] picture = TrialPictures.png("heron.png", 8).buffer;
        house.library()
                .upload()
                .handle(new UploadMedia.Command(Actor.operator(), "heron.png", "", new ByteArrayInputStream(picture)));
    }

    private static Optional<String> trouble(House house) {
        return house.inspection().checks().stream()
                .filter(check -> check.name().equals("media"))
                .findFirst()
                .flatMap(Check::trouble);
    }
}
