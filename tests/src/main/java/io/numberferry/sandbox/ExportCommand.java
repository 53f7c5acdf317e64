package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.numberferry.sandbox.statemachine.ExecutionListener;
import io.numberferry.sandbox.statemachine.InvocationResult;
import io.numberferry.throttle.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes the account's numbers into a manifest.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes every number of the simulated account into a CSV file that can be edited and run.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the file is written", "1:it could not be written; one sentence says why"})
final class ExportCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--out", paramLabel = "FILE.csv", description = "The file to write (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("numbers.csv");

    @Mixin
    private RuntimeOption runtime = new RuntimeOption();

    @Mixin
    private LaptopOptions options = new LaptopOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Timeline timeline;
    private final Map<String, String> variables;

    ExportCommand(Timeline timeline, Map<String, String> variables) {
        this.timeline = timeline;
        this.variables = variables;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
        Inputs.requireNoDirectory("--out", out);
        Path logs = out.toAbsolutePath().resolveSibling("logs");
        Laptop.Setup setup = runtime.of(options.setup(timeline, variables), logs);
        try (Laptop laptop = Laptop.start(setup, ExecutionListener.none())) {
            JsonNode answer = export(laptop, out);
            terminal.println(sentence(answer) + ": " + out);
            terminal.flush();
            return 0;
        }
    }

    /// Has the numbers exported, and fetches the file.
    ///
    /// @return the function's answer
    static JsonNode export(Laptop laptop, Path file) throws IOException, InterruptedException {
        JsonNode answer = switch (laptop.functions().invoke("ExportFunction", "{}")) {
            case InvocationResult.Returned(String payload) -> JSON.readTree(payload);
            case InvocationResult.Failed(var _, String message, var _) -> throw new Refusal(message);
            case InvocationResult.Refused(var _, String cause) -> throw new Refusal(cause);
        };
        try (InputStream content = laptop.store()
                .open(answer.path("bucket").asText(), answer.path("key").asText())) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return answer;
    }

    private static String sentence(JsonNode answer) {
        int leftOut = answer.path("leftOut").asInt();
        return answer.path("numbers").asInt() + " numbers in "
                + answer.path("rows").asInt() + " rows"
                + (leftOut == 0 ? "" : ", and " + leftOut + " that no manifest can ask for");
    }
}
