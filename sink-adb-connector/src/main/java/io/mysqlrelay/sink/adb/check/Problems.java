package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.sink.adb.table.Remark;
import io.mysqlrelay.sink.adb.table.TableTranslation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands in the way of making the tables, and what they lose, as lists of objects. */
final class Problems {
    private Problems() {}

    /** @return {@code database.table: what is wrong}, of all tables */
    static List<String> of(Assessed assessed, ErrorCode code) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<TableName, TableTranslation.Attempt> table :
                assessed.attempts().entrySet()) {
            for (RelayException problem : table.getValue().problems()) {
                if (problem.code() == code) {
                    lines.add(table.getKey() + ": " + problem.detail());
                }
            }
        }
        return lines;
    }

    /** @return {@code database.table: remark}, of all tables */
    static List<String> remarks(Assessed assessed, Remark.Kind kind) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<TableName, TableTranslation.Attempt> table :
                assessed.attempts().entrySet()) {
            for (Remark remark : table.getValue().remarks()) {
                if (remark.kind() == kind) {
                    lines.add(table.getKey() + ": " + remark.text());
                }
            }
        }
        return lines;
    }

    static void error(List<Finding> findings, ErrorCode code, String found, List<String> objects) {
        if (!objects.isEmpty()) {
            findings.add(Finding.error(found, code.remedy()).code(code).of(objects));
        }
    }

    static void alert(List<Finding> findings, String found, String fix, List<String> objects) {
        if (!objects.isEmpty()) {
            findings.add(Finding.alert(found, fix).of(objects));
        }
    }

    static void note(List<Finding> findings, String found, List<String> objects) {
        if (!objects.isEmpty()) {
            findings.add(Finding.note(found, "").of(objects));
        }
    }
}
