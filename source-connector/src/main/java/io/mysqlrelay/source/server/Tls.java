package io.mysqlrelay.source.server;

import java.util.Locale;
import java.util.Properties;

/**
 * How connections are encrypted. The modes are those of MySQL's own clients.
 *
 * @param mode never null
 * @param keystore file with the client's certificate (JKS or PKCS #12); null for none
 * @param keystorePassword null for none
 * @param truststore file with the certificates to trust; null for the JVM's own
 * @param truststorePassword null for none
 */
public record Tls(Mode mode, String keystore, String keystorePassword, String truststore, String truststorePassword) {
    /** In rising order of what is proven about the server. */
    public enum Mode {
        DISABLED,
        PREFERRED,
        REQUIRED,
        VERIFY_CA,
        VERIFY_IDENTITY;

        /** @return the setting's value, in lower case */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void addTo(Properties driver) {
        driver.setProperty("sslMode", mode.name());
        // Without TLS, caching_sha2_password needs the server's key; with a verified server it must not be asked for.
        driver.setProperty("allowPublicKeyRetrieval", String.valueOf(mode.compareTo(Mode.REQUIRED) < 0));
        if (mode == Mode.DISABLED) {
            return;
        }
        if (keystore != null) {
            driver.setProperty("clientCertificateKeyStoreUrl", "file:" + keystore);
        }
        if (keystorePassword != null) {
            driver.setProperty("clientCertificateKeyStorePassword", keystorePassword);
        }
        if (truststore != null) {
            driver.setProperty("trustCertificateKeyStoreUrl", "file:" + truststore);
        }
        if (truststorePassword != null) {
            driver.setProperty("trustCertificateKeyStorePassword", truststorePassword);
        }
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return mode.value();
    }
}
