package io.mysqlrelay.sink.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings {@code ddl.*}: how the source's statements are carried out. */
public final class DdlConfig {
    public static final String ERROR_POLICY = "ddl.error.policy";

    private DdlConfig() {}

    public static ConfigDef define(ConfigDef def) {
        return def.define(
                ERROR_POLICY,
                ConfigDef.Type.STRING,
                DdlErrorPolicy.LOG_AND_CONTINUE.setting(),
                ConfigDef.ValidString.in(DdlErrorPolicy.settings()),
                Importance.MEDIUM,
                "What to do when the target refuses a statement that the source has executed. log_and_continue: go on behind"
                        + " it, with an ERROR line and a row 'failed' in ddl_log of the checkpoint database. stop: fail the task;"
                        + " a restart tries again. retry: try again for retry.other.minutes, then fail the task. A statement"
                        + " can be skipped or replaced at its place, see docs/runbook.md. A missing privilege, a"
                        + " session variable that cannot be set and a statement of the schema phase fail the task in any"
                        + " case.",
                "ddl",
                1,
                Width.MEDIUM,
                "Refused statements");
    }
}
