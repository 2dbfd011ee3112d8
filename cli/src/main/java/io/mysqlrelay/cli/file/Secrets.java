package io.mysqlrelay.cli.file;

import io.mysqlrelay.cli.UserError;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Resolves {@code ${env:NAME}}, {@code ${file:PATH:KEY}} and {@code ${dir:FOLDER:FILE}} with Kafka's own providers, the
 * same that the embedded worker uses, so that the command and the connectors agree.
 */
public final class Secrets {
    private Secrets() {}

    /** @throws UserError naming the setting whose secret cannot be found; never a value */
    public static Map<String, String> resolve(Map<String, String> settings) {
        Map<String, ConfigProvider> providers = new HashMap<>();
        providers.put("env", configured(new EnvVarConfigProvider()));
        providers.put("file", configured(new FileConfigProvider()));
        providers.put("dir", configured(new DirectoryConfigProvider()));
        ConfigTransformer transformer = new ConfigTransformer(providers);
        Map<String, String> resolved = new HashMap<>();
        settings.forEach((key, value) -> {
            String text;
            try {
                text = transformer.transform(Map.of(key, value)).data().get(key);
            } catch (ConfigException e) {
                throw new UserError("setting " + key + ": " + e.getMessage(), e);
            }
            if (text.contains("${env:") || text.contains("${file:") || text.contains("${dir:")) {
                throw new UserError("setting " + key + ": " + value
                        + " names nothing that exists. Set the environment variable, or correct the path and key.");
            }
            resolved.put(key, text);
        });
        return resolved;
    }

    private static ConfigProvider configured(ConfigProvider provider) {
        provider.configure(Map.of());
        return provider;
    }
}
