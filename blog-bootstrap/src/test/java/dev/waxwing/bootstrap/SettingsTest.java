package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {
    @TempDir
    Path data;

    @Test
    void defaults_give_way_to_the_demo_then_the_file_then_the_environment_then_flags() throws IOException {
        Map<Setting, String> demo = Map.of(Setting.SITE_TITLE, "demo", Setting.SITE_TAGLINE, "demo");
        assertThat(read(demo, Map.of(), Map.of()).get(Setting.SITE_TAGLINE)).isEqualTo("demo");

        file("site.title=file\nport=1\nhost=file");
        Map<String, String> environment = Map.of("WAXWING_PORT", "2", "WAXWING_HOST", "environment");
        Settings settings = read(demo, environment, Map.of(Setting.HOST, "flag"));

        assertThat(settings.get(Setting.SITE_LANGUAGE)).isEqualTo("en");
        assertThat(settings.get(Setting.SITE_TITLE)).isEqualTo("file");
        assertThat(settings.get(Setting.PORT)).isEqualTo("2");
        assertThat(settings.get(Setting.HOST)).isEqualTo("flag");
    }

    @Test
    void the_file_is_read_as_utf_8() throws IOException {
        file("site.title=Größe と 大きさ");

        assertThat(read(Map.of(), Map.of(), Map.of()).get(Setting.SITE_TITLE)).isEqualTo("Größe と 大きさ");
    }

    @Test
    void an_unknown_key_is_refused_with_the_nearest_one() throws IOException {
        file("site.titel=Hello");

        assertThatThrownBy(() -> read(Map.of(), Map.of(), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no setting 'site.titel'; did you mean 'site.title'?");
    }

    @Test
    void an_unknown_variable_of_ours_is_refused_and_one_of_others_is_not() {
        assertThatThrownBy(() -> read(Map.of(), Map.of("WAXWING_BASEURL", "x"), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("did you mean 'WAXWING_BASE_URL'?");

        read(Map.of(), Map.of("PATH", "/bin", "WAXWING_DATA", "elsewhere"), Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port=99999                 | The port must be a number from 0 to 65535, not '99999'",
                "port=http                  | The port must be a number from 0 to 65535, not 'http'",
                "site.zone=Europe/Wien      | The site.zone 'Europe/Wien' is not known",
                "site.language=deutsch!     | The site.language is wrong",
                "base-url=example.org       | The base-url is wrong",
                "jdbc-url=jdbc:mysql://x    | The jdbc-url must start with jdbc:postgresql:",
                "site.posts-per-page=0      | The site.posts-per-page must be a number from 1 to 100"
            })
    void a_wrong_value_is_refused_in_one_sentence_that_names_it(String line, String message) throws IOException {
        file(line);

        assertThatThrownBy(() -> BlogConfig.of(data, read(Map.of(), Map.of(), Map.of())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message);
    }

    @Test
    void an_empty_configuration_is_a_working_one() {
        BlogConfig config = BlogConfig.of(data, read(Map.of(), Map.of(), Map.of()));

        assertThat(config.database()).isEmpty();
        assertThat(config.site(8080).absolute("/tags")).isEqualTo("http://127.0.0.1:8080/tags");
        assertThat(config.site(8080).zone()).isEqualTo(ZoneId.of("UTC"));
    }

    private Settings read(Map<Setting, String> demo, Map<String, String> environment, Map<Setting, String> flags) {
        return Settings.read(data, demo, environment, flags);
    }

    private void file(String text) throws IOException {
        Files.writeString(data.resolve("waxwing.properties"), text);
    }
}
