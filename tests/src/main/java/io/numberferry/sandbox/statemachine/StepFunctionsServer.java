package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Speaks to Step Functions clients on loopback: StartExecution, DescribeExecution, StopExecution,
/// ListExecutions, SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat, in AWS JSON 1.0. Signatures are not looked
/// at.
///
/// What a machine may be started with, and when a name is taken, is as the API reference has it: the same
/// name and input while the execution runs answers the running one; any other second use of a name is an
/// `ExecutionAlreadyExists`, until 90 days after the execution has closed.
public final class StepFunctionsServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StepFunctionsServer.class.getName());
    private static final String TARGET_PREFIX = "AWSStepFunctions.";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Executions executions;
    private final StepFunctionsApi api;

    private StepFunctionsServer(HttpServer http, Executions executions, TaskTokens tokens) {
        this.http = http;
        this.executions = executions;
        this.api = new StepFunctionsApi(executions, tokens);
    }

    /// Starts a server at a free port of 127.0.0.1.
    ///
    /// @param machines by their ARN
    /// @param listener is told of every execution
    /// @param closedExecutions a directory that remembers executions which have closed, so that their names
    ///         are taken after a restart as well; it is made if need be. Without one they are forgotten
    /// @throws IOException when no port can be had, or what the directory remembers cannot be read
    public static StepFunctionsServer start(
            StateMachineRunner runner,
            Map<String, StateMachine> machines,
            ExecutionListener listener,
            Optional<Path> closedExecutions)
            throws IOException {
        ClosedExecutions closed = ClosedExecutions.open(closedExecutions);
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StepFunctionsServer server =
                new StepFunctionsServer(http, new Executions(runner, machines, listener, closed), runner.tokens());
        http.createContext("/", server::serve);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /// Where it is, for `AWS_ENDPOINT_URL_SFN`.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /// Starts an execution, as a rule of EventBridge does.
    ///
    /// @return false when its name is taken by one that has closed; one that runs goes on
    public boolean start(String stateMachineArn, String name, String input) {
        try {
            executions.start(stateMachineArn, Optional.of(name), input);
            return true;
        } catch (ApiException e) {
            if (e.isOf("ExecutionAlreadyExists")) {
                return false;
            }
            throw e;
        }
    }

    /// When and how an execution ended; empty while it runs, and when there is none.
    public Optional<ExecutionEvent.StatusChanged> ended(String executionArn) {
        return executions
                .find(executionArn)
                .flatMap(execution -> execution
                        .ending()
                        .map(ending -> new ExecutionEvent.StatusChanged(executionArn, ending.at(), ending.result())));
    }

    /// Interrupts what still runs. It is not remembered as closed, so that it can be started again under
    /// its name.
    @Override
    public void close() {
        http.stop(0);
        executions.close();
        threads.shutdownNow();
    }

    private record Answer(int status, ObjectNode json) {}

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                    .orElse("");
            Answer answer = answer(target, exchange.getRequestBody().readAllBytes());
            byte[] bytes = Json.write(answer.json()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answer(String target, byte[] body) {
        try {
            return new Answer(200, called(target, body));
        } catch (ApiException e) {
            return new Answer(400, e.json());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a request failed", e);
            return new Answer(500, new ApiException("InternalFailure", String.valueOf(e.getMessage())).json());
        }
    }

    private ObjectNode called(String target, byte[] body) {
        if (!target.startsWith(TARGET_PREFIX)) {
            throw new ApiException("UnknownOperationException", "X-Amz-Target is not of Step Functions: " + target);
        }
        try {
            JsonNode request = Json.read(new String(body, StandardCharsets.UTF_8));
            return api.call(target.substring(TARGET_PREFIX.length()), request);
        } catch (JsonProcessingException e) {
            throw new ApiException("SerializationException", "the request is not JSON: " + Json.complaint(e));
        }
    }
}
