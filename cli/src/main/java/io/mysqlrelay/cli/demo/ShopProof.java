package io.mysqlrelay.cli.demo;

import io.mysqlrelay.cli.progress.ProgressPrinter;
import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.compare.ServerComparison;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The proof at the end of the demo: both servers are read, nothing of the pipeline is asked. */
final class ShopProof {
    private ShopProof() {}

    /** Prints what was compared and what differs. */
    static boolean equal(MySqlServer source, MySqlServer target, ProgressPrinter printer) throws SQLException {
        printer.note("comparing both servers: definitions word by word, rows byte by byte");
        try (Connection left = source.connection();
                Connection right = target.connection()) {
            // Writers that met a statement were rolled back, which raises AUTO_INCREMENT and leaves nothing in the
            // binlog.
            ComparisonResult result = ServerComparison.of(left, right)
                    .databases(List.of("shop", "shop_archive"))
                    .withoutAutoIncrement()
                    .run();
            result.rows()
                    .forEach((table, rows) ->
                            printer.note(String.format(Locale.ROOT, "  %-32s %,10d rows", table, rows)));
            result.differences().forEach(difference -> printer.note("  DIFFERENT: " + difference));
            printer.note(
                    result.equal()
                            ? String.format(
                                    Locale.ROOT, "EQUAL: %,d rows, nothing lost, doubled or bent", result.totalRows())
                            : "NOT EQUAL: " + result.differenceCount() + " differences");
            return result.equal();
        }
    }
}
