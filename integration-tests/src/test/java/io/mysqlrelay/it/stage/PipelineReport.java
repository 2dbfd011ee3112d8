package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectRestException;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.io.UncheckedIOException;
import java.util.List;

/** What stands where, for the message of a failed test: without it a stopped pipeline is only a timeout. */
final class PipelineReport {
    private PipelineReport() {}

    static String of(Migration migration, MySqlServer target, String kafka, ConnectRest rest) {
        StringBuilder text = new StringBuilder();
        for (String connector : List.of(migration.sourceName(), migration.sinkName())) {
            text.append(connector).append(": ").append(status(rest, connector)).append('\n');
        }
        // Behind the checkpoint's next_offset the sink has something to do; else the source is silent.
        text.append("end of ").append(migration.topic()).append(": ");
        text.append(end(kafka, migration.topic())).append('\n');
        String where = " WHERE migration = '" + migration.topic() + "'";
        rows(text, target, "SELECT * FROM mysql_relay.migration" + where);
        rows(text, target, "SELECT * FROM mysql_relay.checkpoint" + where);
        rows(text, target, "SELECT * FROM mysql_relay.ddl_log" + where + " AND state NOT IN ('applied')");
        rows(text, target, "SELECT * FROM mysql_relay.ddl_log" + where + " ORDER BY id DESC LIMIT 2");
        return text.toString();
    }

    private static String end(String kafka, String topic) {
        try {
            return Long.toString(TopicEnds.latest(kafka, topic));
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    private static String status(ConnectRest rest, String connector) {
        try {
            return rest.status(connector).toString();
        } catch (ConnectRestException | UncheckedIOException e) {
            return e.getMessage();
        }
    }

    private static void rows(StringBuilder text, MySqlServer target, String query) {
        text.append(query).append('\n');
        try {
            Sql.rows(target, query)
                    .forEach(row -> text.append("    ").append(row).append('\n'));
        } catch (IllegalStateException e) {
            text.append("    ").append(e.getMessage()).append('\n');
        }
    }
}
