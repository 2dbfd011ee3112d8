package io.mysqlrelay.source.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewOrderTest {
    private static TableName view(String name) {
        return new TableName("d", name);
    }

    @Test
    void aViewComesAfterThoseThatItNames() {
        Map<TableName, String> definitions = new LinkedHashMap<>();
        definitions.put(view("a"), "select `d`.`b`.`x` from (`d`.`b` join `d`.`c`)");
        definitions.put(view("b"), "select '`d`.`e`' from `d`.`c`");
        definitions.put(view("c"), "select 1");
        definitions.put(view("e"), "select `d`.`e`.`c` from `d`.`t` `e`");
        assertThat(ViewOrder.of(definitions)).containsExactly(view("c"), view("b"), view("a"), view("e"));
    }

    @Test
    void whatLooksLikeACircleEndsToo() {
        Map<TableName, String> definitions = new LinkedHashMap<>();
        definitions.put(view("a"), "select `d`.`b`");
        definitions.put(view("b"), "select `d`.`a`");
        assertThat(ViewOrder.of(definitions)).containsExactlyInAnyOrder(view("a"), view("b"));
    }
}
