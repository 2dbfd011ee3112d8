package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.core.ddl.table.TableReader;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.Golden;
import io.mysqlrelay.sink.adb.config.TableRules;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file {@code tables/<case>.source.sql} per case, with the settings in {@code <case>.properties}, and what is made of
 * it in {@code <case>.adb.sql}.
 */
class TableTranslationTest {
    private static final Path FOLDER = Golden.ROOT.resolve("tables");

    static List<String> cases() {
        return Golden.cases(FOLDER, ".source.sql");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void becomes(String name) throws IOException {
        Map<String, String> settings = settings(name);
        TypeRules rules = new TypeRules(
                "varchar".equals(settings.get("adb.time.type")),
                "varchar".equals(settings.get("adb.decimal.over.38")),
                !"error".equals(settings.get("adb.zero.date")));
        TableName table = new TableName("shop", "t");
        TableDefinition source = TableReader.read(
                        Golden.read(FOLDER.resolve(name + ".source.sql")), SqlModes.DEFAULT, 80033)
                .orElseThrow();
        StringBuilder made = new StringBuilder();
        try {
            TableTranslation translation = TableTranslation.of(
                    table,
                    source,
                    TableRules.parse(settings).of(table),
                    rules,
                    !"refuse".equals(settings.get("adb.keyless.mode")));
            String sql = translation.table().createStatement();
            Golden.parses(sql);
            made.append(sql).append(";\n");
            translation.report().forEach(line -> made.append("-- ").append(line).append('\n'));
        } catch (RelayException e) {
            made.append("-- ").append(e.getMessage()).append('\n');
        }
        Golden.check(FOLDER.resolve(name + ".adb.sql"), made.toString());
    }

    private static Map<String, String> settings(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".properties");
        Properties properties = new Properties();
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
        return settings;
    }
}
