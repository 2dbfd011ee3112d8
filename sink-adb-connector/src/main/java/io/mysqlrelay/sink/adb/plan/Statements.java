package io.mysqlrelay.sink.adb.plan;

import io.mysqlrelay.sink.change.RowKey;
import java.util.ArrayList;
import java.util.List;

/** Cuts writes and deletions of one table into statements. Immutable. */
public final class Statements {
    private final Limits limits;

    public Statements(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param verb REPLACE or INSERT
     * @param rows different keys; never empty
     */
    public List<RowStatement> write(TablePlan plan, String verb, List<NewRow> rows) {
        List<RowStatement> statements = new ArrayList<>();
        StringBuilder sql = new StringBuilder(plan.head(verb));
        int head = sql.length();
        int from = 0;
        long bytes = head;
        for (int i = 0; i < rows.size(); i++) {
            int before = sql.length();
            sql.append(i > from ? "," : "");
            NewRow row = rows.get(i);
            if (row.id() == null) {
                plan.row(sql, row.values());
            } else {
                plan.row(sql, row.id(), row.image(), row.values());
            }
            bytes += utf8(sql, before);
            if (i > from && (bytes > limits.bytes() || i - from >= limits.rows())) {
                String last = sql.substring(before + 1);
                statements.add(new RowStatement(sql.substring(0, before), plan, rows.subList(from, i), List.of()));
                sql.setLength(head);
                sql.append(last);
                bytes = (long) head + utf8(sql, head);
                from = i;
            }
        }
        statements.add(new RowStatement(sql.toString(), plan, rows.subList(from, rows.size()), List.of()));
        return statements;
    }

    /** @param keys different ones; never empty */
    public List<RowStatement> delete(TablePlan plan, List<RowKey> keys) {
        boolean list = plan.keyWidth() == 1;
        int most = list ? Limits.KEYS : Math.max(1, Limits.CONDITIONS / plan.keyWidth());
        List<RowStatement> statements = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += most) {
            List<RowKey> part = keys.subList(from, Math.min(keys.size(), from + most));
            StringBuilder sql = new StringBuilder(plan.deleteHead());
            String separator = "";
            for (RowKey key : part) {
                sql.append(separator);
                separator = list ? "," : " OR ";
                plan.deleted(sql, key);
            }
            statements.add(new RowStatement(sql.append(list ? ")" : "").toString(), plan, List.of(), part));
        }
        return statements;
    }

    private static int utf8(CharSequence text, int from) {
        int bytes = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a pair counts two of its four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
