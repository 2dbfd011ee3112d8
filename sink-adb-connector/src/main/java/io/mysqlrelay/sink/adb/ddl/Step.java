package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.sql.Lines;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement on the target, of which can be told afterwards whether it was executed.
 *
 * @param kind decides how that is told
 * @param table what it changes; of a database only its name
 * @param from the name before, of what is renamed; the other table, of COPY and VERIFY; what rows that are there get, of
 *     ADD_COLUMN; the new type, of a MODIFY_COLUMN that changes it; else empty
 * @param to the name after; the column, of ADD, MODIFY and DROP; the time zone of the session, of COPY; the database that
 *     names without one are in, of CREATE_VIEW; else empty
 * @param sql what is sent; the columns to be compared, of VERIFY
 */
public record Step(Kind kind, TableName table, String from, String to, String sql) {
    /** What a step does. */
    public enum Kind {
        CREATE_DATABASE,
        DROP_DATABASE,
        CREATE_TABLE,
        /** CREATE TABLE IF NOT EXISTS of a name that only a rebuild uses. */
        CREATE_COPY,
        DROP_TABLE,
        TRUNCATE,
        RENAME_TABLE,
        ADD_COLUMN,
        DROP_COLUMN,
        MODIFY_COLUMN,
        RENAME_COLUMN,
        COMMENT,
        COPY,
        VERIFY,
        /** CREATE OR REPLACE, so it may be repeated. */
        CREATE_VIEW,
        DROP_VIEW,
        /** Remembers a view that the target does not have, under its new name, or under none once it is gone. */
        LEAVE_VIEW
    }

    private static final int FIELDS = 6;

    /** @return true if no row and no table depends on it */
    public boolean ofView() {
        return kind == Kind.CREATE_VIEW || kind == Kind.DROP_VIEW || kind == Kind.LEAVE_VIEW;
    }

    static Step of(Kind kind, TableName table, String to, String sql) {
        return new Step(kind, table, "", to, sql);
    }

    /** @return one line per step, to be kept until all are done */
    public static String encode(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Step s : steps) {
            List<String> fields = List.of(s.kind.name(), s.table.database(), s.table.table(), s.from, s.to, s.sql);
            for (int i = 0; i < FIELDS; i++) {
                text.append(Lines.escaped(fields.get(i))).append(i < FIELDS - 1 ? '\t' : '\n');
            }
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if the text is not of {@link #encode} */
    public static List<Step> decode(String text) {
        List<Step> steps = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            String[] f = line.split("\t", -1);
            if (f.length != FIELDS) {
                throw new IllegalArgumentException("not a step of a statement");
            }
            steps.add(new Step(
                    Kind.valueOf(f[0]),
                    new TableName(Lines.plain(f[1]), Lines.plain(f[2])),
                    Lines.plain(f[3]),
                    Lines.plain(f[4]),
                    Lines.plain(f[5])));
        }
        return steps;
    }
}
