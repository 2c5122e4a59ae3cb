package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path data;

    MainTest(@TempDir Path folder) {
        data = folder.resolve("data");
    }

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --prot 9       | Did you mean '--port'?",
                "serve --jdbc_url=x   | Did you mean '--jdbc-url'?",
                "sevre                | Did you mean 'serve'?",
                "account ad           | Did you mean 'add'?",
                "serve --colour blue  | See: waxwing serve --help"
            })
    void what_was_probably_meant_is_said_and_nothing_far_from_it(String arguments, String advice) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).endsWith(advice + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bogus               | There is no command 'bogus'",
                "serve --prot 9      | There is no flag '--prot'",
                "version now         | '''now'' is one argument too many'"
            })
    void what_nobody_knows_is_named(String arguments, String sentence) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith(sentence + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --port 99999                                | The port must be a number from 0 to 65535, not '99999'",
                "serve --port nowhere                              | The port must be a number from 0 to 65535, not 'nowhere'",
                "serve --host 300.1.1.1                            | The host '300.1.1.1' is no address of this machine",
                "serve --base-url nowhere                          | The base-url is wrong",
                "serve --log-format xml                            | The log-format must be text or json",
                "serve --jdbc-url jdbc:mysql://x                   | The jdbc-url must start with jdbc:postgresql:",
                "import . --jdbc-url jdbc:mysql://x                | The jdbc-url must start with jdbc:postgresql:",
                "restore . --jdbc-url jdbc:mysql://x               | The jdbc-url must start with jdbc:postgresql:",
                "import . --zone nowhere                           | --zone",
                "import . --language deutsch!                      | --language",
                "import . --site-url nowhere                       | --site-url",
                "account add --email a@b.example --name A --role x | There is no role 'x'"
            })
    void a_flag_with_a_wrong_value_is_wrong_usage_and_makes_nothing(String arguments, String message) {
        assertThat(runOnData(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith(message).hasLineCount(2).contains("See: waxwing ");
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --port 0 --host 192.0.2.1      | The host '192.0.2.1' is no address of this machine",
                "serve --port 0 --host no-host.invalid | The host 'no-host.invalid' is no address of this machine",
                "restore no-such-file                 | no-such-file",
                "account link --email a@b.example     | There is no blog in",
                "account link --email nobody          | Write an e-mail address",
                "import . --report no-folder/x.json   | no-folder for the report; make it, or name another with --report",
                "import . --report src                | src is a folder; name a file with --report"
            })
    void a_refused_command_leaves_no_fresh_blog_behind(String arguments, String message) {
        assertThat(runOnData(arguments.split(" "))).isEqualTo(1);
        assertThat(err.toString()).contains(message).hasLineCount(1);
        assertThat(data).doesNotExist();
    }

    @Test
    void a_port_that_is_taken_is_refused_before_anything_is_made() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(runOnData("serve", "--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("Cannot listen at 127.0.0.1:" + taken.getLocalPort())
                    .endsWith("choose another port" + System.lineSeparator());
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void a_refusal_is_one_sentence_and_no_stack_trace() {
        assertThat(run("serve", "--port", "0", "--data", "/dev/null/blog")).isEqualTo(1);
        assertThat(err.toString()).contains("/dev/null").hasLineCount(1);
    }

    private int runOnData(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.commandLine(arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
