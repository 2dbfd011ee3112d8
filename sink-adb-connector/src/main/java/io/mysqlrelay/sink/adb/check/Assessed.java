package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.sink.adb.ddl.DdlRules;
import io.mysqlrelay.sink.adb.table.TableTranslation;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sink would make of each captured table, tried once for all checks. Thread-safe. */
final class Assessed {
    private final ServerFacts source;
    private final DdlRules rules;
    private Map<TableName, TableDefinition> definitions;
    private Map<TableName, TableTranslation.Attempt> attempts;

    Assessed(ServerFacts source, DdlRules rules) {
        this.source = source;
        this.rules = rules;
    }

    /** @return in order of the names */
    synchronized Map<TableName, TableDefinition> definitions() throws SQLException {
        if (definitions == null) {
            definitions = SourceTables.read(source);
        }
        return definitions;
    }

    /** @return in order of the names */
    synchronized Map<TableName, TableTranslation.Attempt> attempts() throws SQLException {
        if (attempts == null) {
            Map<TableName, TableTranslation.Attempt> made = new LinkedHashMap<>();
            definitions()
                    .forEach((name, definition) -> made.put(
                            name,
                            TableTranslation.attempt(
                                    name, definition, rules.tables().of(name), rules.types(), rules.keylessAllowed())));
            attempts = made;
        }
        return attempts;
    }
}
