package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.DefaultValue;
import io.mysqlrelay.core.ddl.table.KeyDefinition;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.core.ddl.table.TableReader;
import io.mysqlrelay.precheck.server.ColumnFact;
import io.mysqlrelay.precheck.server.IndexFact;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.TableFact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The source's tables as their CREATE TABLE would define them, from facts that are read in whole sets. */
final class SourceTables {
    private static final SqlModes MODES = SqlModes.parse("");
    private static final int ANY_VERSION = 99_999;
    private static final String CHECKS = "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLE_CONSTRAINTS"
            + " WHERE CONSTRAINT_TYPE = 'CHECK'";
    private static final String PARTITIONED = "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES"
            + " WHERE CREATE_OPTIONS LIKE '%partitioned%'";

    private final ServerFacts source;
    private final Map<TableName, List<ColumnFact>> columns;
    private final Map<TableName, List<IndexFact>> indexes;
    private final Map<TableName, Long> foreignKeys;
    private final Map<TableName, Long> checks;
    private final Set<TableName> partitioned;

    private SourceTables(ServerFacts source) throws SQLException {
        this.source = source;
        columns = source.columns().stream().collect(Collectors.groupingBy(ColumnFact::table));
        indexes = source.indexes().stream().collect(Collectors.groupingBy(IndexFact::table));
        foreignKeys =
                source.foreignKeys().stream().collect(Collectors.groupingBy(k -> k.child(), Collectors.counting()));
        checks = source.rows(CHECKS).stream()
                .collect(Collectors.groupingBy(r -> new TableName(r[0], r[1]), Collectors.counting()));
        partitioned = new HashSet<>();
        source.rows(PARTITIONED).forEach(r -> partitioned.add(new TableName(r[0], r[1])));
    }

    /** @return in order of the names */
    static Map<TableName, TableDefinition> read(ServerFacts source) throws SQLException {
        SourceTables facts = new SourceTables(source);
        Map<TableName, TableDefinition> tables = new TreeMap<>();
        for (TableFact table : source.tables()) {
            tables.put(table.name(), facts.table(table.name()));
        }
        return tables;
    }

    private TableDefinition table(TableName name) throws SQLException {
        List<IndexFact> own = indexes.getOrDefault(name, List.of());
        boolean primary = own.stream().anyMatch(i -> i.name().equals("PRIMARY"));
        if (!primary && own.stream().filter(IndexFact::identifies).count() > 1) {
            // The first of several decides, and only the statement tells their order.
            String shown = source.rows("SHOW CREATE TABLE " + name.quoted()).get(0)[1];
            return TableReader.read(shown, MODES, ANY_VERSION).orElseThrow();
        }
        return new TableDefinition(
                columns(columns.getOrDefault(name, List.of())),
                own.stream().map(SourceTables::key).toList(),
                Math.toIntExact(foreignKeys.getOrDefault(name, 0L)),
                Math.toIntExact(checks.getOrDefault(name, 0L)),
                "",
                partitioned.contains(name));
    }

    /** Types are read by the reader of statements: the server writes them in the same way in both places. */
    private static List<ColumnDefinition> columns(List<ColumnFact> facts) {
        String types = facts.stream()
                .map(c -> TableName.quote(c.name()) + " " + c.columnType())
                .collect(Collectors.joining(", "));
        Map<String, ColumnDefinition> read = new HashMap<>();
        TableReader.read("CREATE TABLE t (" + types + ")", MODES, ANY_VERSION)
                .map(TableDefinition::columns)
                .orElse(List.of())
                .forEach(c -> read.put(c.name(), c));
        List<ColumnDefinition> columns = new ArrayList<>();
        for (ColumnFact fact : facts) {
            ColumnDefinition type = read.get(fact.name());
            columns.add(new ColumnDefinition(
                    fact.name(),
                    type == null ? fact.dataType() : type.type(),
                    type == null ? List.of() : type.sizes(),
                    type == null ? List.of() : type.members(),
                    type == null ? "" : type.form(),
                    type != null && type.unsigned(),
                    !fact.nullable(),
                    byDefault(fact),
                    fact.extra().contains("AUTO_INCREMENT"),
                    fact.generated(),
                    false,
                    false,
                    ""));
        }
        return columns;
    }

    private static DefaultValue byDefault(ColumnFact fact) {
        String text = fact.byDefault();
        if (text == null) {
            return DefaultValue.NONE;
        }
        boolean moment = fact.dataType().equals("timestamp") || fact.dataType().equals("datetime");
        if (moment && text.startsWith("CURRENT_TIMESTAMP")) {
            return new DefaultValue(DefaultValue.Kind.NOW, "");
        }
        if (fact.extra().contains("DEFAULT_GENERATED")) {
            return new DefaultValue(DefaultValue.Kind.EXPRESSION, text);
        }
        boolean bits = text.startsWith("b'") || text.startsWith("0x");
        return new DefaultValue(bits && fact.charset() == null ? DefaultValue.Kind.BITS : DefaultValue.Kind.TEXT, text);
    }

    private static KeyDefinition key(IndexFact index) {
        KeyDefinition.Kind kind = index.name().equals("PRIMARY")
                ? KeyDefinition.Kind.PRIMARY
                : switch (index.type()) {
                    case "FULLTEXT" -> KeyDefinition.Kind.FULLTEXT;
                    case "SPATIAL" -> KeyDefinition.Kind.SPATIAL;
                    default -> index.unique() ? KeyDefinition.Kind.UNIQUE : KeyDefinition.Kind.INDEX;
                };
        Function<IndexFact.Part, KeyDefinition.Part> part =
                p -> new KeyDefinition.Part(p.column(), kind == KeyDefinition.Kind.SPATIAL ? 0 : p.prefix());
        return new KeyDefinition(
                kind,
                kind == KeyDefinition.Kind.PRIMARY ? "" : index.name(),
                index.parts().stream().map(part).toList());
    }
}
