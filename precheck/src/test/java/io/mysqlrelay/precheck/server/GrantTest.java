package io.mysqlrelay.precheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrantTest {
    private static final TableName CUSTOMERS = new TableName("shop", "customers");

    @Test
    void globalDatabaseAndTableGrantsCoverATable() {
        assertThat(grants("GRANT SELECT, RELOAD ON *.* TO `u`@`%`").onTable("SELECT", CUSTOMERS))
                .isTrue();
        assertThat(grants("GRANT ALL PRIVILEGES ON `shop`.* TO `u`@`%` WITH GRANT OPTION")
                        .onTable("SELECT", CUSTOMERS))
                .isTrue();
        assertThat(grants("GRANT SELECT ON `shop`.`customers` TO `u`@`%`").onTable("SELECT", CUSTOMERS))
                .isTrue();
        assertThat(grants("GRANT SELECT ON `shop`.`orders` TO `u`@`%`").onTable("SELECT", CUSTOMERS))
                .isFalse();
        assertThat(grants("GRANT USAGE ON *.* TO `u`@`%`").onTable("SELECT", CUSTOMERS))
                .isFalse();
    }

    @Test
    void aGrantOnSomeColumnsIsNotAGrantOnTheTable() {
        assertThat(grants("GRANT SELECT (`id`, `name`), INSERT ON `shop`.`customers` TO `u`@`%`")
                        .onTable("SELECT", CUSTOMERS))
                .isFalse();
    }

    @Test
    void wildcardsInADatabaseNameAreWildcardsUnlessEscaped() {
        assertThat(grants("GRANT SELECT ON `s_o%`.* TO `u`@`%`").onTable("SELECT", CUSTOMERS))
                .isTrue();
        assertThat(grants("GRANT SELECT ON `s\\_op`.* TO `u`@`%`").onTable("SELECT", CUSTOMERS))
                .isFalse();
        assertThat(grants("GRANT SELECT ON `a``b`.* TO `u`@`%`").onTable("SELECT", new TableName("a`b", "c")))
                .isTrue();
    }

    @Test
    void aPartialRevokeTakesADatabaseOut() {
        Grants grants = grants("GRANT SELECT ON *.* TO `u`@`%`", "REVOKE SELECT ON `shop`.* FROM `u`@`%`");
        assertThat(grants.onTable("SELECT", CUSTOMERS)).isFalse();
        assertThat(grants.onTable("SELECT", new TableName("crm", "a"))).isTrue();
    }

    @Test
    void aGrantOnOneDatabaseIsNoneElsewhere() {
        assertThat(grants("GRANT INSERT ON `my\\_relay`.* TO `u`@`%`").elsewhere("INSERT", "my_relay"))
                .isFalse();
        assertThat(grants("GRANT INSERT ON `my%`.* TO `u`@`%`").elsewhere("INSERT", "my_relay"))
                .isTrue();
        assertThat(grants("GRANT ALL PRIVILEGES ON *.* TO `u`@`%`").elsewhere("INSERT", "my_relay"))
                .isTrue();
        assertThat(grants("GRANT SHOW_ROUTINE,XA_RECOVER_ADMIN ON *.* TO `u`@`%`")
                        .global("XA_RECOVER_ADMIN"))
                .isTrue();
    }

    @Test
    void rolesProxiesAndRoutinesAreNotGrantsOnTables() {
        assertThat(Grant.parse("GRANT `reader`@`%` TO `u`@`%`")).isEmpty();
        assertThat(Grant.parse("GRANT PROXY ON ''@'' TO 'root'@'localhost' WITH GRANT OPTION"))
                .isEmpty();
        assertThat(Grant.parse("GRANT EXECUTE ON PROCEDURE `shop`.`p` TO `u`@`%`"))
                .isEmpty();
    }

    private static Grants grants(String... lines) {
        return new Grants(
                Arrays.stream(lines).map(Grant::parse).flatMap(Optional::stream).toList());
    }
}
