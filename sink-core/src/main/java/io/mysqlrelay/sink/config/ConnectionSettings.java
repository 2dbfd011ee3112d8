package io.mysqlrelay.sink.config;

import org.apache.kafka.common.config.types.Password;

/**
 * Where the target is and how to log in. Its text form shows no secret.
 *
 * @param url without parameters
 * @param truststore path or null
 * @param keystore path or null
 * @param timeoutMillis for connecting
 */
public record ConnectionSettings(
        String url,
        String user,
        Password password,
        SslMode sslMode,
        String truststore,
        Password truststorePassword,
        String keystore,
        Password keystorePassword,
        int timeoutMillis) {}
