package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.mysql.state.DdlLog;
import io.mysqlrelay.sink.target.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement of the binlog and what is executed for it.
 *
 * @param logged as it came; its place identifies it everywhere
 * @param executed the same, or what an operator wants in its place
 * @param earlier the log's entry of an earlier try, or empty
 * @param after the checkpoint behind it
 */
record PlannedStatement(DdlChange logged, DdlChange executed, Optional<DdlLog.Entry> earlier, Checkpoint after) {
    /** True if an operator has ordered another statement. Compared by identity: the order may repeat the statement's words. */
    @SuppressWarnings("ReferenceEquality")
    boolean inPlace() {
        return logged != executed;
    }

    /**
     * @param fingerprint of what the statement names, now
     * @return the entry of an earlier try that has changed it
     */
    Optional<DdlLog.Entry> sent(String fingerprint) {
        return earlier.filter(e -> e.pending(inPlace()) && e.fingerprint() != null)
                .filter(e -> !fingerprint.equals(e.fingerprint()));
    }

    /** @param text executed in the session that the logged statement had, apart from its character set */
    PlannedStatement replacedBy(String text) {
        Map<String, String> session = new HashMap<>(logged.session());
        session.put("character_set_client", "utf8mb4");
        session.remove("collation_connection");
        DdlChange other = new DdlChange(
                false,
                logged.database(),
                text.getBytes(StandardCharsets.UTF_8),
                "utf8mb4",
                text,
                session,
                List.of(),
                logged.transaction(),
                logged.ordinal(),
                logged.sourceMillis());
        return new PlannedStatement(logged, other, earlier, after);
    }
}
