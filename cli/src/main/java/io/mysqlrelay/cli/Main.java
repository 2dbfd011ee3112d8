package io.mysqlrelay.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point. Exit codes: 0 done, 1 the migration failed or both sides differ, 2 a mistake in the call or the file; of precheck
 * too: 1 errors, 3 alerts alone. */
@Command(
        name = "relay",
        description = "Moves live MySQL databases: schema, existing rows, then every change in commit order.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {DemoCommand.class, PrecheckCommand.class, RunCommand.class, StatusCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Main());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println("relay: " + Sentences.of(failure));
            return failure instanceof UserError ? 2 : 1;
        });
        System.exit(command.execute(arguments));
    }
}
