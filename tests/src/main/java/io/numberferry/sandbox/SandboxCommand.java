package io.numberferry.sandbox;

import io.numberferry.sandbox.local.LocalAccount;
import io.numberferry.sandbox.statemachine.ExecutionListener;
import io.numberferry.throttle.Timeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Keeps the local services up, for `sam local invoke`, the AWS CLI or any SDK.
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "Keeps the local services up and prints the environment that reaches them.")
final class SandboxCommand implements Callable<Integer> {
    @Mixin
    private LaptopOptions options = new LaptopOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Timeline timeline;
    private final Map<String, String> variables;

    SandboxCommand(Timeline timeline, Map<String, String> variables) {
        this.timeline = timeline;
        this.variables = variables;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
        Laptop.Setup setup = options.setup(timeline, variables);
        try (Laptop laptop = Laptop.start(setup, ExecutionListener.none())) {
            print(laptop, terminal);
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private static void print(Laptop laptop, PrintWriter terminal) {
        new TreeMap<>(laptop.environment()).forEach((name, value) -> terminal.println("export " + name + "=" + value));
        terminal.println("export AWS_ACCESS_KEY_ID=" + LocalAccount.ACCESS_KEY_ID);
        terminal.println("export AWS_SECRET_ACCESS_KEY=" + LocalAccount.SECRET_ACCESS_KEY);
        terminal.println("# The services stay up until this is interrupted (Ctrl-C).");
        terminal.flush();
    }
}
