package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.connect.ConnectRestException;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that accept encrypted connections alone, with the certificates that they make themselves. */
class TlsIT {
    private static final String PASSWORD = "truststore password";

    @TempDir
    private static Path folder;

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.startWithoutWorker(
                Stack.server(Versions.newer()).option("require-secure-transport", "ON"),
                Stack.server(Versions.newer()).option("require-secure-transport", "ON"));
        stack.startWorker();
        stack.source()
                .execute(
                        "CREATE DATABASE sealed",
                        "CREATE TABLE sealed.t (id INT PRIMARY KEY)",
                        "CREATE TABLE sealed.keyless (v INT)",
                        "INSERT INTO sealed.t VALUES (1)",
                        "INSERT INTO sealed.keyless VALUES (1), (1)");
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void bothServersAreKnownByTheirAuthority() throws Exception {
        try (Migration migration = stack.migration("sealed")
                .source("database.ssl.mode", "verify_ca")
                .source(
                        "database.ssl.truststore",
                        trust(stack.source(), "source").toString())
                .source("database.ssl.truststore.password", PASSWORD)
                .sink("connection.ssl.mode", "verify_ca")
                .sink(
                        "connection.ssl.truststore.location",
                        trust(stack.target(), "target").toString())
                .sink("connection.ssl.truststore.password", PASSWORD)
                .start()) {
            migration.awaitPhase("incremental");
            stack.source().execute("INSERT INTO sealed.t VALUES (2)", "ALTER TABLE sealed.t ADD v INT");
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "sealed"::equals);
        }
    }

    @Test
    void anotherAuthorityIsRefused() {
        Migration migration = stack.migration("sealed_not")
                .source("database.include.list", "sealed")
                .source("database.ssl.mode", "verify_ca")
                // The authorities of the Internet, of which none is the server's.
                .source(
                        "database.ssl.truststore",
                        Path.of(System.getProperty("java.home"), "lib/security/cacerts")
                                .toString())
                .source("database.ssl.truststore.password", "changeit");
        try {
            stack.rest().create(migration.sourceName(), migration.sourceConfig());
            migration.close();
            throw new AssertionError("a server of an unknown authority was accepted");
        } catch (ConnectRestException refused) {
            assertThat(refused.body()).contains("database.ssl.").doesNotContain("changeit");
        }
    }

    private static Path trust(MySqlServer server, String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream authority = Files.newInputStream(server.data().resolve("ca.pem"))) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(authority));
        }
        Path file = folder.resolve(name + ".p12");
        try (OutputStream output = Files.newOutputStream(file)) {
            store.store(output, PASSWORD.toCharArray());
        }
        return file;
    }
}
