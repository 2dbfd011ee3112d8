package io.mysqlrelay.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.mysqlrelay.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NEITHER_KAFKA_NOR_JDBC = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "java.sql..", "javax.sql..", "com.mysql..", "org.slf4j..")
            .because("what is pure can be tested without servers and used anywhere");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.mysqlrelay.core.(*)..").should().beFreeOfCycles();
}
