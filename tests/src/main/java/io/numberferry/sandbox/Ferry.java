package io.numberferry.sandbox;

import io.numberferry.function.SystemTimeline;
import io.numberferry.sandbox.simulator.world.WorldException;
import io.numberferry.throttle.Timeline;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The `ferry` command. The only place that ends the process.
@Command(
        name = "ferry",
        mixinStandardHelpOptions = true,
        version = "Numberferry 0.1.0",
        description = "Claims, moves, associates and updates phone numbers from a CSV file, on this machine.")
final class Ferry {
    /// The job, or the command, could not run.
    static final int COULD_NOT_RUN = 1;

    private Ferry() {}

    public static void main(String[] args) {
        System.exit(commandLine(new SystemTimeline(), System.getenv()).execute(args));
    }

    /// @param timeline the clock of everything that is started
    /// @param variables the environment
    static CommandLine commandLine(Timeline timeline, Map<String, String> variables) {
        return new CommandLine(new Ferry())
                .addSubcommand(new RunCommand(timeline, variables))
                .addSubcommand(new ExportCommand(timeline, variables))
                .addSubcommand(new SandboxCommand(timeline, variables))
                .setExecutionExceptionHandler((fault, commandLine, _) -> refuse(fault, commandLine.getErr()))
                .setParameterExceptionHandler((fault, _) -> refuseArguments(fault));
    }

    private static int refuse(Exception fault, PrintWriter err) throws Exception {
        return switch (fault) {
            case Refusal expected -> say(expected.getMessage(), err);
            case WorldException expected -> say(expected.getMessage(), err);
            default -> throw fault;
        };
    }

    private static int refuseArguments(ParameterException fault) {
        CommandLine commandLine = fault.getCommandLine();
        say(
                fault.getMessage() + " (" + commandLine.getCommandName() + " --help shows the usage)",
                commandLine.getErr());
        return COULD_NOT_RUN;
    }

    private static int say(@org.jspecify.annotations.Nullable String sentence, PrintWriter err) {
        err.println("ferry: " + sentence);
        return COULD_NOT_RUN;
    }
}
