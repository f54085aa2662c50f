package io.faultline.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** Which package may import what, and that no class reads a wall clock of its own. */
@AnalyzeClasses(packages = "io.faultline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MARKET = "io.faultline.market..";
    private static final String NEWS = "io.faultline.news..";
    private static final String EVENT_STUDY = "io.faultline.eventstudy..";
    private static final String RULES = "io.faultline.rules..";
    private static final String SHOCK = "io.faultline.shock..";
    private static final String STREAM = "io.faultline.stream..";
    private static final String IO = "io.faultline.io..";

    @ArchTest
    static final ArchRule marketImportsJavaOnly = only(MARKET);

    @ArchTest
    static final ArchRule newsImportsJavaOnly = only(NEWS);

    @ArchTest
    static final ArchRule eventStudyImportsJavaAndMarketOnly = only(EVENT_STUDY, MARKET);

    @ArchTest
    static final ArchRule rulesImportPurePackagesOnly = only(RULES, MARKET, NEWS);

    @ArchTest
    static final ArchRule shockImportsPurePackagesOnly = only(SHOCK, MARKET, NEWS, EVENT_STUDY, RULES);

    @ArchTest
    static final ArchRule streamImportsPurePackagesAndFlinkOnly =
            only(STREAM, MARKET, NEWS, EVENT_STUDY, RULES, SHOCK, "org.apache.flink..", "org.slf4j..");

    @ArchTest
    static final ArchRule ioKnowsNeitherTheGraphNorTheCommandLine = noClasses()
            .that()
            .resideInAPackage(IO)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.faultline", "io.faultline.app..");

    @ArchTest
    static final ArchRule theJobKnowsNoCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("io.faultline.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.faultline.app..", "picocli..", "kafka..");

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");

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
                                        && type.getBaseComponentType().isPrimitive())))
                .allowEmptyShould(true);
    }
}
