package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.RelayCommand;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code relay demo} as a process, with a small shop. */
class DemoIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "analyticdb"})
    void theShopIsEqualInTheEnd(String target) throws Exception {
        RelayCommand demo =
                RelayCommand.start(folder, Map.of(), "demo", "--target", target, "--rows", "12000", "--seconds", "3");
        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(demo.output())
                .contains("nothing lost, doubled or bent")
                .containsPattern("shop\\.page_views +\\d+ rows")
                .containsPattern("shop_archive\\.notes +3 rows");
    }
}
