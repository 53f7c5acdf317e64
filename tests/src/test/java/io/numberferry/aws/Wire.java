package io.numberferry.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A server on loopback that writes down each request and gives all of them the same scripted answer.
public final class Wire implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Far longer than any answer of this server takes.
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Script script = exchange -> answer(exchange, 200, Map.of(), "");

    /// @param path raw, as it was sent
    /// @param query raw; empty for none
    public record Request(String method, String path, String query, Headers headers, String body) {
        /// The request line, for example `GET /phone-numbers?max-results=100`.
        public String line() {
            return method + " " + path + (query.isEmpty() ? "" : "?" + query);
        }

        public JsonNode json() {
            return Wire.json(body);
        }

        public String header(String name) {
            return Optional.ofNullable(headers.getFirst(name)).orElse("");
        }
    }

    private interface Script {
        void run(HttpExchange exchange) throws IOException;
    }

    public Wire() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Clients of all services that call this server.
    public AwsClients clients() {
        return clients(PATIENT);
    }

    public AwsClients clients(Duration timeout) {
        return new AwsClients(settings(), new Timeouts(timeout, timeout, timeout, timeout));
    }

    public AwsSettings settings() {
        Map<AwsService, URI> endpoints =
                Arrays.stream(AwsService.values()).collect(Collectors.toMap(Function.identity(), _ -> uri()));
        return new AwsSettings("us-west-2", endpoints, Optional.of(new AccessKeys("local", "local")));
    }

    public void answers(int status, String body) {
        script = exchange -> answer(exchange, status, Map.of(), body);
    }

    /// Refuses as the services do: the type in a header, the text in the body.
    public void refuses(int status, String type, String message) {
        String body = JSON.createObjectNode().put("Message", message).toString();
        script = exchange -> answer(exchange, status, Map.of("x-amzn-ErrorType", type), body);
    }

    /// Takes the request and closes the connection without a word.
    public void dropsTheConnection() {
        script = HttpExchange::close;
    }

    /// Promises more than it sends, and closes.
    public void cutsTheAnswerShort(String body) {
        script = exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length + 100L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /// Takes the request and says nothing until the test is over.
    public void keepsSilent() {
        script = _ -> {
            try {
                closed.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        };
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /// The request, when there was exactly one.
    public Request request() {
        if (requests.size() != 1) {
            throw new AssertionError("there were " + requests.size() + " requests, not one");
        }
        return requests.getFirst();
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        requests.add(new Request(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        script.run(exchange);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
