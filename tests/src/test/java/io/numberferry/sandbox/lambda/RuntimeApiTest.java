package io.numberferry.sandbox.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.sandbox.statemachine.InvocationResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The Runtime API, as a runtime sees it.
final class RuntimeApiTest {
    private static final Instant DEADLINE = Instant.ofEpochMilli(1_764_000_000_123L);

    private final HttpClient runtime = HttpClient.newHttpClient();
    private RuntimeApi api;

    @BeforeEach
    void start() throws IOException {
        api = RuntimeApi.start("arn:aws:lambda:us-west-2:000000000000:function:Example");
    }

    @AfterEach
    void stop() {
        api.close();
        runtime.close();
    }

    @Test
    void aRuntimeThatAsksIsGivenTheWorkWithItsIdDeadlineAndArn() throws Exception {
        CompletableFuture<HttpResponse<String>> next = next();
        Invocation work = Invocation.of("{\"a\":1}", DEADLINE);
        api.give(api.request().join(), work);

        HttpResponse<String> given = next.join();
        assertThat(given.body()).isEqualTo("{\"a\":1}");
        assertThat(given.headers().firstValue("Lambda-Runtime-Aws-Request-Id")).hasValue(work.id());
        assertThat(given.headers().firstValue("Lambda-Runtime-Deadline-Ms")).hasValue("1764000000123");
        assertThat(given.headers().firstValue("Lambda-Runtime-Invoked-Function-Arn"))
                .hasValue("arn:aws:lambda:us-west-2:000000000000:function:Example");
        assertThat(given.headers().firstValue("Lambda-Runtime-Trace-Id"))
                .hasValueSatisfying(
                        trace -> assertThat(trace).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};.*"));
    }

    @Test
    void whatIsPostedAsTheResponseIsTheAnswer() throws Exception {
        Invocation work = given();

        assertThat(post("invocation/" + work.id() + "/response", "[2]")).isEqualTo(202);
        assertThat(work.ending().join()).isEqualTo(new InvocationResult.Returned("[2]"));
    }

    @Test
    void whatIsPostedAsAnErrorIsTheFailure() throws Exception {
        Invocation work = given();

        post(
                "invocation/" + work.id() + "/error",
                "{\"errorType\":\"example.Broken\",\"errorMessage\":\"no\",\"stackTrace\":[\"at example\"]}");
        assertThat(work.ending().join())
                .isEqualTo(new InvocationResult.Failed("example.Broken", "no", List.of("at example")));
    }

    @Test
    void anErrorWithoutATypeIsUnknown() throws Exception {
        Invocation work = given();

        post("invocation/" + work.id() + "/error", "not JSON");
        assertThat(work.ending().join())
                .isEqualTo(new InvocationResult.Failed(
                        "Lambda.Unknown", "the runtime posted an error that is not JSON", List.of()));
    }

    @Test
    void anAnswerAboveSixMegabytesIsRefused() throws Exception {
        Invocation work = given();

        assertThat(post("invocation/" + work.id() + "/response", "x".repeat(RuntimeApi.MOST_BYTES + 1)))
                .isEqualTo(413);
        assertThat(work.ending().join())
                .isEqualTo(new InvocationResult.Failed(
                        "Function.ResponseSizeTooLarge",
                        "Response payload size (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes).",
                        List.of()));
    }

    @Test
    void aFaultOfTheStartIsHeldForWhoeverAsks() throws Exception {
        post("init/error", "{\"errorType\":\"example.NoTable\",\"errorMessage\":\"JOURNAL_TABLE is not set\"}");

        assertThat(api.initFault().join())
                .isEqualTo(new InvocationResult.Failed("example.NoTable", "JOURNAL_TABLE is not set", List.of()));
    }

    @Test
    void anAnswerToWorkThatNobodyGaveIsRefused() throws Exception {
        assertThat(post("invocation/11111111-1111-4111-8111-111111111111/response", "{}"))
                .isEqualTo(400);
    }

    @Test
    void anythingElseIsNotThere() throws Exception {
        assertThat(post("restore/next", "{}")).isEqualTo(404);
    }

    @Test
    void theNamesOfEndingsWithoutAnAnswerAreThoseOfLambda() {
        assertThat(List.of(
                        Endings.timedOut(Duration.ofSeconds(3)),
                        Endings.exited(137),
                        Endings.exited(1),
                        Endings.exited(0)))
                .containsExactly(
                        new InvocationResult.Failed(
                                "Sandbox.Timedout", "Error: Task timed out after 3.00 seconds", List.of()),
                        new InvocationResult.Failed(
                                "Runtime.ExitError", "Error: Runtime exited with error: signal: killed", List.of()),
                        new InvocationResult.Failed(
                                "Runtime.ExitError", "Error: Runtime exited with error: exit status 1", List.of()),
                        new InvocationResult.Failed(
                                "Runtime.ExitError", "Error: Runtime exited without providing a reason", List.of()));
    }

    private Invocation given() {
        CompletableFuture<HttpResponse<String>> next = next();
        Invocation work = Invocation.of("{}", DEADLINE);
        api.give(api.request().join(), work);
        next.join();
        return work;
    }

    private CompletableFuture<HttpResponse<String>> next() {
        return runtime.sendAsync(
                HttpRequest.newBuilder(uri("invocation/next")).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int post(String path, String body) throws IOException, InterruptedException {
        return runtime.send(
                        HttpRequest.newBuilder(uri(path))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private URI uri(String path) {
        return URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path);
    }
}
