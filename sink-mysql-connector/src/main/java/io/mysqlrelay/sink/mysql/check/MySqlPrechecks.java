package io.mysqlrelay.sink.mysql.check;

import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.SidePrechecks;
import io.mysqlrelay.sink.check.TargetPrecheck;
import java.util.Map;

/** The MySQL sink's prechecks, for the command. */
public final class MySqlPrechecks implements SidePrechecks {
    private final CheckedMySqlSink sink = new CheckedMySqlSink();

    @Override
    public String connector() {
        return sink.connector();
    }

    @Override
    public OpenSide open(Map<String, String> settings, boolean ownKafka) {
        return new TargetPrecheck(sink).open(settings, ownKafka);
    }
}
