package io.mysqlrelay.sink.adb;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.sink.RelaySinkTask;
import io.mysqlrelay.sink.target.TargetFactory;
import java.util.Map;

/** The one task of {@link AnalyticDbSinkConnector}. */
public final class AnalyticDbSinkTask extends RelaySinkTask {
    @Override
    public String version() {
        return RelayVersion.current();
    }

    @Override
    protected TargetFactory targetFactory(Map<String, String> config) {
        return new AnalyticDbTargets();
    }
}
