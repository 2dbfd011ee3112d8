package io.mysqlrelay.sink.adb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.mysqlrelay.sink", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_SINK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.mysqlrelay.sink.mysql..")
            .because("each sink brings its own driver, in its own version");

    @ArchTest
    static final ArchRule THE_DRIVER_STAYS_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("io.mysqlrelay.sink.adb.session")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mysql..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.mysqlrelay.sink.adb.(*)..").should().beFreeOfCycles();
}
