package io.mysqlrelay.testkit.adb.rules;

/** How the stand-in names itself. */
public final class Versions {
    /** Of the protocol: an older server than the one behind, so that nobody relies on what is newer. */
    public static final String SERVER = "5.7.30-AnalyticDB";

    /** Answer to {@code adb_version()}; the first kernel of which the reference knows a gate (several statements). */
    public static final String KERNEL = "3.1.9.3";

    private Versions() {}
}
