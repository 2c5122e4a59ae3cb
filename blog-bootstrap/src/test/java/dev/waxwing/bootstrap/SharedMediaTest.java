package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.application.account.PrepareSetUp;
import dev.waxwing.application.library.UploadMedia;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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

    @Test
    void a_media_folder_on_a_disk_that_is_full_takes_no_files_and_says_so() {
        Path data = folder.resolve("node");
        BlogConfig config = BlogConfig.of(data, Settings.read(data, Map.of(), Map.of(), Map.of()));
        try (House house = House.open(config, Clock.systemUTC(), FreeSpace.PLENTY, () -> FreeSpace.RESERVE - 1)) {
            assertThatThrownBy(() -> upload(house)).isInstanceOf(BlogException.Full.class);

            assertThat(house.inspection().checks())
                    .filteredOn(check -> check.name().equals("disk"))
                    .extracting(Check::trouble)
                    .containsExactly(Optional.of("full under the media folder, takes no files"));
            assertThat(house.inspection()
                            .standing(List.of(), new ScheduledBackups.Report(Optional.empty(), Optional.empty()))
                            .freeBytes())
                    .isEqualTo(FreeSpace.RESERVE - 1);
            assertThat(house.accounts().prepareSetUp().handle(new PrepareSetUp.Command(Actor.operator())))
                    .isPresent();
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
