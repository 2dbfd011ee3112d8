package io.mysqlrelay.testkit.connect;

/** This JVM's class path, which a worker shares. */
final class ClassPath {
    private ClassPath() {}

    /**
     * Throws when a connector of this project is on the class path. The worker would find it there, outside of its
     * plugin's folder, and a zip that lacks a library would pass all tests.
     */
    static void refuseConnectors() {
        for (String type : new String[] {"source.SourceConnector", "sink.SinkConnector"}) {
            String resource = "META-INF/services/org.apache.kafka.connect." + type;
            ClassLoader.getSystemClassLoader().resources(resource).forEach(found -> {
                if (found.toString().contains("mysqlrelay") || found.toString().contains("-connector/target/")) {
                    throw new IllegalStateException("a connector is on the worker's class path: " + found);
                }
            });
        }
    }
}
