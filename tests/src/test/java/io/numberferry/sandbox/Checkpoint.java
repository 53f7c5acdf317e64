package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.numberferry.domain.Api;
import io.numberferry.domain.Service;
import io.numberferry.sandbox.simulator.wire.RequestPath;
import io.numberferry.sandbox.simulator.wire.Routes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Stands between the functions and the simulated services. It lets every call through but one: at that call, which
/// changes something, it has the caller killed, before the call takes effect or after it did and before it is answered.
///
/// Safe for use by several threads.
final class Checkpoint implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Api> WRITES = Arrays.stream(Api.values())
            .filter(Api::writes)
            .collect(Collectors.toMap(Api::qualifiedName, Function.identity()));

    /// Which call, and on which side of its effect.
    ///
    /// @param call counted from 1 among the calls that change something; 0 for none
    record KillPoint(int call, boolean afterEffect) {
        static final KillPoint NONE = new KillPoint(0, false);

        @Override
        public String toString() {
            return (afterEffect ? "after" : "before") + " the effect of call " + call;
        }
    }

    private final URI services;
    private final Consumer<Service> killer;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private KillPoint killPoint = KillPoint.NONE;
    private int calls;
    private boolean killed;
    private final List<Effect> effects = new ArrayList<>();

    /// A call that the service accepted.
    ///
    /// @param request what was asked, without the client token
    /// @param token the client token; empty where the API has none
    record Effect(String request, String token) {}

    /// @param services where the simulator is
    /// @param killer kills the caller, who called this service; returns when it is dead
    Checkpoint(URI services, Consumer<Service> killer) throws IOException {
        this.services = services;
        this.killer = killer;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Begins to count anew, for another job.
    synchronized void set(KillPoint next) {
        goOn(next);
        effects.clear();
    }

    /// Begins to count calls anew, for the same job.
    synchronized void goOn(KillPoint next) {
        killPoint = next;
        calls = 0;
        killed = false;
    }

    /// Whether the kill point was reached.
    synchronized boolean hasKilled() {
        return killed;
    }

    /// Requests that changed something more than once: repeated without a client token, or with another one.
    synchronized List<Effect> repeated() {
        Set<String> requests = new HashSet<>();
        Set<Effect> answered = new HashSet<>();
        return effects.stream()
                .filter(effect -> effect.token().isEmpty() || answered.add(effect))
                .filter(effect -> !requests.add(effect.request()))
                .toList();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Api> write = write(exchange);
            KillPoint here = write.isPresent() ? next() : KillPoint.NONE;
            if (here.call() > 0 && !here.afterEffect()) {
                killer.accept(write.orElseThrow().service());
                return;
            }
            HttpResponse<byte[]> answer = forward(exchange, body);
            if (write.isPresent() && answer.statusCode() / 100 == 2) {
                note(exchange, body);
            }
            if (here.call() > 0) {
                killer.accept(write.orElseThrow().service());
                return;
            }
            answer.headers()
                    .firstValue("x-amzn-ErrorType")
                    .ifPresent(type -> exchange.getResponseHeaders().set("x-amzn-ErrorType", type));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// The kill point, when this call is it.
    private synchronized KillPoint next() {
        calls++;
        if (calls != killPoint.call()) {
            return KillPoint.NONE;
        }
        killed = true;
        return killPoint;
    }

    private synchronized void note(HttpExchange exchange, byte[] body) throws IOException {
        ObjectNode members = body.length == 0 ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(body);
        String token = Optional.ofNullable(members.remove("ClientToken"))
                .map(value -> value.asText())
                .orElse("");
        effects.add(new Effect(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + members, token));
    }

    /// What the call is; empty when it changes nothing.
    private static Optional<Api> write(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        RequestPath path = RequestPath.of(
                uri.getRawPath(), Optional.ofNullable(uri.getRawQuery()).orElse(""));
        return Routes.find(exchange.getRequestMethod(), path)
                .flatMap(match -> Optional.ofNullable(WRITES.get(match.api().qualifiedName())));
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(services.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
