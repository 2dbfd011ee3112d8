package io.mysqlrelay.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.cli.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFileTest {
    private static final String COMPLETE = """
            name=shop
            source.database.hostname=a
            source.database.user=u
            source.database.password=${env:NO_SUCH_SECRET}
            target.connection.url=jdbc:mysql://b:3306/
            target.connection.user=v
            target.connection.password=p
            target.target.existing.tables=proceed
            """;

    @TempDir
    private Path folder;

    @Test
    void theExampleThatShipsIsComplete() {
        MigrationFile file = MigrationFile.read(Path.of("..", "config", "migration.properties"));
        assertThat(file.name()).isEqualTo("shop");
        assertThat(ConnectorSettings.topic(file)).isEqualTo("shop.changes");
        assertThat(ConnectorSettings.of(file, "k:1").sink()).containsEntry("topics", "shop.changes");
    }

    @Test
    void prefixesTellTheConnectorApart() throws IOException {
        MigrationFile file = read(COMPLETE);
        assertThat(file.source()).containsEntry("database.hostname", "a").doesNotContainKey("connection.url");
        assertThat(file.target()).containsEntry("target.existing.tables", "proceed");
        assertThat(file.dataFolder()).isEqualTo(Path.of(".relay", "shop"));
    }

    @Test
    void aMissingKeyIsNamedWithTheLineToAdd() {
        assertThatThrownBy(() -> read(COMPLETE.replace("source.database.user=u\n", "")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("source.database.user=");
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> read(COMPLETE + "sourc.database.port=1\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("sourc.database.port");
    }

    @Test
    void aMalformedFileIsRefusedWithoutATrace() {
        assertThatThrownBy(() -> read("name=\\uZZZZ\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("properties file");
    }

    @Test
    void aMissingSecretNamesTheSettingAndTheVariable() throws IOException {
        Map<String, String> source = read(COMPLETE).source();
        assertThatThrownBy(() -> Secrets.resolve(source))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("database.password")
                .hasMessageContaining("NO_SUCH_SECRET");
    }

    private MigrationFile read(String text) throws IOException {
        return MigrationFile.read(Files.writeString(folder.resolve("m.properties"), text));
    }
}
