package dev.waxwing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.waxwing.domain.shared.AggregateRoot;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** The words in which the rules are written: where things live, and what they may look like. */
final class Shape {
    static final String DOMAIN = "dev.waxwing.domain..";
    static final String APPLICATION = "dev.waxwing.application..";
    static final String ADAPTERS = "dev.waxwing.adapter..";
    static final String BOOTSTRAP = "dev.waxwing.bootstrap..";
    static final String GENERATED = "dev.waxwing.adapter.web.templates..";
    static final String NULLNESS = "org.jspecify.annotations";

    /** What is done for readers with nothing of the application but its queries and its changes. */
    private static final Set<String> READERS_FEATURES = Set.of("feed", "finished");

    private static final Pattern PART =
            Pattern.compile("dev\\.waxwing\\.(domain|application|adapter\\.\\w+(\\.templates)?|bootstrap)");
    private static final Pattern FEATURE =
            Pattern.compile("dev\\.waxwing\\.(application|adapter\\.(?:web(?:\\.templates)?|jdbi))\\.(\\w+).*");

    private Shape() {}

    static String adapter(String name) {
        return "dev.waxwing.adapter." + name + "..";
    }

    static ArchRule onlyIn(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    /** Rules about packages that do not exist pass in silence; this one does not. */
    static ArchRule noneIsEmpty(String... parts) {
        return classes().should(new ArchCondition<>("fill every part") {
            private final Set<String> empty = new HashSet<>(Set.of(parts));

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                empty.removeIf(part -> resideInAPackage(part).test(type));
            }

            @Override
            public void finish(ConditionEvents events) {
                empty.forEach(part -> events.add(SimpleConditionEvent.violated(part, part + " has no classes")));
            }
        });
    }

    static ArchCondition<JavaClass> stayInsideShared() {
        return condition(
                "depend on nothing else of their own part",
                (type, events) -> type.getDirectDependenciesFromSelf().stream()
                        .filter(Shape::leavesShared)
                        .forEach(dependency -> violated(events, type, dependency.getDescription())));
    }

    private static boolean leavesShared(Dependency dependency) {
        String part = part(dependency.getOriginClass());
        String target = dependency.getTargetClass().getPackageName();
        return part.equals(part(dependency.getTargetClass())) && !(target + ".").startsWith(part + ".shared.");
    }

    private static String part(JavaClass type) {
        Matcher part = PART.matcher(type.getPackageName());
        return part.lookingAt() ? part.group() : "";
    }

    static ArchCondition<JavaClass> knowTheirFeature() {
        return new ArchCondition<>("live in a package that the application has as well") {
            private final Set<String> features = new HashSet<>(READERS_FEATURES);

            @Override
            public void init(Collection<JavaClass> all) {
                all.stream()
                        .filter(type -> type.getPackageName().startsWith("dev.waxwing.application."))
                        .forEach(type -> feature(type).ifPresent(features::add));
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                feature(type)
                        .filter(feature -> !features.contains(feature))
                        .ifPresent(feature -> violated(events, type, "there is no feature " + feature));
            }
        };
    }

    private static Optional<String> feature(JavaClass type) {
        Matcher feature = FEATURE.matcher(type.getPackageName());
        return feature.matches() ? Optional.of(feature.group(2)) : Optional.empty();
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return condition("live in a package marked @NullMarked", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                violated(events, type, "package-info.java is missing or not @NullMarked");
            }
        });
    }

    static DescribedPredicate<JavaAccess<?>> asksForTimeOrChance() {
        return describe("asks for the time or for chance", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getName();
            return owner.getPackageName().equals("java.time") && name.equals("now")
                    || owner.isEquivalentTo(Clock.class)
                            && (name.startsWith("system") || name.matches("tick(Millis|Seconds|Minutes)"))
                    || owner.isEquivalentTo(System.class) && name.matches("currentTimeMillis|nanoTime")
                    || owner.isEquivalentTo(UUID.class) && name.equals("randomUUID")
                    || owner.isEquivalentTo(Math.class) && name.equals("random");
        });
    }

    static DescribedPredicate<JavaClass> areSourcesOfChance() {
        return describe(
                "are sources of chance",
                type -> type.isAssignableTo(Random.class)
                        || type.isAssignableTo(RandomGenerator.class)
                        || type.isEquivalentTo(SplittableRandom.class));
    }

    static DescribedPredicate<JavaAccess<?>> isADoorForStorage() {
        return describe(
                "is a door for storage",
                access -> access.getTargetOwner().isAssignableTo(AggregateRoot.class)
                        && access.getName().matches("restore|drainEvents|drainNewRevisions"));
    }

    /** A public method called handle that is not there because a library asks for it. */
    static DescribedPredicate<JavaClass> haveAHandleMethodOfTheirOwn() {
        return describe(
                "have a handle method of their own",
                type -> !type.isRecord()
                        && !type.isInterface()
                        && hasHandle(type)
                        && type.getAllRawInterfaces().stream().noneMatch(Shape::hasHandle)
                        && type.getAllRawSuperclasses().stream().noneMatch(Shape::hasHandle));
    }

    private static boolean hasHandle(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.getName().equals("handle")
                        && method.getModifiers().contains(JavaModifier.PUBLIC));
    }

    static ArchCondition<JavaClass> haveOneInjectedConstructor() {
        return condition("have one constructor, with @Inject", (type, events) -> {
            boolean injected = type.getConstructors().stream().allMatch(made -> made.isAnnotatedWith(Inject.class));
            if (type.getConstructors().size() != 1 || !injected) {
                violated(events, type, "cannot be built by a container");
            }
        });
    }

    static boolean carriesThingsOut(JavaClass type) {
        String name = type.getPackageName();
        boolean isPrivate = type.getModifiers().contains(JavaModifier.PRIVATE);
        return type.isRecord() && !isPrivate && name.startsWith("dev.waxwing.application")
                || name.startsWith("dev.waxwing.adapter.web");
    }

    static ArchCondition<JavaField> notHold(DescribedPredicate<? super JavaClass> unwanted) {
        return new ArchCondition<>("not hold " + unwanted.getDescription()) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                field.getAllInvolvedRawTypes().stream()
                        .filter(unwanted)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                field, field.getFullName() + " holds " + type.getName())));
            }
        };
    }

    private interface Check {
        void run(JavaClass type, ConditionEvents events);
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.run(type, events);
            }
        };
    }

    private static void violated(ConditionEvents events, JavaClass type, String why) {
        events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + why));
    }
}
