package io.numberferry.sandbox;

import io.numberferry.sandbox.statemachine.ExecutionResult;
import io.numberferry.throttle.Timeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs one manifest through the whole deployment, on this machine, and leaves the report in a directory.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Carries a CSV file out against simulated services and writes the report.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every row SUCCEEDED or UNCHANGED (with --dry-run: no row REJECTED)",
            "1:the job could not run; one sentence says why",
            "2:the job ended, and some rows did not succeed"
        })
final class RunCommand implements Callable<Integer> {
    /// Some rows did not end as they should.
    private static final int SOME_ROWS = 2;

    /// As long as an uploaded job would be given.
    private static final String APPROVAL_HOURS = "24";

    @Parameters(index = "0", paramLabel = "FILE.csv", description = "The manifest.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out");

    @Option(names = "--operation", paramLabel = "OP", description = "The operation of rows that name none.")
    private @Nullable String operation;

    @Option(names = "--target", paramLabel = "T", description = "The target of rows that name none.")
    private @Nullable String target;

    @Option(names = "--country", paramLabel = "CC", description = "The country of numbers without a plus sign.")
    private @Nullable String country;

    @Option(names = "--dry-run", description = "Plan and report, but change nothing.")
    private boolean dryRun;

    @Option(names = "--on-rejection", paramLabel = "WHAT", description = "continue (default) or stop.")
    private @Nullable String onRejection;

    @Option(
            names = "--approve",
            paramLabel = "HOW",
            description = "Waits for a yes when all is planned and nothing changed: ask (at the terminal), yes or no.")
    private Approval.@Nullable How approve;

    @Option(names = "--allow-release", description = "Lets rows release numbers.")
    private boolean allowRelease;

    @Mixin
    private RuntimeOption runtime = new RuntimeOption();

    @Mixin
    private RailOptions rails = new RailOptions();

    @Mixin
    private LaptopOptions options = new LaptopOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Timeline timeline;
    private final Map<String, String> variables;

    RunCommand(Timeline timeline, Map<String, String> variables) {
        this.timeline = timeline;
        this.variables = variables;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter terminal =
                java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Inputs.requireManifest(file);
        Inputs.requireDirectory("--out", out);
        approval().ifPresent(Approval::require);
        Laptop.Setup setup = runtime.of(options.setup(timeline, variables), out.resolve("logs"));
        JobEnd end = new JobEnd();
        try (Laptop laptop = Laptop.start(setup, end)) {
            return run(laptop, end, terminal);
        }
    }

    private int run(Laptop laptop, JobEnd end, PrintWriter terminal) throws IOException, InterruptedException {
        RunState runs = RunState.of(options.state());
        String key = runs.key(file, dryRun, settings());
        Ownerships.expect(file, settings(), laptop);
        String jobId = new Upload(laptop).submit(file, key, settings());
        if (approval().isPresent()) {
            approval().get().answer(laptop, end.end(jobId), out.resolve("plan"), terminal);
        }
        ExecutionResult result;
        try (Progress progress = Progress.start(jobId, laptop.store(), laptop::throttled, terminal)) {
            result = laptop.reported(jobId);
            progress.finish();
        }
        laptop.store().download("reports/" + jobId + "/", out);
        runs.ended(key);
        return conclude(Summary.read(out, result), terminal);
    }

    private Optional<Approval> approval() {
        return Optional.ofNullable(approve).map(Approval::here);
    }

    private int conclude(Summary summary, PrintWriter terminal) {
        if (summary.rows() == 0) {
            throw new Refusal(summary.cause());
        }
        terminal.println(summary.sentence());
        if (!summary.cause().isEmpty()) {
            terminal.println("The job stopped early: " + summary.cause());
        }
        summary.sinceCheck().ifPresent(sentence -> terminal.println("Note: " + sentence));
        terminal.println("Report: " + out.resolve("index.html") + ", " + out.resolve("report.csv"));
        terminal.flush();
        return summary.isGood(dryRun) ? 0 : SOME_ROWS;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        put(settings, "operation", operation);
        put(settings, "target", target);
        put(settings, "country", country);
        put(settings, "on-rejection", onRejection);
        if (allowRelease) {
            settings.put("allow-release", "true");
        }
        rails.addTo(settings);
        put(settings, "approval-hours", approve == null ? null : APPROVAL_HOURS);
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
