package dev.waxwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that has never failed is not known to work: each must report what is planted against it, under *.planted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesBiteTest {
    private static final JavaClasses WITH_PLANTED =
            new ClassFileImporter().withImportOption(new PlantedAsWell()).importPackages("dev.waxwing");

    /** What we ship, and what is planted against it. */
    private static final class PlantedAsWell implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/planted/") || new MainClasses().includes(location);
        }
    }

    /** Which planted classes each rule must report, by the end of their names. */
    private static final Map<String, List<String>> PLANTED = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "dependencies_point_inwards_and_every_class_has_its_place",
                    List.of(
                            "waxwing.planted.Homeless",
                            "domain.planted.OutwardLooking",
                            "application.planted.OutwardLooking")),
            Map.entry("adapters_do_not_know_each_other", List.of("web.planted.Neighbour")),
            Map.entry("packages_are_free_of_cycles", List.of("post.planted.There", "tag.planted.BackAgain")),
            Map.entry("shared_is_a_leaf", List.of("shared.planted.Branch")),
            Map.entry("a_feature_has_one_name_in_every_module", List.of("gardening.planted.Gardener")),
            Map.entry("nothing_may_be_null_unless_it_says_so", List.of("gardening.planted.Gardener")),
            Map.entry("the_domain_needs_the_jdk_alone", List.of("domain.planted.Borrower")),
            Map.entry("the_application_needs_the_domain_the_jdk_and_inject", List.of("application.planted.Borrower")),
            Map.entry("http_lives_in_the_web_adapter", strays("Http", "Jetty", "Servlet")),
            Map.entry("templates_live_in_the_web_adapter", strays("Templates")),
            Map.entry("sql_lives_in_the_jdbi_adapter", strays("Sql", "Source", "Jdbi", "Pool", "Migrations")),
            Map.entry("markdown_lives_in_the_markdown_adapter", strays("Markdown", "Html")),
            Map.entry("lucene_lives_in_the_search_adapter", strays("Lucene")),
            Map.entry("pictures_are_opened_in_the_image_adapter", strays("Pictures")),
            Map.entry("yaml_and_toml_live_in_the_archive_adapter", strays("Yaml", "Toml")),
            Map.entry(
                    "nothing_asks_other_machines",
                    strays("Client", "Connection", "Channel", "Download", "Upload", "Request", "Lookup")),
            Map.entry("secrets_are_made_in_the_secret_adapter", strays("Passwords", "Macs")),
            Map.entry("json_lives_in_the_web_and_backup_adapters_and_the_bootstrap", strays("Json")),
            Map.entry("figures_are_made_in_the_bootstrap", strays("Meters", "Scrapes")),
            Map.entry("command_line_and_log_files_live_in_the_bootstrap", strays("CommandLine", "Logs")),
            Map.entry("nothing_from_outside_is_run_or_revived", strays("Running", "Reviving", "Xml")),
            Map.entry(
                    "time_and_chance_come_from_outside",
                    List.of(
                            "planted.ClockWatcher$ByCall",
                            "planted.ClockWatcher$ByReference",
                            "planted.ClockWatcher$ByClock",
                            "planted.ClockWatcher$ByDie")),
            Map.entry("time_is_java_time", List.of("planted.OldCalendar")),
            Map.entry("only_the_command_line_prints", List.of("planted.DoAnything")),
            Map.entry("failures_have_names", List.of("planted.DoAnything")),
            Map.entry("driving_adapters_read_through_queries", List.of("planted.Shortcut")),
            Map.entry(
                    "a_use_case_is_final_in_the_application_and_injectable",
                    List.of("planted.DoAnything", "web.planted.Misplaced")),
            Map.entry("an_aggregate_guards_its_state", List.of("planted.OpenAggregate")),
            Map.entry("only_storage_uses_the_doors_for_storage", List.of("planted.Necromancer")),
            Map.entry("nothing_in_the_core_has_setters", List.of("planted.OpenAggregate")),
            Map.entry("an_event_is_a_record", List.of("planted.OpenAggregate$Happened")),
            Map.entry("a_port_is_an_interface_of_the_application", List.of("planted.PlantedRepository")),
            Map.entry("what_leaves_the_house_holds_no_aggregate", List.of("planted.PlantedView")),
            Map.entry("dependencies_come_through_constructors", List.of("planted.Shortcut")),
            Map.entry("names_say_what_things_are", List.of("planted.PostManager"))));

    private static List<String> strays(String... names) {
        return Stream.of(names).map(name -> "planted.Strays$" + name).toList();
    }

    static Stream<String> rules() {
        return PLANTED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_reports_what_is_planted_against_it(String rule) throws Exception {
        List<String> details =
                rule(rule).evaluate(WITH_PLANTED).getFailureReport().getDetails();

        assertThat(PLANTED.get(rule))
                .allSatisfy(planted -> assertThat(details).anyMatch(detail -> detail.contains(planted)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void no_rule_reports_anything_else(String rule) throws Exception {
        assertThat(rule(rule).evaluate(WITH_PLANTED).getFailureReport().getDetails())
                .allMatch(detail -> detail.contains(".planted."));
    }

    @ParameterizedTest
    @CsvSource({"dev.waxwing.adapter.carrier_pigeon.., false", "dev.waxwing.adapter.web.., true"})
    void a_part_without_classes_is_reported(String part, boolean filled) {
        assertThat(Shape.noneIsEmpty(part).evaluate(WITH_PLANTED).hasViolation())
                .isEqualTo(!filled);
    }

    @Test
    void no_rule_is_left_out() {
        assertThat(Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                        .filter(field -> field.getType() == ArchRule.class)
                        .map(Field::getName)
                        .filter(rule -> !rule.equals("no_part_is_empty")))
                .containsExactlyInAnyOrderElementsOf(PLANTED.keySet());
    }

    @Test
    void the_whole_house_is_looked_at() {
        assertThat(WITH_PLANTED).hasSizeGreaterThan(400);
    }

    private static ArchRule rule(String name) throws Exception {
        return (ArchRule) ArchitectureTest.class.getDeclaredField(name).get(null);
    }
}
