package io.numberferry.sandbox.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.numberferry.sandbox.statemachine.InvocationResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The Runtime API that one runtime asks for its work, on a free port of 127.0.0.1.
///
/// As in the Developer Guide, "Using the Lambda runtime API", version 2018-06-01: `invocation/next`,
/// `invocation/<id>/response`, `invocation/<id>/error`, `init/error`. Answers are not streamed.
final class RuntimeApi implements AutoCloseable {
    /// The most that a function may answer, in bytes: 6 MB, and room for what Lambda puts around it.
    static final int MOST_BYTES = 6 * 1024 * 1024 + 100;

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final int NO_BODY = -1;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String functionArn;
    private final CompletableFuture<InvocationResult> initFault = new CompletableFuture<>();
    private final Map<String, Invocation> open = new ConcurrentHashMap<>();
    private volatile CompletableFuture<Request> request = new CompletableFuture<>();

    /// A runtime that waits for work.
    ///
    /// @param answer to be completed with it
    record Request(CompletableFuture<Invocation> answer) {}

    private RuntimeApi(HttpServer http, String functionArn) {
        this.http = http;
        this.functionArn = functionArn;
    }

    /// @param functionArn what the function is told of itself
    static RuntimeApi start(String functionArn) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuntimeApi api = new RuntimeApi(http, functionArn);
        http.createContext("/", api::serve);
        http.setExecutor(api.threads);
        http.start();
        return api;
    }

    /// For `AWS_LAMBDA_RUNTIME_API`.
    String address() {
        return "127.0.0.1:" + http.getAddress().getPort();
    }

    /// Completed when the runtime asks for work, after its start and after each invocation.
    CompletableFuture<Request> request() {
        return request;
    }

    /// Completed when the function could not be made ready.
    CompletableFuture<InvocationResult> initFault() {
        return initFault;
    }

    /// Gives work to the runtime that asked for it.
    void give(Request asking, Invocation invocation) {
        request = new CompletableFuture<>();
        open.put(invocation.id(), invocation);
        asking.answer().complete(invocation);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path.startsWith(ROOT) ? path.substring(ROOT.length()) : "") {
                case "invocation/next" -> next(exchange);
                case "init/error" -> {
                    initFault.complete(Endings.failed(exchange.getRequestBody().readAllBytes()));
                    accept(exchange);
                }
                case String posted when posted.startsWith("invocation/") -> ended(exchange, posted.split("/"));
                default -> refuse(exchange, 404);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        Request asking = new Request(new CompletableFuture<>());
        request.complete(asking);
        Invocation invocation;
        try {
            invocation = asking.answer().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("work is never exceptional", e);
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(invocation.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Lambda-Runtime-Trace-Id", traceId(invocation));
        headers.set("Content-Type", "application/json");
        byte[] payload = invocation.payload().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, payload.length == 0 ? NO_BODY : payload.length);
        exchange.getResponseBody().write(payload);
    }

    /// Not sampled: there is nobody to send a trace to.
    private static String traceId(Invocation invocation) {
        String digits = invocation.id().replace("-", "");
        return "Root=1-" + digits.substring(0, 8) + "-" + digits.substring(8) + ";Parent=" + digits.substring(0, 16)
                + ";Sampled=0";
    }

    /// @param posted `invocation`, the id, and what it ended with
    private void ended(HttpExchange exchange, String[] posted) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<Invocation> invocation =
                posted.length == 3 ? Optional.ofNullable(open.remove(posted[1])) : Optional.empty();
        if (invocation.isEmpty()) {
            refuse(exchange, 400);
        } else if (posted[2].equals("error")) {
            invocation.get().ending().complete(Endings.failed(body));
            accept(exchange);
        } else if (body.length > MOST_BYTES) {
            invocation.get().ending().complete(Endings.tooLarge(body.length, MOST_BYTES));
            refuse(exchange, 413);
        } else {
            invocation.get().ending().complete(new InvocationResult.Returned(new String(body, StandardCharsets.UTF_8)));
            accept(exchange);
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        answer(exchange, 202, "{\"status\":\"OK\"}");
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        answer(
                exchange,
                status,
                "{\"errorType\":\"InvalidRequest\",\"errorMessage\":\"the runtime is not asked for this\"}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
