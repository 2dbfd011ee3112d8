package io.mysqlrelay.source.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.precheck.server.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Checks of what only servers have that no test can start: variables of RDS, and of MySQL 5.7. */
class RdsChecksTest {
    @Test
    void encDbIsFoundByItsVariables() {
        assertThat(AssessmentChecks.encDb(variables("loose_encdb", "ON", "encdb_x", "OFF")))
                .containsExactly("loose_encdb");
        assertThat(AssessmentChecks.encDb(variables("sql_mode", "ON"))).isEmpty();
    }

    @Test
    void hiddenKeysConcernTablesWithoutKey() {
        assertThat(TableChecks.hiddenKey(List.of())).isEmpty();
        assertThat(TableChecks.hiddenKey(List.of(new TableName("a", "t")))
                        .get(0)
                        .objects())
                .containsExactly("a.t");
    }

    @Test
    void retentionInDaysAndSeconds() {
        assertThat(RetentionCheck.seconds(variables("expire_logs_days", "2"))).isEqualTo(OptionalLong.of(172_800));
        assertThat(RetentionCheck.seconds(variables("expire_logs_days", "2", "binlog_expire_logs_seconds", "0")))
                .isEqualTo(OptionalLong.of(172_800));
        assertThat(RetentionCheck.seconds(variables("expire_logs_days", "0", "binlog_expire_logs_seconds", "60")))
                .isEqualTo(OptionalLong.of(60));
        assertThat(RetentionCheck.seconds(variables("expire_logs_days", "0"))).isEmpty();
        assertThat(RetentionCheck.seconds(
                        variables("binlog_expire_logs_seconds", "60", "binlog_expire_logs_auto_purge", "OFF")))
                .isEmpty();
    }

    private static Variables variables(String... pairs) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            rows.add(new String[] {pairs[i], pairs[i + 1]});
        }
        return new Variables(rows);
    }
}
