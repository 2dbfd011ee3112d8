package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.rows;
import static io.mysqlrelay.sink.adb.TargetHarness.sql;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every definition in the golden files passes the stand-in. */
class GoldenStatementsIT {
    private static final Path TABLES = Golden.ROOT.resolve("tables");

    static List<String> tables() {
        return Golden.cases(TABLES, ".adb.sql").stream()
                .filter(c -> Golden.read(TABLES.resolve(c + ".adb.sql")).startsWith("CREATE"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void passes(String name) throws Exception {
        String file = Golden.read(TABLES.resolve(name + ".adb.sql"));
        String create = file.substring(0, file.indexOf(";\n"));
        sql("CREATE DATABASE IF NOT EXISTS shop", "DROP TABLE IF EXISTS shop.t", create);
        rows("SHOW CREATE TABLE shop.t");
        sql("DROP TABLE shop.t");
    }
}
