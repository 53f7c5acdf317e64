package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.aws.AwsService;
import io.numberferry.aws.Wire;
import io.numberferry.aws.executions.ExecutionNotStartedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    /// As Lambda's runtime reads the event and writes the answer.
    private JsonNode answer(String text) {
        S3Event read = LambdaEventSerializers.serializerFor(
                        S3Event.class, getClass().getClassLoader())
                .fromJson(text);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        JacksonFactory.getInstance()
                .getSerializer(SubmitAnswer.class)
                .toJson(function.handleRequest(read, new Invocation("SubmitFunction")), output);
        return Wire.json(output.toString(StandardCharsets.UTF_8));
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

    @Test
    void theTestEventOfANewNotificationStartsNothing() {
        assertThat(answer("""
                        {"Service": "Amazon S3", "Event": "s3:TestEvent", "Time": "2026-03-01T09:00:00.000Z",
                         "Bucket": "numberferry-input", "RequestId": "EXAMPLE", "HostId": "EXAMPLE"}
                        """).path("submissions")).isEmpty();
        assertThat(stepFunctions.requests()).isEmpty();
    }

    @Test
    void whatIsNoManifestStartsNothingAndSaysWhy() {
        JsonNode submission = answer(event.replace("run/mixed.csv", "run/mixed.xlsx"))
                .path("submissions")
                .path(0);

        assertThat(submission.path("result").asText()).isEqualTo("IGNORED");
        assertThat(submission.path("jobId").asText()).isEmpty();
        assertThat(submission.path("about").asText()).isEqualTo("only .csv files are manifests");
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
