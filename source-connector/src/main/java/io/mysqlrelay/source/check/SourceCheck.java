package io.mysqlrelay.source.check;

import io.mysqlrelay.source.config.SourceConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One look at the source server. Stateless; only reads. */
interface SourceCheck {
    /** @return empty when all is well */
    List<Finding> run(Connection source, SourceConfig config) throws SQLException;
}
