package io.mysqlrelay.converter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.mysqlrelay.converter", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NEITHER_SOURCE_NOR_SINK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.mysqlrelay.source..", "io.mysqlrelay.sink..", "io.debezium..", "java.sql..", "com.mysql..")
            .because("both archives hold it, and other readers of the topic may take it alone");

    @ArchTest
    static final ArchRule NAMES_NOTHING_THAT_OLDER_WORKERS_LACK = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.connect.components.ConnectPlugin")
            .because("it came with Kafka 4.3");
}
