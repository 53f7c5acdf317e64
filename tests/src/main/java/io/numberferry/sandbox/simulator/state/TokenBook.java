package io.numberferry.sandbox.simulator.state;

import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.ErrorType;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.ClientTokenUse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The client tokens that Connect remembers. A refused call leaves none.
public final class TokenBook {
    private final Map<String, ClientTokenUse> uses = new LinkedHashMap<>();
    private final Optional<Duration> lifetime;
    private final Changes changes;

    TokenBook(List<ClientTokenUse> uses, Optional<Duration> lifetime, Changes changes) {
        this.lifetime = lifetime;
        this.changes = changes;
        uses.forEach(this::keep);
    }

    /// Does something once per client token: the same request again gets the first answer and has no effect,
    /// another request with the same token is refused with IdempotencyException. Without a token it is done
    /// each time.
    public Answer once(Request request, Function<Request, Answer> operation) {
        Optional<String> token = request.body().text("ClientToken").or(() -> request.parameter("clientToken"));
        if (token.isEmpty()) {
            return operation.apply(request);
        }
        ClientTokenUse known = uses.get(key(request.api().qualifiedName(), token.get()));
        if (known == null || expired(known, request.at())) {
            Answer answer = operation.apply(request);
            remember(request, token.get(), answer);
            return answer;
        }
        if (!known.parameters().equals(parameters(request))) {
            throw ErrorType.IDEMPOTENCY.refusal("The client token was used before, with other parameters.");
        }
        return Answer.stored(200, known.answer());
    }

    private void remember(Request request, String token, Answer answer) {
        var use = new ClientTokenUse(
                request.api().qualifiedName(), token, parameters(request), answer.body(), request.at());
        keep(use);
        changes.put(use);
    }

    private void keep(ClientTokenUse use) {
        uses.put(key(use.api(), use.token()), use);
    }

    List<ClientTokenUse> uses() {
        return List.copyOf(uses.values());
    }

    private boolean expired(ClientTokenUse use, Instant now) {
        return lifetime.map(time -> !now.isBefore(use.at().plus(time))).orElse(false);
    }

    private static String key(String api, String token) {
        return api + " " + token;
    }

    /// Path and body in one text that does not depend on the order of members.
    private static String parameters(Request request) {
        Map<String, String> members = new TreeMap<>(request.path());
        request.body().node().properties().forEach(entry -> members.put(entry.getKey(), Json.line(entry.getValue())));
        members.remove("ClientToken");
        return Json.line(Json.texts(members));
    }
}
