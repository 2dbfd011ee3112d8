package io.mysqlrelay.cli.demo;

import io.mysqlrelay.cli.progress.ProgressPrinter;
import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The proof at the end of the demo: both servers are read, nothing of the pipeline is asked. */
final class ShopProof {
    private ShopProof() {}

    /** Prints what was compared and what differs. */
    static boolean equal(MySqlServer source, DemoTarget target, ProgressPrinter printer) throws SQLException {
        printer.note("comparing both servers: " + target.comparison());
        ComparisonResult result = target.compare(source, List.of("shop", "shop_archive"));
        result.rows()
                .forEach((table, rows) -> printer.note(String.format(Locale.ROOT, "  %-32s %,10d rows", table, rows)));
        result.differences().forEach(difference -> printer.note("  DIFFERENT: " + difference));
        printer.note(
                result.equal()
                        ? String.format(
                                Locale.ROOT, "EQUAL: %,d rows, nothing lost, doubled or bent", result.totalRows())
                        : "NOT EQUAL: " + result.differenceCount() + " differences");
        return result.equal();
    }
}
