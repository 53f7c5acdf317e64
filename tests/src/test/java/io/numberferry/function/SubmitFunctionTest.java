package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.aws.AwsService;
import io.numberferry.aws.Wire;
import io.numberferry.aws.executions.ExecutionNotStartedException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From the event as S3 writes it to the request as Step Functions reads it.
class SubmitFunctionTest {
    private static final String MACHINE = "arn:aws:states:us-west-2:111122223333:stateMachine:numberferry-job";

    private final Wire stepFunctions = new Wire();
    private final SubmitFunction function = new SubmitFunction(Wiring.from(environment(), new SystemTimeline()));
    private final String event = read("events/submit.json");

    @AfterEach
    void close() {
        stepFunctions.close();
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>(SettingsTest.COMPLETE);
        variables.put("STATE_MACHINE_ARN", MACHINE);
        variables.put("INPUT_BUCKET", "numberferry-input");
        for (AwsService service : AwsService.values()) {
            variables.put(service.endpointVariable(), stepFunctions.uri().toString());
        }
        return variables;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void started() {
        stepFunctions.answers(200, """
                {"executionArn": "arn:aws:states:us-west-2:111122223333:execution:numberferry-job:x", "startDate": 1}
                """);
    }

    private JsonNode answer(String text) {
        return Wire.json(Invocation.of(function, text));
    }

    @Test
    void anUploadStartsAnExecutionNamedByTheJob() {
        started();
        JsonNode submission = answer(event).path("submissions").path(0);
        JsonNode request = stepFunctions.request().json();

        assertThat(submission.path("result").asText()).isEqualTo("STARTED");
        assertThat(submission.path("about").asText()).isEqualTo("run/mixed.csv");
        assertThat(request.path("stateMachineArn").asText()).isEqualTo(MACHINE);
        assertThat(request.path("name")).isEqualTo(submission.path("jobId"));
        assertThat(request.path("name").asText())
                .as("the job of the other examples")
                .isEqualTo(Wire.json(read("events/apply.json")).path("job").asText());
        assertThat(Wire.json(request.path("input").asText()).path("key").asText())
                .isEqualTo("run/mixed.csv");
    }

    @Test
    void theSameEventASecondTimeAsksForTheSameAndIsNoFailure() {
        started();
        answer(event);
        stepFunctions.refuses(400, "ExecutionAlreadyExists", "there is one");
        JsonNode again = answer(event).path("submissions").path(0);

        assertThat(again.path("result").asText()).isEqualTo("DUPLICATE");
        assertThat(stepFunctions.requests()).hasSize(2);
        assertThat(stepFunctions.requests().getLast().body())
                .isEqualTo(stepFunctions.requests().getFirst().body());
    }

    @Test
    void aRefusedStartFailsSoThatLambdaDeliversTheEventAgain() {
        stepFunctions.refuses(400, "StateMachineDoesNotExist", "there is no machine");

        assertThatThrownBy(() -> answer(event))
                .isInstanceOf(ExecutionNotStartedException.class)
                .hasMessageContaining("was not started: there is no machine");
    }

    /// What each example in events/ comes to, and what is logged of it beside the beginning and the end.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    submit.json              | STARTED                         | started
                    submit-eventbridge.json  | STARTED                         | started
                    submit-empty.json        | STARTED                         | started
                    submit-several.json      | STARTED STARTED IGNORED REFUSED | started;started;only .csv files are manifests;the key is not URL-encoded
                    submit-test.json         | IGNORED                         | s3:TestEvent only tests the notification
                    submit-deleted.json      | IGNORED                         | ObjectRemoved:DeleteMarkerCreated is no upload
                    submit-own-report.json   | IGNORED                         | it is written by a job, not for one
                    submit-other-bucket.json | REFUSED                         | the bucket numberferry-output is not numberferry-input
                    """)
    void everyExampleStartsOneJobIsIgnoredOrIsRefusedAndSaysSoOnce(String file, String results, String said) {
        List<String> expected = List.of(results.split(" ", -1));
        int starts = Collections.frequency(expected, "STARTED");
        for (int i = 0; i < starts; i++) {
            started();
        }
        try (LogLines log = new LogLines()) {
            JsonNode submissions = answer(read("events/" + file)).path("submissions");
            List<String> given = new ArrayList<>();
            submissions.forEach(
                    submission -> given.add(submission.path("result").asText()));

            assertThat(given).isEqualTo(expected);
            assertThat(stepFunctions.requests()).hasSize(starts);
            assertThat(log.lines()).hasSize(expected.size() + 2);
            String[] reasons = said.split(";", -1);
            for (int i = 0; i < reasons.length; i++) {
                assertThat(log.line(i + 1).path("message").asText()).endsWith(reasons[i]);
            }
        }
    }

    @Test
    void aRefusalIsAWarningAndNothingElseIs() {
        try (LogLines log = new LogLines()) {
            answer(read("events/submit-other-bucket.json"));
            answer(read("events/submit-own-report.json"));

            assertThat(log.line(1).path("level").asText()).isEqualTo("WARN");
            assertThat(log.line(4).path("level").asText()).isEqualTo("INFO");
        }
    }

    @Test
    void aNumberInAKeyIsMaskedInTheLog() {
        try (LogLines log = new LogLines()) {
            answer(event.replace("run/mixed.csv", "run/%2B12065550100.txt"));

            assertThat(log.line(1).path("message").asText())
                    .contains("ignored run/+1")
                    .doesNotContain("2065550");
        }
    }

    @Test
    void whatIsNoEventIsRefused() {
        JsonNode submission = answer("{\"hello\": 1}").path("submissions").path(0);

        assertThat(submission.path("result").asText()).isEqualTo("REFUSED");
        assertThat(submission.path("jobId").asText()).isEmpty();
        assertThat(submission.path("about").asText()).isEqualTo("the event does not announce an upload to S3");
        assertThat(stepFunctions.requests()).isEmpty();
    }

    @Test
    void withoutAStateMachineTheFunctionDoesNotStart() {
        Map<String, String> variables = new HashMap<>(environment());
        variables.remove("STATE_MACHINE_ARN");

        assertThatThrownBy(() -> new SubmitFunction(Wiring.from(variables, new SystemTimeline())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment is not complete: STATE_MACHINE_ARN is not set");
    }

    /// So that the examples work against `./ferry sandbox` once events/mixed.csv was uploaded there.
    @Test
    void theExampleIsTheUploadOfTheMixedFile() throws Exception {
        byte[] file = Files.readAllBytes(Path.of("events/mixed.csv"));
        String md5 = "%032x"
                .formatted(new BigInteger(1, MessageDigest.getInstance("MD5").digest(file)));
        JsonNode object = Wire.json(event).at("/Records/0/s3/object");

        assertThat(object.path("eTag").asText())
                .as("eTag in events/submit.json")
                .isEqualTo(md5);
        assertThat(object.path("size").asInt()).as("size in events/submit.json").isEqualTo(file.length);
    }
}
