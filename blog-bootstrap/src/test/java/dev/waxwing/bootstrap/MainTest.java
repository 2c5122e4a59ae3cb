package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_version_is_the_one_of_the_build() {
        assertThat(run("version")).isZero();
        assertThat(out.toString()).startsWith("Waxwing ").doesNotContain("${").contains("Java ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "serve --help",
                "version --help",
                "import --help",
                "backup --help",
                "verify --help",
                "restore --help",
                "export --help",
                "status --help",
                "doctor --help"
            })
    void every_command_explains_itself(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).contains("Usage: waxwing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sevre", "serve --prot 1", "serve --port nowhere", "import", "export x --format paper"})
    void wrong_usage_is_explained_on_standard_error(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void a_refusal_is_one_sentence_and_no_stack_trace() {
        assertThat(run("serve", "--data", "/dev/null/blog")).isEqualTo(1);
        assertThat(err.toString()).contains("/dev/null").hasLineCount(1);
    }

    private int run(String... arguments) {
        return Main.commandLine(arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
