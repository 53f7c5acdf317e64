package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.sandbox.statemachine.ExecutionEvent.MapRunChanged;
import io.numberferry.sandbox.statemachine.ExecutionResult.Aborted;
import io.numberferry.sandbox.statemachine.ExecutionResult.Failed;
import io.numberferry.sandbox.statemachine.ExecutionResult.Succeeded;
import io.numberferry.sandbox.statemachine.ExecutionResult.TimedOut;
import io.numberferry.sandbox.statemachine.Iteration.ExecutionType;
import io.numberferry.sandbox.statemachine.Iteration.Mode.Distributed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Runs the children of a distributed map, each an execution of its own, and counts how they end. The
/// counts belong to the thread that runs the map.
final class DistributedMap implements FanOut.Watcher<ExecutionResult> {
    /// The longest that an Express execution may take.
    private static final Duration EXPRESS = Duration.ofMinutes(5);

    private final Visit visit;
    private final FailureThreshold threshold;
    private final JsonNode[] outputs;
    private MapRunCounts counts;

    private DistributedMap(Visit visit, FailureThreshold threshold, int total) {
        this.visit = visit;
        this.threshold = threshold;
        this.outputs = new JsonNode[total];
        this.counts = new MapRunCounts(total, 0, 0, 0);
    }

    /// @param workflow what each child runs
    /// @param concurrency children at once
    record Pace(Workflow workflow, int concurrency) {}

    /// @return one output per input, in order; of a child that failed `Status`, `Error` and `Cause`
    /// @throws StateFailure when more children failed than may; the others are stopped
    static List<JsonNode> run(Distributed mode, Visit visit, List<JsonNode> inputs, Pace pace)
            throws InterruptedException {
        FailureThreshold threshold = FailureThreshold.of(mode.tolerance(), visit.before());
        DistributedMap map = new DistributedMap(visit, threshold, inputs.size());
        Optional<Duration> limit =
                mode.executionType() == ExecutionType.EXPRESS ? Optional.of(EXPRESS) : Optional.empty();
        FanOut.run(
                inputs.size(),
                pace.concurrency(),
                index -> ExecutionRunner.run(
                        visit.execution().child(mode.label(), inputs.get(index)), pace.workflow(), limit),
                map);
        return Arrays.asList(map.outputs);
    }

    @Override
    public void started() {
        changed(counts.started());
    }

    @Override
    public void ended(int index, ExecutionResult result) {
        outputs[index] = output(result);
        changed(counts.ended(result instanceof Succeeded));
        if (threshold.exceededBy(counts)) {
            throw new StateFailure(
                    ErrorNames.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                    "The specified tolerated failure threshold was exceeded: " + counts.failed() + " of "
                            + counts.total() + " children failed.");
        }
    }

    private void changed(MapRunCounts now) {
        counts = now;
        Execution execution = visit.execution();
        execution
                .listener()
                .on(new MapRunChanged(
                        execution.arn(), execution.now(), visit.state().name(), now));
    }

    private static JsonNode output(ExecutionResult result) {
        return switch (result) {
            case Succeeded succeeded -> succeeded.tree();
            case Failed(var error, var cause) -> unsuccessful("FAILED", new ErrorOutput(error, cause));
            case TimedOut _ ->
                unsuccessful("TIMED_OUT", new ErrorOutput(Optional.of(ErrorNames.TIMEOUT), Optional.empty()));
            case Aborted(var error, var cause) -> unsuccessful("ABORTED", new ErrorOutput(error, cause));
        };
    }

    private static JsonNode unsuccessful(String status, ErrorOutput errorOutput) {
        return Json.object().put("Status", status).setAll(errorOutput.json());
    }
}
