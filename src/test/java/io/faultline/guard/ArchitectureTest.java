package io.faultline.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Which package may import what, and that no class reads a wall clock of its own. */
class ArchitectureTest {

    private static final String MARKET = "io.faultline.market..";
    private static final String HOLIDAYS = "com.opengamma.strata..";
    private static final String NEWS = "io.faultline.news..";
    private static final String EVENT_STUDY = "io.faultline.eventstudy..";
    private static final String RULES = "io.faultline.rules..";
    private static final String SHOCK = "io.faultline.shock..";
    private static final String STREAM = "io.faultline.stream..";
    private static final String IO = "io.faultline.io..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.faultline");

    @Test
    void marketImportsJavaOnlyAndHolidaysInOnePlace() {
        only(MARKET, HOLIDAYS).check(CLASSES);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.faultline.market.HolidayLibrary")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOLIDAYS)
                .check(CLASSES);
    }

    @Test
    void newsImportsJavaAndATextLibraryOnly() {
        only(NEWS, "com.ibm.icu..").check(CLASSES);
    }

    @Test
    void rulesImportPurePackagesOnly() {
        only(RULES, MARKET, NEWS).check(CLASSES);
    }

    @Test
    void eventStudyImportsTheRulesWindowOnly() {
        only(EVENT_STUDY, RULES).check(CLASSES);
    }

    @Test
    void shockImportsPurePackagesOnly() {
        only(SHOCK, MARKET, NEWS, RULES).check(CLASSES);
    }

    @Test
    void streamImportsPurePackagesAndFlinkOnly() {
        only(STREAM, MARKET, NEWS, EVENT_STUDY, RULES, SHOCK, "org.apache.flink..", "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void ioKnowsNeitherTheGraphNorTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage(IO)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.faultline", "io.faultline.app..")
                .check(CLASSES);
    }

    @Test
    void theJobKnowsNoCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.faultline.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.faultline.app..", "picocli..", "kafka..")
                .check(CLASSES);
    }

    @Test
    void nobodyReadsTheWallClock() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .check(CLASSES);
    }

    private static ArchRule only(String self, String... allowed) {
        String[] packages = new String[allowed.length + 2];
        packages[0] = "java..";
        packages[1] = self;
        System.arraycopy(allowed, 0, packages, 2, allowed.length);
        return classes()
                .that()
                .resideInAPackage(self)
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(packages)
                        .or(JavaClass.Predicates.equivalentTo(byte[].class))
                        .or(com.tngtech.archunit.base.DescribedPredicate.describe(
                                "arrays of primitives",
                                type -> type.isArray()
                                        && type.getBaseComponentType().isPrimitive())));
    }
}
