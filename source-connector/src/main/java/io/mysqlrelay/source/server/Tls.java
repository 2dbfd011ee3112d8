package io.mysqlrelay.source.server;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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

    /** @return Connector/J's settings, passwords included */
    public Map<String, String> driverSettings() {
        Map<String, String> driver = new HashMap<>();
        driver.put("sslMode", mode.name());
        // Without TLS, caching_sha2_password needs the server's key; with required TLS it must not be asked for.
        driver.put("allowPublicKeyRetrieval", String.valueOf(mode.compareTo(Mode.REQUIRED) < 0));
        if (mode != Mode.DISABLED) {
            putFile(driver, "clientCertificateKeyStore", keystore, keystorePassword);
            putFile(driver, "trustCertificateKeyStore", truststore, truststorePassword);
        }
        return driver;
    }

    private static void putFile(Map<String, String> driver, String name, String file, String password) {
        if (file != null) {
            driver.put(name + "Url", "file:" + file);
        }
        if (password != null) {
            driver.put(name + "Password", password);
        }
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return mode.value();
    }
}
