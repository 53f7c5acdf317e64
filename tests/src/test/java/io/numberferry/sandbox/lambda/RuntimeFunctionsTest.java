package io.numberferry.sandbox.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.numberferry.sandbox.statemachine.InvocationResult;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Functions in JVMs of their own, under Lambda's runtime interface client.
final class RuntimeFunctionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path logs;

    private static RuntimeFunctions functions;

    @BeforeAll
    static void start() throws URISyntaxException, IOException {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "Lambda's runtime interface client has native code for Linux only");
        Path classes = Path.of(Example.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        functions = RuntimeFunctions.of(
                Map.of(
                        "Patient", declared("Patient", Example.class, Duration.ofSeconds(30)),
                        "Hasty", declared("Hasty", Example.class, Duration.ofSeconds(1)),
                        "Unready", declared("Unready", Example.Unready.class, Duration.ofSeconds(30))),
                new Launch(
                        new FunctionPackage(classes, false),
                        logs,
                        NativeLibrary.options(logs),
                        Map.of("TABLE", "local", "AWS_REGION", "eu-west-1", "UNDECLARED", "x"),
                        new AtomicInteger()),
                new Invocations());
    }

    @AfterAll
    static void stop() throws IOException {
        if (functions != null) {
            functions.close();
        }
    }

    @Test
    void oneJvmTakesOneInvocationAfterAnother() throws Exception {
        JsonNode first = answer("Patient", "{}");
        JsonNode second = answer("Patient", "{}");

        assertThat(second.path("pid")).isEqualTo(first.path("pid"));
    }

    @Test
    void aFunctionIsToldWhatItWasDeclaredWith() throws Exception {
        JsonNode told = answer("Patient", "{}");

        assertThat(told.path("function").asText()).isEqualTo("Patient");
        assertThat(told.path("memory").asInt()).isEqualTo(128);
        assertThat(told.path("heapMegabytes").asInt()).isBetween(100, 108);
        assertThat(told.path("timeIsRight").asBoolean())
                .as("close to 30 s left")
                .isTrue();
    }

    @Test
    void aFunctionHasItsDeclaredVariablesAndLambdasAndNoneOfThisProcess() throws Exception {
        assertThat(answer("Patient", "{}").path("variables").asText().split(" "))
                .containsExactly(
                        "AWS_DEFAULT_REGION",
                        "AWS_EXECUTION_ENV",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "AWS_LAMBDA_INITIALIZATION_TYPE",
                        "AWS_LAMBDA_LOG_GROUP_NAME",
                        "AWS_LAMBDA_LOG_STREAM_NAME",
                        "AWS_LAMBDA_RUNTIME_API",
                        "AWS_REGION",
                        "LAMBDA_TASK_ROOT",
                        "LANG",
                        "PATH",
                        "TABLE",
                        "TZ",
                        "_HANDLER");
    }

    @Test
    void anExceptionIsAnErrorOfItsClass() throws Exception {
        InvocationResult result = functions.invoke("Patient", "{\"do\":\"throw\"}");

        assertThat(result).isInstanceOfSatisfying(InvocationResult.Failed.class, failed -> {
            assertThat(failed.errorType()).isEqualTo("java.lang.UnsupportedOperationException");
            assertThat(failed.errorMessage()).isEqualTo("not today");
            assertThat(failed.stackTrace()).first().asString().contains("Example.handleRequest");
        });
    }

    @Test
    void aJvmThatEndsIsAnExitErrorAndTheNextInvocationHasANewOne() throws Exception {
        JsonNode before = answer("Patient", "{}");

        assertThat(functions.invoke("Patient", "{\"do\":\"exit\"}"))
                .isEqualTo(new InvocationResult.Failed(
                        "Runtime.ExitError", "Error: Runtime exited with error: exit status 3", List.of()));
        assertThat(answer("Patient", "{}").path("pid")).isNotEqualTo(before.path("pid"));
    }

    @Test
    void aJvmThatWasKilledWhileIdleFailsNobody() throws Exception {
        JsonNode before = answer("Patient", "{}");
        functions.kill("Patient");
        ProcessHandle.of(before.path("pid").asLong())
                .ifPresent(killed -> killed.onExit().join());

        assertThat(answer("Patient", "{}").path("pid")).isNotEqualTo(before.path("pid"));
    }

    @Test
    void aJvmIsKilledByWhatItIsAtWorkOnAndNoOther() throws Exception {
        FutureTask<InvocationResult> mine =
                new FutureTask<>(() -> functions.invoke("Patient", "{\"do\":\"hang\",\"whose\":\"mine\"}"));
        Thread caller = Thread.startVirtualThread(mine);
        while (!mine.isDone()) {
            functions.kill("Patient", payload -> payload.contains("mine"));
        }
        assertThat(mine.get())
                .isEqualTo(new InvocationResult.Failed(
                        "Runtime.ExitError", "Error: Runtime exited with error: signal: killed", List.of()));
        caller.join();

        JsonNode before = answer("Patient", "{}");
        functions.kill("Patient", payload -> payload.contains("mine"));
        assertThat(answer("Patient", "{}").path("pid")).isEqualTo(before.path("pid"));
    }

    @Test
    void aFunctionThatTakesTooLongIsKilled() throws Exception {
        assertThat(functions.invoke("Hasty", "{\"do\":\"hang\"}"))
                .isEqualTo(new InvocationResult.Failed(
                        "Sandbox.Timedout", "Error: Task timed out after 1.00 seconds", List.of()));
    }

    @Test
    void aFunctionThatCannotBeMadeReadySaysWhy() throws Exception {
        InvocationResult result = functions.invoke("Unready", "{}");

        assertThat(result).isInstanceOfSatisfying(InvocationResult.Failed.class, failed -> {
            assertThat(failed.errorType()).isEqualTo("java.lang.IllegalStateException");
            assertThat(failed.errorMessage()).isEqualTo("the environment is not complete: TABLE is not set");
        });
    }

    @Test
    void aFunctionThatNobodyDeclaredIsNotFound() throws Exception {
        assertThat(functions.invoke("Nothing", "{}"))
                .isEqualTo(new InvocationResult.Refused(
                        "Lambda.ResourceNotFoundException", "there is no function Nothing"));
    }

    @Test
    void elsewhereThanOnLinuxTheRuntimeIsRefused() {
        assertThat(RuntimeFunctions.obstacle(Path.of("."), "Mac OS X"))
                .hasValue(
                        "--runtime needs Linux, because Lambda's runtime interface client has native code for nothing "
                                + "else, and this is Mac OS X: leave the option out");
    }

    @Test
    void withoutTheBuiltFunctionsTheRuntimeIsRefused() throws IOException {
        Path empty = Files.createTempDirectory(logs, "home");

        assertThat(RuntimeFunctions.obstacle(empty, "Linux"))
                .hasValue("--runtime needs the functions as they are packaged, and there is no "
                        + "functions/target/runtime.classpath: run mvn package first");
    }

    private static DeclaredFunction declared(String name, Class<?> handler, Duration timeout) {
        return new DeclaredFunction(
                name, handler.getName(), 128, timeout, Map.of("TABLE", Optional.empty(), "UNSET", Optional.empty()));
    }

    private static JsonNode answer(String function, String payload) throws Exception {
        return switch (functions.invoke(function, payload)) {
            case InvocationResult.Returned(String json) -> JSON.readTree(json);
            case InvocationResult other -> throw new AssertionError(other.toString());
        };
    }
}
