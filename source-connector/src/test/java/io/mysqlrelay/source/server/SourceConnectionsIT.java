package io.mysqlrelay.source.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceConnectionsIT {
    private static final String STORE_PASSWORD = "changeit";
    private static final String PASSWORD = "it's \"odd\" \\ %&?#";

    @TempDir
    static Path folder;

    private static MySqlServer server;

    @BeforeAll
    static void start() {
        server = MySqlServer.builder()
                .option("sql-mode", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES")
                .option("default-time-zone", "+09:00")
                .start();
        System.out.println("source: MySQL " + server.version());
        server.execute("CREATE USER relay@'%' IDENTIFIED BY '" + PASSWORD.replace("'", "''") + "'");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void sessionsDoNotInheritTheServersModeAndZone() throws SQLException {
        try (Connection connection = connections(tls(Tls.Mode.DISABLED, null)).open()) {
            assertThat(value(connection, "SELECT @@sql_mode")).isEmpty();
            assertThat(value(connection, "SELECT @@time_zone")).isEqualTo("+00:00");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.Mode.class,
            names = {"PREFERRED", "REQUIRED", "VERIFY_CA"})
    void encryptionIsUsedWhenTheModeAsksForIt(Tls.Mode mode) throws Exception {
        try (Connection connection = connections(tls(mode, authority())).open()) {
            assertThat(value(connection, "SHOW STATUS LIKE 'Ssl_cipher'")).isNotEmpty();
        }
        try (Connection connection = connections(tls(Tls.Mode.DISABLED, null)).open()) {
            assertThat(value(connection, "SHOW STATUS LIKE 'Ssl_cipher'")).isEmpty();
        }
    }

    @Test
    void aServerThatCannotBeVerifiedIsNotTalkedTo() throws Exception {
        // The generated certificate names no host.
        assertThatThrownBy(() -> connections(tls(Tls.Mode.VERIFY_IDENTITY, authority()))
                        .open()
                        .close())
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(
                        () -> connections(tls(Tls.Mode.VERIFY_CA, null)).open().close())
                .isInstanceOf(SQLException.class);
    }

    private static SourceConnections connections(Tls tls) {
        return new SourceConnections(new SourceServer(server.host(), server.port(), "relay", PASSWORD, tls, 10_000));
    }

    private static Tls tls(Tls.Mode mode, Path truststore) {
        return new Tls(
                mode,
                null,
                null,
                truststore == null ? null : truststore.toString(),
                truststore == null ? null : STORE_PASSWORD);
    }

    /** A truststore with the authority that the server made for itself when its data were initialized. */
    private static Path authority() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("truststore.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(server.data().resolve("ca.pem"))) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, STORE_PASSWORD.toCharArray());
        }
        return file;
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(row.getMetaData().getColumnCount());
        }
    }
}
