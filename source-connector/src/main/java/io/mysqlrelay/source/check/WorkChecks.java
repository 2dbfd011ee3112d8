package io.mysqlrelay.source.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.CouldNotTell;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.TableFact;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes on at the source at this moment and would stand in the way of a start. */
final class WorkChecks {
    /** Shadow tables of gh-ost and pt-online-schema-change, and of DMS; the group is the table that they belong to. */
    private static final List<Pattern> SHADOWS =
            List.of(Pattern.compile("_(.+)_(?:gho|ghc|new)"), Pattern.compile("tp_\\d+_(?:ogt|ogl)_(.+)"));

    /** ER_XAER_RMERR, what XA RECOVER gives without the privilege. */
    private static final int XA_RECOVER_DENIED = 1401;

    private final ServerFacts source;
    private final Duration longest;

    /** @param longest time for which a transaction may be open */
    WorkChecks(ServerFacts source, Duration longest) {
        this.source = source;
        this.longest = longest;
    }

    List<Finding> shadows() throws SQLException {
        Set<TableName> tables = new HashSet<>();
        source.tables().forEach(t -> tables.add(t.name()));
        List<TableName> shadows = new ArrayList<>();
        for (TableFact table : source.tables()) {
            TableName name = table.name();
            for (Pattern pattern : SHADOWS) {
                Matcher m = pattern.matcher(name.table());
                if (m.matches() && tables.contains(new TableName(name.database(), m.group(1)))) {
                    shadows.add(name);
                }
            }
        }
        return shadows.isEmpty()
                ? List.of()
                : List.of(Finding.alert(
                                "an online change of a table is under way, or has left its shadow table: it is migrated"
                                        + " like any table",
                                "let the change end, or DROP the shadow table, or leave it out with table.exclude.list")
                        .of(shadows));
    }

    /** The engine tells the beginning of a transaction in the zone of the server's system. */
    List<Finding> transactions() throws SQLException {
        List<String> open = source
                .rowsWith(
                        "PROCESS",
                        "SELECT trx_mysql_thread_id, TIMESTAMPDIFF(SECOND, trx_started,"
                                + " CONVERT_TZ(NOW(), @@SESSION.time_zone, 'SYSTEM'))"
                                + " FROM information_schema.INNODB_TRX WHERE trx_mysql_thread_id > 0")
                .stream()
                .filter(row -> row[1] != null && Long.parseLong(row[1]) >= longest.toSeconds())
                .map(row -> "session " + row[0] + " for " + row[1] + " s")
                .toList();
        return open.isEmpty()
                ? List.of()
                : List.of(Finding.alert(
                                "transactions have been open for more than " + longest.toMinutes()
                                        + " minutes; short locks at the start would wait for them",
                                "let them end, or KILL their sessions")
                        .of(open));
    }

    List<Finding> xa() throws SQLException {
        List<String[]> prepared;
        try {
            prepared = source.rowsWith("XA_RECOVER_ADMIN", "XA RECOVER");
        } catch (SQLException e) {
            if (e.getErrorCode() != XA_RECOVER_DENIED) {
                throw e;
            }
            throw new CouldNotTell(
                    "account " + source.account() + " may not run XA RECOVER",
                    "GRANT XA_RECOVER_ADMIN ON *.* TO " + source.account()
                            + ", or make sure that no XA transaction is prepared");
        }
        return prepared.isEmpty()
                ? List.of()
                : List.of(Finding.alert(
                                prepared.size()
                                        + " XA transactions are prepared; the migration begins at a moment without",
                                "XA COMMIT or XA ROLLBACK each of them (XA RECOVER lists them)")
                        .code(ErrorCode.XA_PREPARED));
    }
}
