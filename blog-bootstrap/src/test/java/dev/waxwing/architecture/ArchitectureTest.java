package dev.waxwing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.waxwing.architecture.Shape.ADAPTERS;
import static dev.waxwing.architecture.Shape.APPLICATION;
import static dev.waxwing.architecture.Shape.BOOTSTRAP;
import static dev.waxwing.architecture.Shape.DOMAIN;
import static dev.waxwing.architecture.Shape.adapter;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.waxwing.domain.shared.AggregateRoot;
import dev.waxwing.domain.shared.DomainEvent;
import jakarta.inject.Inject;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.Calendar;
import java.util.Date;

/** The rules of the house (docs/architecture.md). {@link RulesBiteTest} proves that each of them can fail. */
@AnalyzeClasses(packages = "dev.waxwing", importOptions = MainClasses.class)
class ArchitectureTest {

    // The shape

    @ArchTest
    static final ArchRule dependencies_point_inwards_and_every_class_has_its_place = layeredArchitecture()
            .consideringAllDependencies()
            .layer("domain")
            .definedBy(DOMAIN)
            .layer("application")
            .definedBy(APPLICATION)
            .layer("adapters")
            .definedBy(ADAPTERS)
            .layer("bootstrap")
            .definedBy(BOOTSTRAP)
            .whereLayer("bootstrap")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("adapters")
            .mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("application")
            .mayOnlyBeAccessedByLayers("adapters", "bootstrap")
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other =
            slices().matching("dev.waxwing.adapter.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.waxwing.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule shared_is_a_leaf =
            classes().that().resideInAPackage("..shared..").should(Shape.stayInsideShared());

    @ArchTest
    static final ArchRule a_feature_has_one_name_in_every_module = classes().should(Shape.knowTheirFeature());

    @ArchTest
    static final ArchRule no_part_is_empty = Shape.noneIsEmpty(
            DOMAIN,
            APPLICATION,
            adapter("archive"),
            adapter("backup"),
            adapter("files"),
            adapter("image"),
            adapter("jdbi"),
            adapter("markdown"),
            adapter("search"),
            adapter("secret"),
            adapter("web"),
            BOOTSTRAP);

    @ArchTest
    static final ArchRule nothing_may_be_null_unless_it_says_so = classes()
            .that()
            .resideInAnyPackage(ADAPTERS, BOOTSTRAP)
            .and()
            .resideOutsideOfPackage(Shape.GENERATED)
            .should(Shape.liveInANullMarkedPackage());

    // What each part may use

    @ArchTest
    static final ArchRule the_domain_needs_the_jdk_alone = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    DOMAIN,
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.text",
                    "java.net",
                    "java.nio",
                    "java.nio.charset",
                    Shape.NULLNESS);

    @ArchTest
    static final ArchRule the_application_needs_the_domain_the_jdk_and_inject = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    APPLICATION,
                    DOMAIN,
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.text",
                    "java.net",
                    "java.nio.charset",
                    "java.io",
                    "java.security",
                    "jakarta.inject",
                    Shape.NULLNESS);

    @ArchTest
    static final ArchRule http_lives_in_the_web_adapter =
            Shape.onlyIn(adapter("web"), "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule templates_live_in_the_web_adapter = Shape.onlyIn(adapter("web"), "gg.jte..");

    @ArchTest
    static final ArchRule sql_lives_in_the_jdbi_adapter = Shape.onlyIn(
            adapter("jdbi"),
            "java.sql..",
            "javax.sql..",
            "org.jdbi..",
            "com.zaxxer.hikari..",
            "org.flywaydb..",
            "org.h2..",
            "org.postgresql..");

    @ArchTest
    static final ArchRule markdown_lives_in_the_markdown_adapter =
            Shape.onlyIn(adapter("markdown"), "org.commonmark..", "org.jsoup..");

    @ArchTest
    static final ArchRule lucene_lives_in_the_search_adapter = Shape.onlyIn(adapter("search"), "org.apache.lucene..");

    @ArchTest
    static final ArchRule pictures_are_opened_in_the_image_adapter =
            Shape.onlyIn(adapter("image"), "java.awt..", "javax.imageio..");

    @ArchTest
    static final ArchRule yaml_and_toml_live_in_the_archive_adapter =
            Shape.onlyIn(adapter("archive"), "org.snakeyaml..", "org.tomlj..", "org.antlr..");

    @ArchTest
    static final ArchRule secrets_are_made_in_the_secret_adapter =
            Shape.onlyIn(adapter("secret"), "com.password4j..", "javax.crypto..");

    @ArchTest
    static final ArchRule json_lives_in_the_web_and_backup_adapters_and_the_bootstrap = noClasses()
            .that()
            .resideOutsideOfPackages(adapter("web"), adapter("backup"), BOOTSTRAP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule command_line_and_log_files_live_in_the_bootstrap =
            Shape.onlyIn(BOOTSTRAP, "picocli..", "ch.qos.logback..");

    /**
     * Whoever fetches what somebody else names can be sent to machines inside, and so can whoever looks up a name. Three
     * commands ask, and a server that has its own pages finished, and only servers of this machine.
     */
    @ArchTest
    static final ArchRule nothing_asks_other_machines = noClasses()
            .that()
            .haveNameNotMatching("dev\\.waxwing\\.bootstrap\\.(StaticExport|RehearseCommand|Doctor|OwnPages)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "javax.net..", "javax.naming..", "java.rmi..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Socket.class, AsynchronousSocketChannel.class, DatagramSocket.class, DatagramChannel.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jsoup.Connection")
            .orShould()
            .callMethodWhere(target(owner(type(SocketChannel.class))).and(target(nameMatching("open|connect"))))
            .orShould()
            .callMethodWhere(
                    target(owner(type(URL.class))).and(target(nameMatching("openStream|openConnection|getContent"))))
            .orShould()
            .callMethodWhere(
                    target(owner(type(InetAddress.class))).and(target(nameMatching("getByName|getAllByName"))));

    /** No programs, scripts and names that lead elsewhere, no objects that arrive whole, and no XML to be read. */
    @ArchTest
    static final ArchRule nothing_from_outside_is_run_or_revived = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.ProcessBuilder|java\\.io\\.ObjectInputStream|javax\\.(script|naming)\\..*"
                    + "|javax\\.xml\\.(parsers|transform|xpath|validation)\\..*|javax\\.xml\\.stream\\.XML(Event|Stream)Reader"
                    + "|javax\\.xml\\.stream\\.XMLInputFactory|org\\.xml\\.sax\\..*")
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    @ArchTest
    static final ArchRule figures_are_made_in_the_bootstrap =
            Shape.onlyIn(BOOTSTRAP, "io.micrometer..", "io.prometheus..");

    @ArchTest
    static final ArchRule time_and_chance_come_from_outside = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .accessTargetWhere(Shape.asksForTimeOrChance())
            .orShould()
            .dependOnClassesThat(Shape.areSourcesOfChance());

    @ArchTest
    static final ArchRule time_is_java_time =
            noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class);

    @ArchTest
    static final ArchRule only_the_command_line_prints =
            noClasses().that().resideOutsideOfPackage(BOOTSTRAP).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule failures_have_names = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    // How things are built

    @ArchTest
    static final ArchRule driving_adapters_read_through_queries = noClasses()
            .that()
            .resideInAPackage(adapter("web"))
            .should()
            .dependOnClassesThat(simpleNameEndingWith("Repository"));

    @ArchTest
    static final ArchRule a_use_case_is_final_in_the_application_and_injectable = classes()
            .that(Shape.haveAHandleMethodOfTheirOwn())
            .should()
            .haveModifier(FINAL)
            .andShould()
            .resideInAPackage(APPLICATION)
            .andShould(Shape.haveOneInjectedConstructor());

    @ArchTest
    static final ArchRule an_aggregate_guards_its_state = classes()
            .that()
            .areAssignableTo(AggregateRoot.class)
            .and()
            .doNotHaveModifier(ABSTRACT)
            .should()
            .haveModifier(FINAL)
            .andShould()
            .haveOnlyPrivateConstructors();

    @ArchTest
    static final ArchRule only_storage_uses_the_doors_for_storage = noClasses()
            .that()
            .resideOutsideOfPackage(adapter("jdbi"))
            .should()
            .accessTargetWhere(Shape.isADoorForStorage());

    @ArchTest
    static final ArchRule nothing_in_the_core_has_setters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .haveNameMatching("set(?!Up$)[A-Z].*");

    @ArchTest
    static final ArchRule an_event_is_a_record = classes()
            .that()
            .areAssignableTo(DomainEvent.class)
            .and(not(INTERFACES))
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule a_port_is_an_interface_of_the_application = classes()
            .that()
            .haveNameMatching(".*(Repository|Queries|Store|ChangeFeed|Renderer|Sender|Ledger|Generator|UnitOfWork)")
            .and()
            .resideOutsideOfPackage(ADAPTERS)
            .should()
            .beInterfaces()
            .andShould()
            .resideInAPackage(APPLICATION);

    @ArchTest
    static final ArchRule what_leaves_the_house_holds_no_aggregate = fields().that()
            .areDeclaredInClassesThat(
                    describe("are records that the application shows or live at its edge", Shape::carriesThingsOut))
            .should(Shape.notHold(assignableTo(AggregateRoot.class)));

    @ArchTest
    static final ArchRule dependencies_come_through_constructors =
            fields().should().notBeAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses()
            .should()
            .haveNameMatching(
                    ".*[.$]((Default|Abstract)[A-Z].*|.*(Impl|Manager|Helper|Utils?|DTO|Dto|Base|Port|Adapter))");
}
