package io.mysqlrelay.it.stage;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Words for the person who reads the test's output: versions, seeds, what was skipped. */
public final class Print {
    private Print() {}

    @SuppressWarnings("SystemOut") // the output of a test run is read where it is printed
    public static void line(String text) {
        System.out.println(
                "[itest " + LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "] " + text);
    }
}
