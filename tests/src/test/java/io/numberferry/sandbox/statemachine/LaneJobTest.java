package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.sandbox.statemachine.ExecutionEvent.MapRunChanged;
import io.numberferry.sandbox.statemachine.ExecutionEvent.TaskRetried;
import io.numberferry.sandbox.statemachine.ExecutionResult.Failed;
import io.numberferry.sandbox.statemachine.ExecutionResult.Succeeded;
import io.numberferry.sandbox.statemachine.InvocationResult.Refused;
import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A machine of the shape that a job has: plan, lanes side by side, in each lane its batches, each batch
/// applied until nothing of it remains, and a report whatever happens.
@Timeout(60)
class LaneJobTest {
    private static final String JOB = """
            {
              "Comment": "A job in small.",
              "QueryLanguage": "JSONata",
              "TimeoutSeconds": 86400,
              "StartAt": "Plan",
              "States": {
                "Plan": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Arguments": {"FunctionName": "${PlanFunction}", "Payload": "{% $states.input %}"},
                  "Assign": {
                    "job": "{% $states.context.Execution.Name %}",
                    "lanes": "{% $states.result.Payload.lanes %}"
                  },
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Report", "Output": {"state": "FAILED"},
                    "Assign": {"job": "{% $states.context.Execution.Name %}"}}],
                  "Next": "Lanes"
                },
                "Lanes": {
                  "Type": "Map",
                  "Items": "{% $lanes %}",
                  "ItemProcessor": {
                    "StartAt": "Batches",
                    "States": {
                      "Batches": {
                        "Type": "Map",
                        "Label": "lane",
                        "MaxConcurrency": "{% $states.input.workers %}",
                        "ToleratedFailurePercentage": 50,
                        "ItemReader": {
                          "Resource": "arn:aws:states:::s3:getObject",
                          "ReaderConfig": {"InputType": "JSON"},
                          "Arguments": {"Bucket": "${PlanBucket}", "Key": "{% $states.input.batches %}"}
                        },
                        "ItemSelector": {
                          "job": "{% $job %}",
                          "batch": "{% $states.context.Map.Item.Value %}"
                        },
                        "ItemProcessor": {
                          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                          "StartAt": "Apply",
                          "States": {
                            "Apply": {
                              "Type": "Task",
                              "Resource": "arn:aws:states:::lambda:invoke",
                              "TimeoutSeconds": 930,
                              "Arguments": {"FunctionName": "${ApplyFunction}", "Payload": "{% $states.input %}"},
                              "Output": "{% $states.result.Payload %}",
                              "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException", "Lambda.Unknown"],
                                "IntervalSeconds": 2, "MaxAttempts": 6, "MaxDelaySeconds": 60,
                                "JitterStrategy": "FULL"}],
                              "Next": "Remaining"
                            },
                            "Remaining": {
                              "Type": "Choice",
                              "Choices": [{"Condition": "{% $states.input.remaining > 0 %}", "Next": "Apply"}],
                              "Default": "Applied"
                            },
                            "Applied": {"Type": "Succeed", "Output": "{% $states.input.batch %}"}
                          }
                        },
                        "End": true
                      }
                    }
                  },
                  "Output": {"state": "SUCCEEDED", "batches": "{% $states.result %}"},
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Report",
                    "Output": {"state": "FAILED", "why": "{% $states.errorOutput.Error %}"}}],
                  "Next": "Report"
                },
                "Report": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Arguments": {"FunctionName": "${ReportFunction}",
                    "Payload": "{% $merge([$states.input, {'job': $job}]) %}"},
                  "Output": "{% $states.result.Payload %}",
                  "Next": "Ended"
                },
                "Ended": {
                  "Type": "Choice",
                  "Choices": [{"Condition": "{% $states.input.state = 'FAILED' %}", "Next": "Failed"}],
                  "Default": "Succeeded"
                },
                "Failed": {"Type": "Fail", "Error": "JobFailed", "Cause": "{% $string($states.input) %}"},
                "Succeeded": {"Type": "Succeed"}
              }
            }""";

    private final Stage stage = new Stage();
    private final StateMachine machine = StateMachine.parse(
            JOB,
            Map.of(
                    "PlanFunction",
                    "plan",
                    "ApplyFunction",
                    "apply",
                    "ReportFunction",
                    "report",
                    "PlanBucket",
                    "plans"));
    private final Map<String, List<Integer>> applied = new ConcurrentHashMap<>();

    @BeforeEach
    void prepare() {
        String answer = """
                {"lanes": [{"batches": "p/a.json", "workers": 1}, {"batches": "p/b.json", "workers": 2}]}""";
        stage.function("plan", _ -> new Returned(answer))
                .function("apply", this::apply)
                .echo("report")
                .object("plans/p/a.json", "[\"a1\", \"a2\", \"a3\"]")
                .object("plans/p/b.json", "[\"b1\", \"b2\"]");
    }

    /// Leaves 2, then 1, then nothing of every batch.
    private InvocationResult apply(String payload) {
        JsonNode input = tree(payload);
        String batch = input.path("batch").textValue();
        List<Integer> calls = applied.computeIfAbsent(batch, _ -> new CopyOnWriteArrayList<>());
        int remaining = 2 - calls.size();
        calls.add(remaining);
        return new Returned(Json.write(Json.object()
                .put("job", input.path("job").textValue())
                .put("batch", batch)
                .put("remaining", remaining)));
    }

    private static JsonNode tree(String json) {
        return new ExecutionInput(Stage.MACHINE, "n", json).tree();
    }

    @Test
    void everyBatchIsAppliedUntilNothingRemainsAndThenReported() throws Exception {
        String expected = """
                {"state":"SUCCEEDED","batches":[["a1","a2","a3"],["b1","b2"]],"job":"run-1"}""";
        assertThat(stage.run(machine, "{\"bucket\":\"in\"}")).isEqualTo(new Succeeded(expected));
        assertThat(applied)
                .hasSize(5)
                .allSatisfy((_, calls) -> assertThat(calls).containsExactly(2, 1, 0));
    }

    @Test
    void aLaneOfOneWorkerAppliesItsBatchesOneAfterTheOther() throws Exception {
        stage.run(machine, "{}");
        assertThat(stage.events(MapRunChanged.class).stream()
                        .filter(event -> event.counts().total() == 3)
                        .map(event -> event.counts().running()))
                .containsExactly(1, 0, 1, 0, 1, 0);
    }

    @Test
    void aLambdaThatIsBusyIsCalledAgain() throws Exception {
        AtomicBoolean busy = new AtomicBoolean(true);
        stage.function(
                "apply",
                payload -> busy.getAndSet(false)
                        ? new Refused("Lambda.TooManyRequestsException", "Rate Exceeded.")
                        : apply(payload));
        assertThat(stage.run(machine, "{}")).isInstanceOf(Succeeded.class);
        assertThat(stage.events(TaskRetried.class)).hasSize(1);
    }

    @Test
    void oneFailedBatchIsTolerated() throws Exception {
        stage.function("apply", payload -> payload.contains("\"a2\"") ? new Refused("Broken", "a2") : apply(payload));
        String expected = """
                {"state":"SUCCEEDED","batches":[["a1",{"Status":"FAILED","Error":"Broken","Cause":"a2"},"a3"],\
                ["b1","b2"]],"job":"run-1"}""";
        assertThat(stage.run(machine, "{}")).isEqualTo(new Succeeded(expected));
    }

    @Test
    void tooManyFailedBatchesFailTheJobAfterItsReport() throws Exception {
        stage.function("apply", _ -> new Refused("Broken", "all"));
        String expected = """
                {"state":"FAILED","why":"States.ExceedToleratedFailureThreshold","job":"run-1"}""";
        assertThat(stage.run(machine, "{}")).isEqualTo(new Failed(Optional.of("JobFailed"), Optional.of(expected)));
    }

    @Test
    void aPlanThatFailsIsReportedToo() throws Exception {
        stage.function("plan", _ -> new InvocationResult.Failed("io.numberferry.Bad", "no", List.of()));
        assertThat(stage.run(machine, "{}"))
                .isEqualTo(
                        new Failed(Optional.of("JobFailed"), Optional.of("{\"state\":\"FAILED\",\"job\":\"run-1\"}")));
        assertThat(applied).isEmpty();
    }

    @Test
    void aLaneWithoutItsListIsReportedToo() throws Exception {
        stage.object("plans/p/b.json", "{}");
        assertThat(stage.run(machine, "{}"))
                .isEqualTo(new Failed(
                        Optional.of("JobFailed"),
                        Optional.of("{\"state\":\"FAILED\",\"why\":\"States.ItemReaderFailed\",\"job\":\"run-1\"}")));
    }
}
