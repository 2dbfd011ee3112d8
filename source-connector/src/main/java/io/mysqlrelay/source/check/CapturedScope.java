package io.mysqlrelay.source.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.precheck.server.Scope;
import io.mysqlrelay.source.config.CapturedObjects;

/** What the settings capture. */
record CapturedScope(CapturedObjects captured) implements Scope {
    @Override
    public boolean database(String name) {
        return captured.includesDatabase(name);
    }

    @Override
    public boolean table(TableName name) {
        return captured.includes(name);
    }
}
