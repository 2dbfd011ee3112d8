package io.mysqlrelay.source;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.mysqlrelay.source", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule DEBEZIUM_STAYS_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("io.mysqlrelay.source.debezium..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.debezium..", "com.github.shyiko..")
            .because("its next version moves its classes about, and one package is all that may have to follow");

    @ArchTest
    static final ArchRule ONLY_SLF4J_1_7_IS_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j.spi..", "org.slf4j.event..")
            .because("the worker has slf4j 1.7, where the fluent calls fail when they are made");

    @ArchTest
    static final ArchRule DRIVER_MANAGER_IS_NOT_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.DriverManager")
            .because("it does not see drivers of a plugin's class loader");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.mysqlrelay.source.(*)..").should().beFreeOfCycles();
}
