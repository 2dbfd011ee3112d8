package io.mysqlrelay.sink.adb.ddl;

/**
 * A view of the source.
 *
 * @param made the migration has made it in the target, or has begun to; otherwise it was left out
 * @param query what it shows; null when it was left out, or made by hand
 * @param database that names without one in the query are in; null without a query
 */
public record KnownView(boolean made, String query, String database) {
    public static final KnownView LEFT_OUT = new KnownView(false, null, null);
}
