package io.numberferry;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The house rules that a compiler does not know.
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.numberferry");

    /// What each package may see of the others. Dependencies point one way:
    /// domain <- manifest, plan, throttle, report <- apply <- aws <- function <- sandbox.
    private static final Map<String, Set<String>> SEES = Map.of(
            "domain", Set.of(),
            "manifest", Set.of("domain"),
            "plan", Set.of("domain"),
            "throttle", Set.of("domain"),
            "report", Set.of("domain"),
            "apply", Set.of("domain", "throttle"),
            "aws", Set.of("domain", "throttle", "apply"),
            "function", Set.of("domain", "manifest", "plan", "throttle", "report", "apply", "aws"));

    private static final String[] PURE = packages("domain", "manifest", "plan", "throttle", "report", "apply");

    private static final int MOST_LINES = 300;

    /// The ways to reach a clock, a wait or chance that nobody passed in.
    private static final Map<String, Set<String>> HIDDEN_INPUTS = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.lang.Thread", Set.of("sleep"),
            "java.lang.Math", Set.of("random"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone"),
            "java.util.concurrent.ThreadLocalRandom", Set.of("current"));

    @Test
    void theRulesSeeTheWholeHouse() {
        for (String name : SEES.keySet()) {
            assertThat(HOUSE.stream().filter(resideInAPackage("io.numberferry." + name + "..")))
                    .as(name)
                    .isNotEmpty();
        }
        assertThat(HOUSE.stream().filter(resideInAPackage("io.numberferry.sandbox..")))
                .isNotEmpty();
        assertThat(HOUSE.stream().map(found -> found.getSimpleName())).doesNotContain("ArchitectureTest");
    }

    @Test
    void packagesSeeOnlyThoseBelowThem() {
        SEES.forEach((name, seen) -> {
            String[] allowed =
                    packages(Stream.concat(Stream.of(name), seen.stream()).toArray(String[]::new));
            noClasses()
                    .that()
                    .resideInAPackage("io.numberferry." + name + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.numberferry..").and(not(resideInAnyPackage(allowed))))
                    .check(HOUSE);
        });
    }

    @Test
    void theCoreNeedsNothingButJava() {
        classes()
                .that()
                .resideInAnyPackage(packages("domain", "plan", "throttle", "apply"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.numberferry..")
                .check(HOUSE);
    }

    @Test
    void sdkTypesStayInAws() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("aws", "sandbox"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(HOUSE);
    }

    @Test
    void theEnvironmentIsReadByTheFunctionsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("function", "sandbox"))
                .should()
                .accessTargetWhere(uses(Map.of("java.lang.System", Set.of("getenv"))))
                .check(HOUSE);
    }

    @Test
    void timeAndChanceAreArguments() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .accessTargetWhere(uses(HIDDEN_INPUTS))
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(sources().map(Path::getParent).distinct())
                .allSatisfy(directory -> assertThat(directory.resolve("package-info.java"))
                        .content()
                        .contains("@org.jspecify.annotations.NullMarked"));
    }

    @Test
    void noFileIsTooLong() {
        assertThat(sources().filter(file -> linesOfCode(file) > MOST_LINES)).isEmpty();
    }

    /// By a call or by a method reference.
    private static DescribedPredicate<JavaAccess<?>> uses(Map<String, Set<String>> methods) {
        return DescribedPredicate.describe(
                "a method of " + methods,
                access -> methods.getOrDefault(access.getTargetOwner().getName(), Set.of())
                        .contains(access.getTarget().getName()));
    }

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> "io.numberferry." + name + "..").toArray(String[]::new);
    }

    private static Stream<Path> sources() {
        return Stream.of("functions/src/main/java", "tests/src/main/java", "tests/src/test/java")
                .map(Path::of)
                .flatMap(ArchitectureTest::javaFiles);
    }

    private static Stream<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(java).as(root.toString()).isNotEmpty();
            return java.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lines that are neither blank nor a comment.
    private static long linesOfCode(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
