package io.mysqlrelay.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the command's own jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"MySQL Relay " + (version == null ? "(not packaged)" : version)};
    }
}
