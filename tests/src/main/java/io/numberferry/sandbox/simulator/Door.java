package io.numberferry.sandbox.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.ErrorType;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Members;
import io.numberferry.sandbox.simulator.wire.Refusal;
import io.numberferry.sandbox.simulator.wire.RequestPath;
import io.numberferry.sandbox.simulator.wire.Routes;
import io.numberferry.sandbox.simulator.wire.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Turns HTTP exchanges into calls, and replies into HTTP.
final class Door implements HttpHandler {
    private static final int NO_BODY = -1;

    private final Simulator simulator;
    private final Pause pause;
    private final Admin admin;
    private final List<JsonService> jsonServices;

    Door(Simulator simulator, Pause pause) {
        this.simulator = simulator;
        this.pause = pause;
        this.admin = new Admin(simulator);
        this.jsonServices = List.of(ServiceQuotas.of(simulator), Tagging.of(simulator));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (reply(exchange, body)) {
                case Reply.Send send -> {
                    pause.of(send.after());
                    write(exchange, send.answer());
                }
                case Reply.HangUp hangUp -> pause.of(hangUp.after());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange, String body) throws InterruptedException {
        var uri = exchange.getRequestURI();
        RequestPath path = RequestPath.of(
                uri.getRawPath(), Optional.ofNullable(uri.getRawQuery()).orElse(""));
        if (Admin.owns(path)) {
            return new Reply.Send(admin.answer(exchange.getRequestMethod(), path, body), Duration.ZERO);
        }
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst(JsonService.HEADER))
                .orElse("");
        Optional<JsonService> jsonService =
                jsonServices.stream().filter(service -> service.owns(target)).findFirst();
        if (jsonService.isPresent()) {
            return new Reply.Send(jsonService.get().answer(target, body), Duration.ZERO);
        }
        Optional<Routes.Match> match = Routes.find(exchange.getRequestMethod(), path);
        if (match.isEmpty()) {
            return refused(Service.CONNECT, ErrorType.UNKNOWN_OPERATION.refusal("No operation is found here"));
        }
        pause.of(simulator.arrival());
        Service service = match.get().api().service();
        try {
            return simulator.take(match.get(), path.query(), members(body));
        } catch (Refusal unreadable) {
            return refused(service, unreadable);
        } catch (RuntimeException broken) {
            ErrorType type = service == Service.CONNECT ? ErrorType.INTERNAL_SERVICE : ErrorType.SERVICE_FAILURE;
            return refused(service, type.refusal("The simulator is broken: " + broken));
        }
    }

    private static Reply refused(Service service, Refusal refusal) {
        return new Reply.Send(Answer.refused(service, refusal), Duration.ZERO);
    }

    private static Members members(String body) {
        try {
            if (body.isEmpty()) {
                return new Members(Json.object());
            }
            if (Json.parse(body) instanceof ObjectNode object) {
                return new Members(object);
            }
        } catch (JsonProcessingException notJson) {
            throw ErrorType.SERIALIZATION.refusal("The body is not JSON");
        }
        throw ErrorType.SERIALIZATION.refusal("The body is not a JSON object");
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("x-amzn-RequestId", UUID.randomUUID().toString());
        answer.headers().forEach(headers::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? NO_BODY : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
