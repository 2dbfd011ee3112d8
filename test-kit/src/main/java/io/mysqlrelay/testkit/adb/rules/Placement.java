package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.SQLName;
import com.alibaba.druid.sql.ast.SQLPartitionBy;
import com.alibaba.druid.sql.ast.SQLPartitionByValue;
import com.alibaba.druid.sql.ast.expr.SQLMethodInvokeExpr;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlCreateTableStatement;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.AdbType;
import io.mysqlrelay.testkit.adb.model.ColumnFacts;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Distribution and partition of a table: "the ADB primary key must contain the distribution columns and the partition column". */
record Placement(String hash, String partition, String partitionBy, int lifecycle) {
    private static final Set<String> STEPS = Set.of("%Y", "%Y%m", "%Y%m%d");

    static Placement of(MySqlCreateTableStatement create, List<ColumnFacts> columns, List<String> key) {
        String hash = hash(create, columns, key);
        SQLPartitionBy partition = create.getPartitioning();
        if (partition == null) {
            return new Placement(hash, "", "", 0);
        }
        if (hash.isEmpty()) {
            throw AdbError.unsupported("PARTITION BY of a BROADCAST table");
        }
        return partition(partition, hash, columns, key);
    }

    /** "Default = primary key; no primary key: ADB adds {@code __adb_auto_id__} as key and distribution key." */
    private static String hash(MySqlCreateTableStatement create, List<ColumnFacts> columns, List<String> key) {
        SQLName by = create.getDistributeByType();
        if (by == null) {
            return key.isEmpty() ? TableFacts.AUTO_ID : String.join(",", key);
        }
        if (by.getSimpleName().equalsIgnoreCase("BROADCAST")) {
            return "";
        }
        if (!by.getSimpleName().equalsIgnoreCase("HASH")) {
            throw AdbError.unsupported("DISTRIBUTED BY " + by.getSimpleName());
        }
        List<String> names = new ArrayList<>();
        for (SQLName name : create.getDistributeBy()) {
            names.add(inKey("distribution", Grammar.name(name), columns, key));
        }
        return String.join(",", names);
    }

    /** "One column; VALUE(col) or DATE_FORMAT/FROM_UNIXTIME by year, month, day; key must contain it." */
    static Placement partition(SQLPartitionBy partition, String hash, List<ColumnFacts> columns, List<String> key) {
        if (!(partition instanceof SQLPartitionByValue)
                || partition.getColumns().size() != 1
                || partition.getPartitionsCount() != null
                || !partition.getPartitions().isEmpty()) {
            throw AdbError.refused("partition must be PARTITION BY VALUE(one column)");
        }
        SQLExpr by = partition.getColumns().get(0);
        int lifecycle = partition.getLifeCycle() == null ? 0 : Columns.number(partition.getLifeCycle());
        if (partition.getLifeCycle() != null && lifecycle < 1) {
            throw AdbError.refused("LIFECYCLE must be a positive number");
        }
        if (by instanceof SQLMethodInvokeExpr function) {
            String column = inKey("partition", Grammar.name(argument(function, 0)), columns, key);
            return new Placement(hash, column, formatted(function, Keys.find(column, columns)), lifecycle);
        }
        String column = inKey("partition", Grammar.name(by), columns, key);
        return new Placement(hash, column, "VALUE(`" + column + "`)", lifecycle);
    }

    private static String formatted(SQLMethodInvokeExpr function, ColumnFacts column) {
        String name = function.getMethodName().toUpperCase(Locale.ROOT);
        AdbType.Kind kind = column.type().kind();
        boolean fits = switch (name) {
            case "DATE_FORMAT" -> kind.isDated();
            case "FROM_UNIXTIME" -> kind == AdbType.Kind.BIGINT || kind == AdbType.Kind.INT;
            default -> false;
        };
        String step = Columns.text(argument(function, 1));
        if (!fits || function.getArguments().size() != 2 || !STEPS.contains(step)) {
            throw AdbError.unsupported("partition function " + name + " with format " + step + " on type "
                    + column.type().text());
        }
        return "VALUE(" + name + "(`" + column.name() + "`, '" + step + "'))";
    }

    private static SQLExpr argument(SQLMethodInvokeExpr function, int number) {
        if (function.getArguments().size() <= number) {
            throw AdbError.refused("syntax error, partition function " + function.getMethodName());
        }
        return function.getArguments().get(number);
    }

    private static String inKey(String what, String name, List<ColumnFacts> columns, List<String> key) {
        String found = Keys.find(name, columns).name();
        if (key.stream().noneMatch(found::equalsIgnoreCase)) {
            throw AdbError.refused("primary key must contain " + what + " column => " + found);
        }
        return found;
    }
}
